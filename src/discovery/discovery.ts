/** The public file of the room: which action of a package is which extension point, would it be invoked, and why not. */
import type { ExtensionPoint } from '../contract/contract.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import type { Finding } from '../report/finding.ts';
import { actionFindings } from './action-findings.ts';
import { type Identity, identityOf } from './identify.ts';
import { type Reason, reasonsAgainst } from './judge.ts';
import { type InputMatch, matchInputs } from './match-inputs.ts';
import { type Operation, operationsOf } from './operation.ts';

export type { FieldModel } from './field-model.ts';
export type { Identity } from './identify.ts';
export type { Reason, ReasonCode } from './judge.ts';
export type { InputMatch } from './match-inputs.ts';
export type { Input, Operation } from './operation.ts';
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
  readonly connector: ConnectorPackage;
  /** Every operation, in the order of the definition. */
  readonly actions: readonly DiscoveredAction[];
}

/** Discovers the actions of a package. Never throws, whatever the definition holds. */
export function discover(connector: ConnectorPackage): Discovery {
  const found = operationsOf(connector).map((operation) => ({ operation, identity: identityOf(operation) }));
  const firstOf = new Map<ExtensionPoint, Operation>();
  for (const { operation, identity } of found)
    if (identity.point && !firstOf.has(identity.point)) firstOf.set(identity.point, operation);
  const replaced = [...firstOf.keys()].some((point) => point.id === 'email-summary');
  const actions = found.map(({ operation, identity }): DiscoveredAction => {
    const { point, matchedBy, kind } = identity;
    const inputMatches = point ? matchInputs(operation, point, matchedBy === 'operationId') : [];
    const reasons = point ? reasonsAgainst(operation, point, inputMatches) : [];
    const first = point && firstOf.get(point);
    const isUsed = kind === 'chat-skill' || (first === operation && !(replaced && point?.legacy));
    const said = [...actionFindings(operation, identity, inputMatches), ...duplicateFinding(operation, point, first)];
    return {
      ...identity,
      operation,
      invocable: kind !== 'none' && reasons.length === 0,
      reasons,
      findings: said.map((finding) => placed(finding, connector)),
      inputMatches,
      isUsed,
    };
  });
  return { connector, actions };
}

function duplicateFinding(operation: Operation, point: ExtensionPoint | undefined, first: Operation | undefined) {
  if (!point || !first || first === operation) return [];
  const message = `${first.operationId ?? first.path} answers ${point.id} already; the host uses that one. Remove one of them.`;
  return [{ rule: 'action-duplicate', severity: 'warning' as const, message, pointer: operation.pointer }];
}

function placed(finding: Finding & { readonly pointer: string }, { definition }: ConnectorPackage): Finding {
  return { ...finding, file: definition.file, ...definition.locate(finding.pointer) };
}
