import type { Field } from './extension-point.ts';

/** The mail that the host sends with POST actions; no part of it is required. Source: extend-email-summary.md, extend-email-draft.md. */
export const extensibilityEmail = [
  {
    name: 'plaintextBody',
    type: 'string',
    required: false,
    description: 'This input provides all the content from the email thread in text format.',
  },
  {
    name: 'fullHtmlBody',
    type: 'string',
    required: false,
    description: 'This input provides all the content from the email thread in HTML format.',
  },
  { name: 'subject', type: 'string', required: false, description: 'This input provides the subject of the email.' },
  { name: 'from', type: 'string', required: false, description: "This input provides the sender's email address." },
  {
    name: 'to',
    type: 'array',
    items: 'string',
    required: false,
    description: "This input provides the receiver's email address.",
  },
  {
    name: 'cc',
    type: 'array',
    items: 'string',
    required: false,
    description:
      "This input provides all the receiver's email addresses that are included in the Cc field of the email.",
  },
  {
    name: 'bcc',
    type: 'array',
    items: 'string',
    required: false,
    description: "This input provides all the receiver's email addresses that are added in the Bcc field of the email.",
  },
  {
    name: 'sentDateTime',
    type: 'string',
    format: 'date-time',
    required: false,
    description: 'This input provides the timestamp of the email.',
  },
  {
    name: 'messageId',
    type: 'string',
    required: false,
    description: 'This input provides the message ID of the email.',
  },
  {
    name: 'conversationId',
    type: 'string',
    required: false,
    description: 'This input provides the conversation ID of the email thread.',
  },
] as const satisfies readonly Field[];
