import type { ExtensionPoint } from '../extension-point.ts';
import { listEnvelope } from '../list-envelope.ts';

/** Enrich CRM record details. Source: extend-record-details.md of MicrosoftDocs/microsoft-salescopilot-docs. */
export const recordDetails = {
  id: 'record-details',
  title: 'Enrich CRM record details',
  surface: 'one card per connector under the record details: "<plural display name> from <connector>"',
  apiDescription:
    'This action gets records related to a CRM record. The action enhances the existing skills of Copilot for Sales.',
  method: 'GET',
  operationId: 'scp-get-related-records',
  path: '/api/enhanceskills/related-records',
  inputsIn: 'query',
  inputs: [
    {
      name: 'recordType',
      type: 'string',
      required: true,
      description: 'This input identifies the record type in CRM for which related records are requested.',
      details: 'system name, e.g. account, opportunity; shown for these two only',
    },
    {
      name: 'recordId',
      type: 'string',
      required: true,
      description:
        'This input provides the unique identifier of the CRM record for which related records are requested.',
    },
    {
      name: 'top',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of related records to fetch.',
      details: 'how many to answer',
    },
    {
      name: 'skip',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of records to skip when fetching related records.',
      details: 'how many to pass over',
    },
    {
      name: 'crmType',
      type: 'string',
      required: false,
      description: 'This input indicates the type of CRM the related records are fetched from.',
      details: 'Dynamics 365 or Salesforce by the pages; certified connectors declare Dynamics365, Salesforce',
      enum: ['Dynamics365', 'Salesforce'],
    },
    {
      name: 'crmOrgUrl',
      type: 'string',
      required: false,
      description: 'This input indicates the URL of the CRM environment the related records are fetched from.',
      details: 'URL or host name of the CRM organization: the pages differ',
    },
  ],
  models: {},
  envelope: listEnvelope,
  item: [
    {
      name: 'recordId',
      type: 'string',
      required: true,
      description: 'This output uniquely identifies each related record returned by the action.',
    },
    {
      name: 'recordTypeDisplayName',
      type: 'string',
      required: true,
      description:
        'This output indicates the display name of record type of each related record returned by the action.',
      details: 'localized by Accept-Language',
      localized: true,
    },
    {
      name: 'recordTypePluralDisplayName',
      type: 'string',
      required: true,
      description:
        'This output indicates the plural display name of the record type of each related record returned by the action.',
      details: 'localized by Accept-Language',
      localized: true,
    },
    {
      name: 'recordType',
      type: 'string',
      required: true,
      description: 'This output indicates the type of each related record returned by the action.',
      details: 'system name, e.g. contract',
    },
    {
      name: 'recordTitle',
      type: 'string',
      required: true,
      description: 'This output indicates the title of each related record returned by the action.',
    },
    {
      name: 'url',
      type: 'string',
      required: false,
      description: 'This output indicates the URL of each related record returned by the action.',
      details: 'opens the record in the partner application',
    },
    {
      name: 'additionalProperties',
      type: 'object',
      values: 'string',
      required: false,
      description:
        'This output indicates additional properties as name-value pairs of each related record returned by the action.',
      details: 'names and values are what people read, localized by Accept-Language; string values',
      localized: true,
    },
  ],
  agent: {
    purpose: 'Lists the records of the partner application that belong to a CRM record.',
    subject: 'What belongs to an opportunity',
    question: 'Which records belong to this opportunity?',
    citation: { title: 'recordTitle', subtitle: 'recordTypeDisplayName', url: 'url' },
  },
  limits: [
    'at most five connectors are shown in the side pane',
    'the first two additional properties are the key fields of a row',
    'shown for accounts and opportunities only',
  ],
  shownFor: ['account', 'opportunity'],
  notes: [],
  formerly: [],
  example: {
    value: [
      {
        recordId: 'ID1',
        recordTypeDisplayName: 'Contract',
        recordTitle: '50 Cafe A-100 Automatic Renewal Contract',
        recordTypePluralDisplayName: 'Documents',
        recordType: 'contract',
        url: 'https://contosohub.com/contract/id1',
        additionalProperties: { Status: 'Signed', Date: '9/7/23', 'Signed by': 'Alberto Burgos, Tony [last name]' },
      },
      {
        recordId: 'ID2',
        recordTypeDisplayName: 'Contract',
        recordTitle: 'ABC Company 2023 Renewal Contract',
        recordTypePluralDisplayName: 'Documents',
        recordType: 'contract',
        url: 'https://contosohub.com/contract/id2',
        additionalProperties: { Status: 'Delivered', Date: '9/3/23', 'Signed by': 'Alberto Burgos' },
      },
    ],
    hasMoreResults: false,
  },
  exampleErrata: [],
  errata: ['the example pairs the display name Contract with the plural Documents'],
  source: 'extend-record-details.md of MicrosoftDocs/microsoft-salescopilot-docs',
} as const satisfies ExtensionPoint;
