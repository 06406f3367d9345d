import type { ExtensionPointId } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { type DiscoveredAction, wantsConfirmation } from '../../discovery/discovery.ts';
import type { HostedConnector } from '../create-host.ts';
import { chooseChatSkill } from '../engine/choose-chat-skill.ts';
import { missingInput } from '../engine/missing-input.ts';
import { itemCard } from '../views/item-card.ts';
import type { ChatView } from '../views/surface-views.ts';
import { cardsOf } from '../views/view.ts';
import type { HostProfileSwitches } from '../world/host-profile-switches.ts';
import { hostValues, type Situation } from '../world/host-values.ts';
import type { Seller } from '../world/seller.ts';
import type { Served } from './served.ts';

/** What is asked, by whom, and whether they agreed to what it may do. */
export interface ChatAsk {
  readonly seller: Seller;
  readonly situation: Situation;
  readonly isConfirmed: boolean;
}

/** Answers a question by one chat skill of the connectors; where a model chooses, by an extension point as well. */
export async function chat(
  { host, world, model }: Served,
  { seller, situation, isConfirmed }: ChatAsk,
): Promise<ChatView> {
  const { question, record, crm } = situation;
  if (!question) throw new CodedError('INVALID_ARGUMENT', 'question: a text is expected.');
  const isAnswering = (action: DiscoveredAction) =>
    action.kind === 'chat-skill' || (model !== undefined && isAnswerable(action, situation, host.profile()));
  const skills = host
    .connectors()
    .flatMap((connector) => enabledActions(connector).map((action) => ({ connector, action })))
    .filter(({ action }) => isAnswering(action));
  const found = await chooseChatSkill(model, skills, {
    question,
    crm,
    records: world.records,
    ...(record && { record }),
  });
  if (!found) return { sections: [], findings: [] };
  const { candidate, inputs, why, findings } = found;
  const { operationId = '', summary = operationId } = candidate.action.operation;
  const chosen = { connector: candidate.connector.key, operationId, summary, why };
  if (wantsConfirmation(candidate.action) && !isConfirmed)
    return { sections: [], chosen, needsConfirmation: true, findings };
  const trace = await host.call(candidate.connector.key, {
    wanted: operationId,
    situation,
    seller,
    inputs,
    isConfirmed,
  });
  const items = candidate.action.point ? trace.items.map(itemCard) : trace.items;
  return { sections: cardsOf([[candidate.connector, { ...trace, items }]]), chosen, findings };
}

function enabledActions({ discovery, disabled }: HostedConnector): DiscoveredAction[] {
  return discovery.actions.filter(({ operation }) => !disabled.has(operation.operationId ?? ''));
}

/** An extension point for which everything it needs is open. */
function isAnswerable(action: DiscoveredAction, situation: Situation, profile: HostProfileSwitches): boolean {
  const { point, invocable, isUsed } = action;
  if (!point || !invocable || !isUsed) return false;
  return missingInput(action, hostValues(point.id as ExtensionPointId, situation, profile)) === undefined;
}
