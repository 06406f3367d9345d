import type { ExtensionPoint } from '../extension-point.ts';
import { listEnvelope } from '../list-envelope.ts';

/** Enrich email summary (version 1, replaced in 2025). Source: extend-email-summary.md of MicrosoftDocs/microsoft-salescopilot-docs as of 2024-09. */
export const emailSummaryV1 = {
  id: 'email-summary-v1',
  title: 'Enrich email summary (version 1, replaced in 2025)',
  surface: 'as email-summary',
  legacy: true,
  apiDescription:
    'This action gets additional sales insights that will be shown in C4S email summary experience inside outlook summary. The action enhances the existing skills of copilot for sales.',
  method: 'GET',
  operationId: 'scp-get-email-insights',
  path: '/api/enhanceskills/email-insights',
  inputsIn: 'query',
  inputs: [
    {
      name: 'recordType',
      type: 'string',
      required: false,
      description: 'This input identifies the record type in CRM, which is related to the summarized email.',
      details: 'account, opportunity, lead or contact',
    },
    {
      name: 'recordId',
      type: 'string',
      required: false,
      description:
        'This input provides the unique identifier of the CRM record that is related to the summarized email.',
    },
    {
      name: 'crmType',
      type: 'string',
      required: false,
      description: 'This input indicates the type of CRM in which the record related to the summarized email exists.',
      details: 'Dynamics 365 or Salesforce by the pages; certified connectors declare Dynamics365, Salesforce',
      enum: ['Dynamics365', 'Salesforce'],
    },
    {
      name: 'crmOrgUrl',
      type: 'string',
      required: false,
      description:
        'This input indicates the URL of the CRM environment in which the record related to the summarized email exists.',
      details: 'URL or host name of the CRM organization: the pages differ',
    },
    {
      name: 'emailContacts',
      type: 'string',
      required: true,
      description: 'This input indicates a list of all relevant participant emails in the current email thread.',
    },
    {
      name: 'Top',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of insights to fetch.',
      details: 'how many to answer',
    },
    {
      name: 'Skip',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of items to skip when fetching insights.',
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
      description: "This output indicates the title of the partner section and should include only the partner's name.",
      details: 'only the name of the partner, at most 20 characters',
      maxLength: 20,
    },
    {
      name: 'description',
      type: 'string',
      required: true,
      description: 'This output indicates the text you would like to be included in the email summary.',
      localized: true,
    },
  ],
  agent: {
    purpose: 'Gives what the partner application knows about the participants of an email thread, by their addresses.',
    subject: 'The people in an email',
    question: 'What do we know about the people in this email?',
    citation: { title: 'title', subtitle: 'description' },
  },
  limits: ['title: at most 20 characters, only the partner name', 'only the first insight is used'],
  notes: [
    'The version that was current when the page of the sample connector was written (September 2024). emailContacts is a comma-separated list of addresses. Version 2 has the same API description and replaces it: a connector should carry one of the two.',
  ],
  formerly: [
    {
      field: 'API',
      description:
        'This action gets additional sales insights that will be shown in Copilot for Sales email summary experience inside outlook summary. The action enhances the existing skills of copilot for sales.',
      since: '2024-05-27',
      until: '2024-05-30',
    },
    {
      field: 'recordType',
      description: 'This input identifies the record type in CRM which is related to the summarized email.',
      since: '2024-05-02',
      until: '2024-05-14',
    },
    {
      field: 'recordId',
      description:
        'This input provides the unique identifier of the CRM record which is related to the summarized email.',
      since: '2024-05-02',
      until: '2024-05-14',
    },
  ],
  example: {
    value: [
      {
        title: 'From Contoso Customer Insights',
        description: 'Your colleagues Mona Kane, Ray Tanaka, and Daniela Smith have worked with them before.',
      },
    ],
    hasMoreResults: false,
  },
  exampleErrata: ['/value/0/title'],
  errata: [
    'the title of the example has more than the 20 characters allowed',
    'the table writes Title, Description, Top, Skip; the example title, description; DocuSignDemo declares the capitalised ones: match names without case',
  ],
  source: 'extend-email-summary.md of MicrosoftDocs/microsoft-salescopilot-docs as of 2024-09',
} as const satisfies ExtensionPoint;
