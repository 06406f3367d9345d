import type { ConnectorAction } from '../../../host/api/api-types.ts';

/** One that would be invoked. */
export const insights: ConnectorAction = {
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
  path: '/sales-highlights',
  summary: 'Enrich opportunity insights',
  description: 'This action gets additional sales insights.',
  pointer: '/paths/~1sales-highlights/get',
  needsConfirmation: false,
  findings: [],
  rewritten: null,
  isEnabled: true,
};

/** One that would not be invoked, and has a finding. */
export const withoutRecordType: ConnectorAction = {
  ...insights,
  operationId: 'scp-get-related-records',
  extensionPoint: 'record-details',
  matchedBy: 'operationId',
  exactness: null,
  invocable: false,
  path: '/related-records',
  pointer: '/paths/~1related-records/get',
  reasons: [
    {
      code: 'required-input-missing',
      message: 'No parameter has the description of recordType (G3).',
      pointer: '/paths/~1related-records/get/parameters',
    },
  ],
  findings: [
    {
      rule: 'action-description-exact',
      severity: 'warning',
      message: 'The description is none of the documented ones.',
      file: 'apiDefinition.swagger.json',
      line: 12,
      column: 7,
      pointer: '/paths/~1related-records/get/description',
    },
  ],
};

const secondInsights: ConnectorAction = {
  ...insights,
  operationId: 'insights-two',
  exactness: 'loose',
  isUsed: false,
  path: '/insights-two',
  pointer: '/paths/~1insights-two/get',
};

const draft: ConnectorAction = {
  ...insights,
  operationId: 'scp-get-content-suggestions',
  extensionPoint: 'email-draft',
  isFormerWording: true,
  isEnabled: false,
  method: 'POST',
  path: '/content-suggestions',
  pointer: '/paths/~1content-suggestions/post',
};

const other: ConnectorAction = {
  ...insights,
  operationId: 'TestConnection',
  extensionPoint: null,
  matchedBy: null,
  exactness: null,
  kind: 'none',
  invocable: false,
  isUsed: false,
  path: '/test-connection',
  pointer: '/paths/~1test-connection/get',
  reasons: [
    {
      code: 'no-extension-point',
      message: 'The host has no use for it.',
      pointer: '/paths/~1test-connection/get',
    },
  ],
};

/** One that is called, its duplicate, one that is not invoked, one switched off, and one that is nothing. */
export const fiveActions: readonly ConnectorAction[] = [other, insights, secondInsights, withoutRecordType, draft];
