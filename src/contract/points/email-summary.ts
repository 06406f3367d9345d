import { extensibilityEmail } from '../extensibility-email.ts';
import type { ExtensionPoint } from '../extension-point.ts';
import { listEnvelope } from '../list-envelope.ts';

/** Enrich email summary. Source: extend-email-summary.md of MicrosoftDocs/microsoft-salescopilot-docs. */
export const emailSummary = {
  id: 'email-summary',
  title: 'Enrich email summary',
  surface: 'Summary by Copilot box over an email (canvas) and the email card of the side pane',
  apiDescription:
    'This action gets additional sales insights that will be shown in C4S email summary experience inside outlook summary. The action enhances the existing skills of copilot for sales.',
  method: 'POST',
  operationId: 'scp-get-email-insights-v2',
  path: '/api/enhanceskills/email-insights-v2',
  inputsIn: 'body',
  inputs: [
    {
      name: 'resourceData',
      type: 'object',
      model: 'ExtensibilityEmail',
      required: true,
      description:
        'This input identifies the email content which is a collection of email thread, subject, and other details.',
    },
    {
      name: 'relatedEntities',
      type: 'array',
      items: 'RelatedEntity',
      required: false,
      description: 'This input identifies the array of CRM records, which is related to the email thread.',
    },
    {
      name: 'crmType',
      type: 'string',
      required: false,
      description: 'This input indicates the type of CRM in which the record related to the email thread exists.',
      details: 'Dynamics 365 or Salesforce by the pages; certified connectors declare Dynamics365, Salesforce',
      enum: ['Dynamics365', 'Salesforce'],
    },
    {
      name: 'crmOrgUrl',
      type: 'string',
      required: false,
      description:
        'This input indicates the URL of the CRM environment in which the record related to the email thread exists.',
      details: 'URL or host name of the CRM organization: the pages differ',
    },
    {
      name: 'top',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of file links to fetch.',
      details: 'how many to answer',
    },
    {
      name: 'skip',
      type: 'integer',
      format: 'int32',
      required: false,
      description: 'This input indicates the number of items to skip when fetching suggested file links.',
      details: 'how many to pass over',
    },
  ],
  models: {
    ExtensibilityEmail: extensibilityEmail,
    RelatedEntity: [
      {
        name: 'entityId',
        type: 'string',
        required: true,
        description: 'This input provides the unique identifier of the CRM record that is related to the email thread.',
      },
      {
        name: 'entityType',
        type: 'string',
        required: true,
        description: 'This input identifies the record type in CRM, which is related to the email thread.',
      },
      {
        name: 'entitySource',
        type: 'string',
        required: false,
        description: 'This input indicates the entity source type.',
        details: '"connected" or empty',
      },
    ],
  },
  envelope: listEnvelope,
  item: [
    {
      name: 'insight',
      type: 'string',
      required: true,
      description: 'This output indicates the text you would like to be included in the email summary.',
      details: 'localized by Accept-Language',
      localized: true,
    },
  ],
  agent: {
    purpose: 'Gives what the partner application knows about the people and companies of an email.',
    subject: 'The people in an email',
    question: 'What do we know about the people in this email?',
    citation: { title: 'insight' },
  },
  limits: [
    'the canvas shows only the first insight',
    'the section title is the connector name ("Info from <connector>")',
  ],
  notes: [
    'Replaces version 1 (GET, operation scp-get-email-insights), which has the same API description: the two are told apart by method.',
    'top and skip carry the wording of email drafts ("file links"): that is what the documentation says, so it is what is matched.',
  ],
  formerly: [
    {
      field: 'insight',
      name: 'insightMarkdown',
      description: 'This  output indicates the markdown text you would like to be included in the email summary.',
      since: '2025-03-25',
      until: '2025-04-10',
      note: 'hyperlinks only, in the side pane only; a public C# sample still answers it',
    },
  ],
  example: {
    value: [
      { insight: 'Your colleagues Mona Kane, Ray Tanaka and Daniela Smith have worked with them before.' },
      { insight: 'The email was opened three times in the last month.' },
    ],
    hasMoreResults: false,
  },
  exampleErrata: [],
  errata: [
    'the details of entityId and entityType are swapped; their descriptions are right',
    'the description of insight has a doubled space on the page',
  ],
  source: 'extend-email-summary.md of MicrosoftDocs/microsoft-salescopilot-docs',
} as const satisfies ExtensionPoint;
