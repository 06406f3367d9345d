import type { ConnectorAction, ConnectorView } from '../../../host/api/api-types.ts';

const insights: ConnectorAction = {
  operationId: 'scp-get-sales-highlights',
  extensionPoint: 'opportunity-insights',
  matchedBy: 'description',
  invocable: true,
  reasons: [],
  kind: 'extension-point',
  isUsed: true,
  exactness: 'exact',
  isFormerWording: false,
  method: 'GET',
  path: '/highlights',
  summary: 'Highlights',
  description: 'This action gets additional sales insights …',
  pointer: '/paths/~1highlights/get',
  needsConfirmation: false,
  findings: [],
  rewritten: null,
  isEnabled: true,
};

/** A connector with one action, of which all is well. */
export const contosoHub: ConnectorView = {
  key: 'contoso-hub',
  title: 'Contoso Hub',
  location: '/contoso-hub/package',
  url: 'http://127.0.0.1:8080',
  givenUrl: null,
  headers: {},
  icon: null,
  rewritten: null,
  isMock: false,
  faults: {},
  connections: [],
  findings: [],
  actions: [insights],
};

export const withAction = (changes: Partial<ConnectorAction>): ConnectorView => ({
  ...contosoHub,
  actions: [{ ...insights, ...changes }],
});

/** An operation whose description is nearly that of opportunity insights. */
export const nearMiss = withAction({
  operationId: 'GetHighlights',
  extensionPoint: null,
  matchedBy: null,
  kind: 'none',
  isUsed: false,
  invocable: false,
  findings: [
    {
      rule: 'action-description-near',
      severity: 'warning',
      message: 'The description is near that of opportunity-insights and matches nothing: “sale” is “sales” there.',
      pointer: '/paths/~1highlights/get/description',
    },
  ],
});
