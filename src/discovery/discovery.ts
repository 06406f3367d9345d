/** The public file of the room: which action of a package is which extension point, would it be invoked, and why not. */
import type { ExtensionPoint } from '../contract/contract.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import type { Finding } from '../report/finding.ts';
import { actionFindings, type Said } from './action-findings.ts';
import { overriddenIds } from './action-override.ts';
import { type Identity, identityOf } from './identify.ts';
import { type Reason, reasonsAgainst, reasonsForNone } from './judge.ts';
import { type InputMatch, matchInputs } from './match-inputs.ts';
import { nearestName } from './nearest-name.ts';
import { type Operation, operationsOf } from './operation.ts';

export { type FieldModel, notificationUrl } from './field-model.ts';
export type { Identity } from './identify.ts';
export type { Reason, ReasonCode } from './judge.ts';
export { likelyPoints } from './likely-points.ts';
export type { InputMatch } from './match-inputs.ts';
export { nearestName } from './nearest-name.ts';
export type { Input, Operation } from './operation.ts';
export { describedOutput } from './output-findings.ts';
export { type PackageTool, toolOf, toolsOf, wantsConfirmation } from './tools.ts';
export { isTranslated, matchOf, normalized, similarity, wordDifference } from './wording.ts';

/** One operation as the host sees it. */
export interface DiscoveredAction extends Identity {
  readonly operation: Operation;
  /** The host would invoke it: an extension point without a reason against it, or a chat skill. */
  readonly invocable: boolean;
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  readonly inputMatches: readonly InputMatch[];
  /** It is the one that the host uses: of two operations for one point the first. */
  readonly isUsed: boolean;
}

export interface Discovery {
  /** The package; its findings include those of actions.json. */
  readonly connector: ConnectorPackage;
  /** Every operation, in the order of the definition. */
  readonly actions: readonly DiscoveredAction[];
}

/** Discovers the actions of a package. Never throws, whatever the definition holds. */
export function discover(connector: ConnectorPackage): Discovery {
  const judged = operationsOf(connector).map(judgedOperation);
  const rivalsOf = new Map<ExtensionPoint, Judged[]>();
  for (const each of judged) {
    const { point } = each.identity;
    if (point) rivalsOf.set(point, [...(rivalsOf.get(point) ?? []), each]);
  }
  const replaced = [...rivalsOf.keys()].some((point) => point.id === 'email-summary');
  const actions = judged.map((each): DiscoveredAction => {
    const { operation, identity, inputMatches, reasons } = each;
    const { point, kind } = identity;
    const rivals = (point && rivalsOf.get(point)) ?? [];
    const said = [...actionFindings(operation, identity, inputMatches), ...duplicateFindings(each, rivals)];
    return {
      ...identity,
      operation,
      invocable: reasons.length === 0,
      reasons,
      findings: said.map((finding) => placed(finding, connector)),
      inputMatches,
      isUsed: kind === 'chat-skill' || (rivals[0] === each && !(replaced && point?.legacy === true)),
    };
  });
  const findings = [...connector.findings, ...overrideFindings(connector, actions)];
  return { connector: { ...connector, findings }, actions };
}

interface Judged {
  readonly operation: Operation;
  readonly identity: Identity;
  readonly inputMatches: readonly InputMatch[];
  readonly reasons: readonly Reason[];
}

function judgedOperation(operation: Operation): Judged {
  const identity = identityOf(operation);
  const { point, matchedBy, kind } = identity;
  const inputMatches = point ? matchInputs(operation, point, matchedBy === 'operationId') : [];
  const against = point ? reasonsAgainst(operation, point, matchedBy, inputMatches) : [];
  return { operation, identity, inputMatches, reasons: kind === 'none' ? reasonsForNone(operation) : against };
}

/** Of operations that answer one point: each is told of the others, and which one is used. */
function duplicateFindings({ operation, identity: { point } }: Judged, rivals: readonly Judged[]): Said[] {
  const [first] = rivals;
  if (!point || !first || rivals.length < 2) return [];
  const nameOf = ({ operation: { operationId, method, path } }: Judged) => operationId ?? `${method} ${path}`;
  const better = first.reasons.length > 0 ? rivals.find(({ reasons }) => reasons.length === 0) : undefined;
  const advice = better
    ? `${nameOf(first)} would not be invoked and ${nameOf(better)} would: remove ${nameOf(first)}.`
    : 'Remove the others.';
  const message = `${rivals.map(nameOf).join(' and ')} answer ${point.id}; the host uses the first, ${nameOf(first)}. ${advice}`;
  return [{ rule: 'action-duplicate', severity: 'warning', message, pointer: operation.pointer }];
}

/** Actions of actions.json that have no operation. */
function overrideFindings({ actions: source }: ConnectorPackage, actions: readonly DiscoveredAction[]): Finding[] {
  const ids = actions.flatMap(({ operation }) => operation.operationId ?? []);
  return overriddenIds(source?.value).flatMap(({ operationId, pointer }): Finding[] => {
    if (!source || actions.length === 0 || ids.includes(operationId)) return [];
    const nearest = nearestName(operationId, ids);
    const mend = nearest ? `Is ${nearest} meant?` : 'Remove it, or add the operation to the definition.';
    const message = `The action ${operationId} has no operation in the definition, so it overrides nothing. ${mend}`;
    const place = { file: source.file, pointer, ...source.locate(pointer) };
    return [{ rule: 'action-without-operation', severity: 'warning', message, ...place }];
  });
}

function placed(finding: Said, { definition }: ConnectorPackage): Finding {
  return { ...finding, file: definition.file, ...definition.locate(finding.pointer) };
}
