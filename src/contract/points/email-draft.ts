import { extensibilityEmail } from '../extensibility-email.ts';
import type { ExtensionPoint } from '../extension-point.ts';
import { listEnvelope } from '../list-envelope.ts';

/** Enrich email drafts with file links. Source: extend-email-draft.md of MicrosoftDocs/microsoft-salescopilot-docs. */
export const emailDraft = {
  id: 'email-draft',
  title: 'Enrich email drafts with file links',
  surface: 'Draft with Copilot in the side pane: links woven into the draft',
  apiDescription:
    'This action gets files relevant to the email conversation, which will be shown in C4S email drafts in Outlook. The action enhances the existing skills of copilot for sales.',
  method: 'POST',
  operationId: 'scp-get-content-suggestions',
  path: '/api/enhanceskills/content-suggestions',
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
      name: 'resourceType',
      type: 'string',
      required: true,
      description:
        "This input identifies the type of resource shared for fetching suggested file links which in this case is 'email-thread'.",
      details: 'email-thread; teams-chat is named as another',
    },
    {
      name: 'recordType',
      type: 'string',
      required: false,
      description: 'This input identifies the record type in CRM, which is related to the email thread.',
    },
    {
      name: 'recordId',
      type: 'string',
      required: false,
      description: 'This input provides the unique identifier of the CRM record that is related to the email thread.',
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
      name: 'inputPrompt',
      type: 'string',
      required: false,
      description: 'This input indicates the prompt provided by the user while drafting an email.',
      details: 'the suggested prompt in use, e.g. Reply to a Concern, Make a Proposal',
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
  models: { ExtensibilityEmail: extensibilityEmail },
  envelope: listEnvelope,
  item: [
    {
      name: 'contentType',
      type: 'string',
      required: true,
      description: 'This output indicates the type of content included with the email draft.',
    },
    {
      name: 'content',
      type: 'string',
      required: true,
      description:
        'This output indicates the actual content that is included with the email draft. It can either be a web page or a URL.',
      details: 'URL of a web page or file',
    },
    {
      name: 'contentTitle',
      type: 'string',
      required: true,
      description: 'This output indicates the title of the content.',
    },
    {
      name: 'contentDescription',
      type: 'string',
      required: true,
      description: 'This output indicates the text to be included when describing the files.',
      localized: true,
    },
    {
      name: 'contentIconUrl',
      type: 'string',
      required: false,
      description: 'This output indicates the icon to be included for the content.',
      details: 'a generic icon where absent',
    },
    {
      name: 'additionalProperties',
      type: 'object',
      values: 'string',
      required: false,
      description:
        'This output indicates additional properties as name-value pairs of each related link returned by the action.',
      details: 'names and values are what people read, localized by Accept-Language; string values',
      localized: true,
    },
  ],
  contentTypes: {
    'content-file': 'External File (Generic)',
    'content-web': 'External Webpage',
    'content-doc': 'Microsoft Word Document',
    'content-pdf': 'Microsoft PDF Document',
    'content-pptx': 'Microsoft PowerPoint Presentation',
    'content-xlsx': 'Microsoft Excel Spreadsheet',
  },
  agent: {
    purpose: 'Finds files and pages worth linking in a reply to an email.',
    subject: 'Files for a reply',
    question: 'Which files fit a reply to this email?',
    citation: { title: 'contentTitle', subtitle: 'contentDescription', url: 'content', thumbnail: 'contentIconUrl' },
  },
  limits: [],
  notes: ['Only for drafts made in the Sales pane in Outlook.'],
  formerly: [
    {
      field: 'header',
      name: 'x-ms-message-id',
      description: 'This input provides the message ID of the email content for which suggestions are being requested.',
      since: '2024-11-12',
      until: '2024-11-19',
    },
    {
      field: 'header',
      name: 'x-ms-conversation-id',
      description:
        'This input provides the conversation ID of the email content for which suggestions are being requested.',
      since: '2024-11-12',
      until: '2024-11-19',
      note: 'Seismic declares both',
    },
  ],
  example: {
    value: [
      {
        contentType: 0,
        content: 'https://www.bing.com',
        contentTitle: 'Purchase Contract',
        contentDescription: 'Purchase Contract Description',
        contentIconUrl: null,
        additionalProperties: { Recipients: 'Logan Edwards', 'Sender Name': 'Kenny Smith' },
      },
      {
        contentType: 3,
        content: 'https://www.microsoft.com',
        contentTitle: 'Strategy Planning',
        contentDescription: 'Strategy Planning Description',
        contentIconUrl: null,
        additionalProperties: { Recipients: 'Gabriela Edwards', 'Sender Name': 'Maria Smith' },
      },
      {
        contentType: 1,
        content: 'https://www.bing.com',
        contentTitle: 'Contoso Website',
        contentDescription: 'Contoso Website Description',
        contentIconUrl: null,
        additionalProperties: { 'Total Views': '100', Domain: 'Contoso.com' },
      },
    ],
    hasMoreResults: false,
  },
  exampleErrata: ['/value/0/contentType', '/value/1/contentType', '/value/2/contentType'],
  errata: ['contentType is a string by the table and a number in the example'],
  source: 'extend-email-draft.md of MicrosoftDocs/microsoft-salescopilot-docs',
} as const satisfies ExtensionPoint;
