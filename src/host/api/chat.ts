import { CodedError } from '../../core/coded-error.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { HostedConnector } from '../host.ts';
import { type CardsSection, cardsOf } from '../views/view.ts';
import { accountNameOf } from '../world/crm-record.ts';
import type { Situation } from '../world/host-values.ts';
import type { Seller } from '../world/seller.ts';
import type { Served } from './server.ts';

/** What is asked, by whom, and whether they agreed to what it may do. */
export interface ChatAsk {
  readonly seller: Seller;
  readonly situation: Situation;
  readonly isConfirmed: boolean;
}

export interface ChatAnswer {
  readonly sections: readonly CardsSection[];
  /** The skill is not GET, or wants confirmation: nothing was called yet. */
  readonly confirm?: { readonly connector: string; readonly operationId: string; readonly summary: string };
}

/** Answers a question by one chat skill of the connectors. */
export async function chat({ host, world }: Served, { seller, situation, isConfirmed }: ChatAsk): Promise<ChatAnswer> {
  if (!situation.question) throw new CodedError('INVALID_ARGUMENT', 'question: a text is expected.');
  const skills = host
    .connectors()
    .flatMap((connector) => enabledSkills(connector).map((action) => ({ connector, action })));
  const chosen = skills[0];
  if (!chosen) return { sections: [] };
  const { connector, action } = chosen;
  const { operationId = '', summary = '', method, needsConfirmation } = action.operation;
  if ((method !== 'GET' || needsConfirmation) && !isConfirmed) {
    return { sections: [], confirm: { connector: connector.key, operationId, summary } };
  }
  const account = world.records.find(
    ({ type, name }) => type === 'account' && situation.question?.toLowerCase().includes(name.toLowerCase()),
  )?.name;
  const value = account ?? (situation.record && accountNameOf(situation.record)) ?? situation.question;
  const inputs = Object.fromEntries(
    action.operation.inputs.filter(({ required }) => required).map(({ name }) => [name, value]),
  );
  const trace = await host.call(connector.key, { wanted: operationId, situation, seller, inputs });
  return { sections: cardsOf([[connector, trace]]) };
}

function enabledSkills({ discovery, disabled }: HostedConnector): DiscoveredAction[] {
  return discovery.actions.filter(
    ({ kind, operation }) => kind === 'chat-skill' && !disabled.has(operation.operationId ?? ''),
  );
}
