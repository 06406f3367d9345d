import type { ExtensionPoint } from '../extension-point.ts';
import { listEnvelope } from '../list-envelope.ts';

/** Enrich opportunity insights (called key sales info until 2025). Source: extend-opportunity-insights.md of MicrosoftDocs/microsoft-salescopilot-docs. */
export const opportunityInsights = {
  id: 'opportunity-insights',
  title: 'Enrich opportunity insights (called key sales info until 2025)',
  surface: 'Insights from connected sources card of the side pane',
  apiDescription:
    'This action gets additional sales insights that will be shown in C4S key sales info card in outlook sidecar. The action enhances the existing skills of copilot for sales.',
  method: 'GET',
  operationId: 'scp-get-sales-highlights',
  path: '/api/enhanceskills/sales-highlights',
  inputsIn: 'query',
  inputs: [
    {
      name: 'recordType',
      type: 'string',
      required: true,
      description: 'This input identifies the record type in CRM for which key sales info is requested.',
      details: 'account, opportunity, lead or contact',
    },
    {
      name: 'recordId',
      type: 'string',
      required: true,
      description: 'This input provides the unique identifier of the CRM record for which key sales info is requested.',
    },
    {
      name: 'crmType',
      type: 'string',
      required: false,
      description:
        'This input indicates the type of CRM in which the CRM record exists, for which key sales info is requested.',
      details: 'Dynamics 365 or Salesforce by the pages; certified connectors declare Dynamics365, Salesforce',
      enum: ['Dynamics365', 'Salesforce'],
    },
    {
      name: 'crmOrgUrl',
      type: 'string',
      required: false,
      description:
        'This input indicates the URL of the CRM environment in which the CRM record exists, for which key sales info is requested.',
      details: 'URL or host name of the CRM organization: the pages differ',
    },
    {
      name: 'top',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of sales highlights to fetch.',
      details: 'how many to answer',
    },
    {
      name: 'skip',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of items to skip when fetching sales highlights.',
      details: 'how many to pass over',
    },
  ],
  models: {},
  envelope: listEnvelope,
  item: [
    {
      name: 'title',
      type: 'string',
      required: true,
      description: 'This output indicates the title of citation card for the insight.',
      details: 'only the name of the partner, at most 20 characters',
      maxLength: 20,
    },
    {
      name: 'description',
      type: 'string',
      required: true,
      description: 'This output indicates the text of the insight to be included in key sales info.',
      details: 'at most 130 characters',
      maxLength: 130,
      localized: true,
    },
    {
      name: 'url',
      type: 'string',
      required: false,
      description: 'This output indicates the URL to learn more about the insight.',
    },
    {
      name: 'dateTime',
      type: 'string',
      format: 'date-time',
      required: false,
      description: 'This output indicates the time associated with the insight.',
      details: 'UTC',
    },
    {
      name: 'additionalProperties',
      type: 'object',
      values: 'string',
      required: false,
      description:
        'This output indicates additional properties as name-value pairs of each related insight returned by the action.',
      details: 'names and values are what people read, localized by Accept-Language; string values',
      localized: true,
    },
  ],
  agent: {
    purpose: 'Gives the insights worth knowing about a CRM record.',
    subject: 'An opportunity',
    question: 'What should I know about this opportunity?',
    citation: { title: 'title', subtitle: 'description', url: 'url' },
  },
  limits: ['title: at most 20 characters', 'description: at most 130 characters'],
  shownFor: ['opportunity'],
  notes: [],
  formerly: [
    {
      field: 'API',
      description:
        'This action gets additional sales insights that will be shown in Copilot for Sales key sales info card in outlook side pane. The action enhances the existing skills of copilot for sales.',
      since: '2024-05-27',
      until: '2024-05-27',
    },
  ],
  example: {
    value: [
      {
        title: 'Contract signed',
        description: 'Kenny Smith sent Renewal Contract on 04/23/2023 related to 50 Cafe A-100 Automatic',
        dateTime: '2023-09-07T03:42:35.4662309Z',
        url: 'https://contosohub.com',
        additionalProperties: {
          'Contract name': 'Renewal contract for Fourth Coffee',
          'Signed by': 'Alberto Burgos, Tony Benis',
          Signed: '9/7/23',
          'Related Opportunity': '50 CafeA-100 Automatic',
        },
      },
    ],
    hasMoreResults: false,
  },
  exampleErrata: [],
  errata: [
    'the page leaves the url of its example unquoted (invalid JSON); mended here',
    'its title "Contract signed" is not the partner name that its own table asks for',
  ],
  source: 'extend-opportunity-insights.md of MicrosoftDocs/microsoft-salescopilot-docs',
} as const satisfies ExtensionPoint;
