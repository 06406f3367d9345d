import type { Trace } from '../../../host/api/api-types.ts';

/** One call that showed two of three items. */
export const shownCall: Trace = {
  id: 'trace-1',
  at: '2026-11-22T18:08:50.703Z',
  connector: 'Contoso Hub',
  connectorKey: 'contoso-hub',
  wanted: 'opportunity-insights',
  action: {
    operationId: 'scp-get-sales-highlights',
    extensionPoint: 'opportunity-insights',
    matchedBy: 'description',
    invocable: true,
    reasons: [],
  },
  outcome: 'shown',
  explanation: '',
  values: [
    {
      input: 'recordId',
      value: '50cafe00-a100-4000-8000-000000000001',
      parameter: { name: 'recordId', in: 'query' },
      matchedBy: 'description',
    },
    { input: 'top', value: 10, parameter: { name: 'limit', in: 'query' }, matchedBy: 'name' },
    { input: 'crmOrgUrl', value: 'https://contoso.crm.dynamics.com', parameter: null, matchedBy: null },
    { input: 'version', value: '2', parameter: { name: 'version', in: 'header' }, matchedBy: 'default' },
  ],
  request: {
    method: 'GET',
    url: 'http://127.0.0.1:8080/api/enhanceskills/sales-highlights?recordId=50cafe00&limit=10',
    headers: { accept: 'application/json', 'accept-language': 'fr-FR', authorization: 'Bearer [masked]' },
    body: null,
  },
  response: {
    status: 200,
    durationMs: 1250,
    firstByteMs: 1000,
    headers: { 'content-type': 'application/json' },
    body: { value: [{ title: 'One' }, { title: 'Two' }, {}], hasMoreResults: true },
  },
  items: [{ title: 'One' }, { title: 'Two' }],
  hasMoreResults: true,
  dropped: [{ index: 2, why: 'title is missing' }],
  findings: [
    { rule: 'output-description', severity: 'info', message: 'title is mapped by its name only.' },
    {
      rule: 'item-required-property',
      severity: 'error',
      message: 'The item lacks title, so it is not shown (G7).',
      pointer: '/value/2/title',
    },
    { rule: 'item-time', severity: 'warning', message: 'dateTime is no RFC 3339 time in UTC.', pointer: '/value/0' },
  ],
  isMock: false,
};

const nothingBack = { items: [], hasMoreResults: null, dropped: [], findings: [] };

export const timedOutCall: Trace = {
  ...shownCall,
  ...nothingBack,
  id: 'trace-2',
  outcome: 'timeout',
  explanation: 'No answer within 5000 ms: the host waits five seconds and shows nothing (G8).',
  response: { status: null, durationMs: 5002.4, firstByteMs: null, headers: {}, body: '' },
};

export const switchedOffCall: Trace = {
  ...shownCall,
  ...nothingBack,
  id: 'trace-3',
  outcome: 'switched-off',
  explanation: 'The action is switched off.',
  values: [],
  request: null,
  response: null,
};

/** An action that the host would not invoke. */
export const refusedCall: Trace = {
  ...switchedOffCall,
  id: 'trace-4',
  outcome: 'not-invocable',
  explanation: 'The host would not invoke this action and shows an internal error.',
  action: {
    operationId: 'scp-get-sales-highlights',
    extensionPoint: 'opportunity-insights',
    matchedBy: 'operationId',
    invocable: false,
    reasons: [
      {
        code: 'wrong-method',
        message: 'The method is POST; the host calls opportunity-insights with GET (G2).',
        pointer: '/paths/~1highlights/post',
      },
    ],
  },
};

export const errorCall: Trace = {
  ...shownCall,
  ...nothingBack,
  id: 'trace-5',
  outcome: 'error-answer',
  explanation: 'The connector answered 404 RECORD_NOT_FOUND: Contoso Hub does not know this CRM record.',
  response: {
    status: 404,
    durationMs: 13.5,
    firstByteMs: 13.2,
    headers: {},
    body: { errorCode: 'RECORD_NOT_FOUND', errorMessage: 'Contoso Hub does not know this CRM record.' },
  },
};
