import type { CardsSection, ChatView } from '../../../host/api/api-types.ts';
import { stakeholderCard } from '../adaptive-card/AdaptiveCard.fixtures.ts';

const contosoHub = { connector: 'contoso-hub', title: 'Contoso Hub', isMock: false, trace: 'trace-1' } as const;
const chosen = {
  connector: 'contoso-hub',
  operationId: 'ChatAboutKeyStakeholders',
  summary: 'Chat about key stakeholders',
  why: 'its description speaks of key, stakehold',
};
const url = 'https://hub.contoso.com/contacts/alberto';

function answerOf(cards: CardsSection['cards']): ChatView {
  return { sections: [{ ...contosoHub, outcome: 'shown', cards }], chosen, findings: [] };
}

const person = (title: string, subTitle: string) => ({
  title,
  subTitle,
  url,
  adaptiveCard: {
    ...stakeholderCard,
    body: [{ type: 'TextBlock', text: title }, { type: 'TextBlock', text: subTitle }, ...stakeholderCard.body.slice(2)],
  },
});

/** One person, whose card repeats the title and subtitle of its head. */
export const oneCard: ChatView = answerOf([person('Alberto Burgos', 'Chief Operating Officer, Decision maker')]);

/** Three people, a card each. */
export const threeCards: ChatView = answerOf([
  person('Alberto Burgos', 'Chief Operating Officer, Decision maker'),
  person('Tony Benis', 'Head of Procurement, Buyer'),
  person('Gabriela Edwards', 'Café Operations Manager, Champion'),
]);

/** A paragraph and sections of bullets, no labels and values. */
export const freeForm: ChatView = {
  ...answerOf([
    {
      title: 'Info from Contoso Hub',
      url: 'https://hub.contoso.com',
      adaptiveCard: {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [
          { type: 'TextBlock', text: 'Info from Contoso Hub', weight: 'Bolder' },
          { type: 'TextBlock', text: '9 Café PG-1 Grinders was opened for Alpine Ski House.', wrap: true },
          { type: 'TextBlock', text: 'Latest activity', wrap: true },
          { type: 'TextBlock', text: '- Daisy saved an email thread.\n- Alberto sent a follow-up.', wrap: true },
        ],
      },
    },
  ]),
  chosen: { ...chosen, operationId: 'AboutDeals', summary: 'Contoso Hub' },
};

/** A skill that changes something and was not called yet. */
export const confirmation: ChatView = { sections: [], chosen, needsConfirmation: true, findings: [] };

/** No chat skill fits the question. */
export const noSkill: ChatView = { sections: [], findings: [] };

/** The skill was called, and the connector took longer than five seconds. */
export const timedOut: ChatView = {
  sections: [{ ...contosoHub, outcome: 'timeout', cards: [] }],
  chosen,
  findings: [],
};

/** The question names no account, and no record is chosen. */
export const missingInput: ChatView = {
  sections: [{ ...contosoHub, outcome: 'missing-input', cards: [] }],
  chosen,
  findings: [],
};
