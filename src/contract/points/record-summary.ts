import type { ExtensionPoint } from '../extension-point.ts';
import { listEnvelope } from '../list-envelope.ts';

/** Enrich CRM record summary. Source: extend-record-summary.md of MicrosoftDocs/microsoft-salescopilot-docs. */
export const recordSummary = {
  id: 'record-summary',
  title: 'Enrich CRM record summary',
  surface: 'Opportunity summary card: section "Info from <connector>", each bullet with a citation card',
  apiDescription:
    'This action gets additional sales insights related to a CRM record that will be shown in the C4S record summary card. The action enhances the existing skills of copilot for sales.',
  method: 'GET',
  operationId: 'scp-get-related-activities',
  path: '/api/enhanceskills/related-activities',
  inputsIn: 'query',
  inputs: [
    {
      name: 'recordType',
      type: 'string',
      required: true,
      description: 'This input indicates the entity or object type in CRM for which insights are requested.',
      details: 'system name, e.g. account, opportunity',
    },
    {
      name: 'recordId',
      type: 'string',
      required: true,
      description: 'This input indicates the unique identifier of the CRM record for which insights are requested.',
    },
    {
      name: 'startDateTime',
      type: 'string',
      format: 'date-time',
      required: false,
      description: 'This input indicates the start date and time for insights requested.',
    },
    {
      name: 'endDateTime',
      type: 'string',
      format: 'date-time',
      required: false,
      description: 'This input indicates the end date and time for insights requested.',
    },
    {
      name: 'top',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of insights to fetch.',
      details: 'how many to answer',
    },
    {
      name: 'skip',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of insights to skip.',
      details: 'how many to pass over',
    },
    {
      name: 'crmType',
      type: 'string',
      required: false,
      description:
        'This input indicates the type of CRM in which the CRM record exists, for which insights are requested.',
      details: 'Dynamics 365 or Salesforce by the pages; certified connectors declare Dynamics365, Salesforce',
      enum: ['Dynamics365', 'Salesforce'],
    },
    {
      name: 'crmOrgUrl',
      type: 'string',
      required: false,
      description:
        'This input indicates the URL of the CRM environment in which the CRM record exists, for which insights are requested.',
      details: 'URL or host name of the CRM organization: the pages differ',
    },
  ],
  models: {},
  envelope: listEnvelope,
  item: [
    {
      name: 'title',
      type: 'string',
      required: true,
      description: 'This output indicates the title of the activity in the citation card.',
      details: 'localized by Accept-Language',
      localized: true,
    },
    {
      name: 'description',
      type: 'string',
      required: true,
      description: 'This output indicates the description of the insight.',
      details: 'localized by Accept-Language',
      localized: true,
    },
    {
      name: 'dateTime',
      type: 'string',
      format: 'date-time',
      required: true,
      description: 'This output indicates the time associated with the insight.',
      details: 'UTC; of an activity with start and end the application chooses one',
    },
    {
      name: 'url',
      type: 'string',
      required: false,
      description: 'This output indicates the URL to open insight.',
      details: 'opens the activity in the partner application',
    },
    {
      name: 'additionalProperties',
      type: 'object',
      values: 'string',
      required: false,
      description: 'This output indicates additional properties displayed in the detailed view of the insight.',
      details: 'names and values are what people read, localized by Accept-Language; string values',
      localized: true,
    },
  ],
  agent: {
    purpose: 'Tells what happened around a CRM record, within a span of time where one is given.',
    subject: 'What happened lately',
    question: 'What happened around this opportunity in the last three months?',
    citation: { title: 'title', subtitle: 'description', url: 'url' },
  },
  limits: [],
  notes: ['Email summary and record summary must be separate actions, however alike they look.'],
  formerly: [
    {
      field: 'API',
      description:
        'This action gets additional sales insights related to a CRM record that will be shown in the Copilot for Sales record summary card. The action enhances the existing skills of copilot for sales.',
      since: '2024-05-27',
      until: '2024-05-27',
    },
  ],
  example: {
    value: [
      {
        title: 'Contract signed',
        description: 'You have 5 connections in Fourth Coffee Inc',
        dateTime: '2024-05-07T03:28:38.0667701Z',
        url: null,
        additionalProperties: {
          'Contract name': '50 Cafe-A-100 Automatic Renewal Contract',
          'Signed by': 'Alberto Burgos, Tony',
          Signed: '9/7/23',
        },
      },
      {
        title: 'Contract signed',
        description:
          'Multiple stakeholders from Fourth Coffee have visited the Contoso website four times in the last four months',
        dateTime: '2024-05-07T03:28:38.0669445Z',
        url: null,
        additionalProperties: {
          'Contract name': '50 Cafe-A-100 Automatic Renewal Contract',
          'Signed by': 'Alberto Burgos, Tony',
          Signed: '9/7/23',
        },
      },
    ],
    hasMoreResults: false,
  },
  exampleErrata: [],
  errata: [],
  source: 'extend-record-summary.md of MicrosoftDocs/microsoft-salescopilot-docs',
} as const satisfies ExtensionPoint;
