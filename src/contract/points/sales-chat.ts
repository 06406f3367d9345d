import type { ExtensionPoint } from '../extension-point.ts';

/** New question-and-answer skill in Sales chat. Source: extend-m365-chat.md of MicrosoftDocs/microsoft-salescopilot-docs (deleted 18 September 2024, two days after the page of the sample connector). */
export const salesChat = {
  id: 'sales-chat',
  title: 'New question-and-answer skill in Sales chat',
  surface: 'Sales chat: an adaptive card, or a summary with numbered citations over several cards',
  apiDescription: null,
  method: 'any',
  operationId: null,
  path: null,
  inputsIn: 'any',
  inputs: [],
  models: {
    PreviewCardData: [
      {
        name: 'title',
        type: 'string',
        required: true,
        description: 'The title of the card, shown where the card is listed.',
      },
      { name: 'subTitle', type: 'string', required: false, description: 'The line below the title.' },
      { name: 'url', type: 'string', required: false, description: 'The URL of what the card is about.' },
    ],
  },
  envelope: [
    {
      name: 'adaptiveCards',
      type: 'array',
      items: 'item',
      required: true,
      description: 'This output holds the cards.',
    },
  ],
  item: [
    {
      name: 'adaptiveCard',
      type: 'string',
      required: true,
      description: 'This output holds an Adaptive Card of version 1.5, serialized.',
    },
    {
      name: 'previewCardData',
      type: 'object',
      model: 'PreviewCardData',
      required: true,
      description: 'This output holds what is shown where the card is listed.',
    },
  ],
  agent: {
    citation: { title: 'previewCardData.title', subtitle: 'previewCardData.subTitle', url: 'previewCardData.url' },
  },
  limits: [
    'parameters are int, double or string; no complex or nested objects',
    'free-form: body is one paragraph of at most 230 characters',
    'free-form: section titles of at most three words, one to five bullets of one sentence each',
    'the card title is "Info from <action name>"',
    'the call-to-action text is "Open <object type>" or "Open in <action name>"',
  ],
  notes: [
    'There is no fixed API description: any action that matches no extension point is a chat skill, chosen by its own description. Contoso Hub has one, Chat about key stakeholders: the key decision makers of an account, given a CRM account name (one required string; call it accountName).',
    'The page was deleted on 18 September 2024, two days after the page of the sample connector was written; the overview still speaks of new question-and-answer capabilities in chat. The answer of certified DocuSign to such a call is a plain list (value), not cards.',
  ],
  formerly: [],
  example: {
    adaptiveCards: [
      {
        adaptiveCard: '{"type":"AdaptiveCard","version":"1.5","body":[]}',
        previewCardData: { title: 'title 1', subTitle: 'subTitle 1', url: 'https://adaptivecards.io/' },
      },
    ],
  },
  exampleErrata: [],
  errata: [],
  source:
    'extend-m365-chat.md of MicrosoftDocs/microsoft-salescopilot-docs (deleted 18 September 2024, two days after the page of the sample connector)',
} as const satisfies ExtensionPoint;
