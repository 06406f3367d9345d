/** All that is wrong with a connector, wherever it was found. */
import type { ConnectorAction, ConnectorView, Finding, LintedFinding } from '../../../host/api/api-types.ts';

/** The findings of the package and of its actions; what keeps an action, or all, from being called is an error. */
export function findingsOf(
  { findings, actions }: Pick<ConnectorView, 'findings' | 'actions'>,
  lint: readonly LintedFinding[] = [],
): readonly Finding[] {
  const concerned = actions.filter(({ kind }) => kind !== 'none');
  return [
    ...(concerned.length === 0 ? [nothingIsCalled] : []),
    ...concerned.flatMap(whyNotInvoked),
    ...withLint([...findings, ...actions.flatMap((action) => action.findings)], lint),
  ];
}

/** What lint has to say of one action, and what was found in it besides. */
export function findingsOfAction(
  { pointer, findings }: Pick<ConnectorAction, 'pointer' | 'findings'>,
  lint: readonly LintedFinding[] = [],
): readonly Finding[] {
  return withLint(
    findings,
    lint.filter(({ concerns }) => concerns.includes(pointer)),
  );
}

/** Lint tells again what the host found itself, and more of it. */
function withLint(findings: readonly Finding[], lint: readonly LintedFinding[]): readonly Finding[] {
  const told = new Set(lint.map(({ rule, message }) => `${rule} ${message}`));
  return [...findings.filter(({ rule, message }) => !told.has(`${rule} ${message}`)), ...lint];
}

export function errorsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

const nothingIsCalled: Finding = {
  rule: 'no-action',
  severity: 'error',
  message:
    'Nothing of this connector is ever called: no operation has the description of an extension point, and none is a chat skill.',
};

function whyNotInvoked({ invocable, reasons, operationId, method, path }: ConnectorAction): readonly Finding[] {
  if (invocable) return [];
  return reasons.map(({ code, message, pointer }) => ({
    rule: code,
    severity: 'error',
    message: `${operationId ?? `${method} ${path}`} would not be invoked. ${message}`,
    pointer,
  }));
}
