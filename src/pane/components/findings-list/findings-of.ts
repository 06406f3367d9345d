/** All that is wrong with a connector, wherever it was found. */
import type { ConnectorAction, ConnectorView, Finding } from '../../../host/api/api-types.ts';

/** The findings of the package and of its actions; what keeps an action, or all, from being called is an error. */
export function findingsOf({ findings, actions }: Pick<ConnectorView, 'findings' | 'actions'>): readonly Finding[] {
  const concerned = actions.filter(({ kind }) => kind !== 'none');
  return [
    ...(concerned.length === 0 ? [nothingIsCalled] : []),
    ...concerned.flatMap(whyNotInvoked),
    ...findings,
    ...actions.flatMap((action) => action.findings),
  ];
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
