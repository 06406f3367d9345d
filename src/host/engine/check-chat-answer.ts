import type { Finding } from '../../report/finding.ts';
import { type AskedFor, type CutList, cutOf, moreThanAsked } from './asked-for.ts';
import type { CheckedAnswer, Item } from './check-answer.ts';

/** What of a chat skill's answer is shown: its Adaptive Cards; an answer without cards becomes a plain card. */
export function checkChatAnswer(body: unknown, asked: AskedFor): CheckedAnswer {
  const findings: Finding[] = [];
  const { adaptiveCards } = (body ?? {}) as { adaptiveCards?: unknown };
  if (!Array.isArray(adaptiveCards)) {
    const message = 'The answer has no adaptiveCards; it is shown as a plain card.';
    findings.push({ rule: 'chat-without-cards', severity: 'warning', message, pointer: '' });
    return { items: plainCards(body), dropped: [], hasMoreResults: undefined, findings, cut: plainCut(body, asked) };
  }
  const cut = cutOf(adaptiveCards, ['adaptiveCards'], asked);
  if (cut) findings.push(moreThanAsked(cut, asked));
  const items: Item[] = [];
  const dropped: { index: number; why: string }[] = [];
  for (const [index, entry] of adaptiveCards.slice(0, cut?.kept).entries()) {
    const { adaptiveCard, previewCardData } = (entry ?? {}) as { adaptiveCard?: unknown; previewCardData?: unknown };
    const card = cardOf(adaptiveCard);
    if (typeof card === 'string') dropped.push({ index, why: card });
    else items.push({ adaptiveCard: card, previewCardData: previewCardData ?? {} });
    if (typeof card !== 'string' && card.version !== '1.5') {
      const message = `The card is of version ${String(card.version)}; the host draws version 1.5.`;
      findings.push({ rule: 'chat-card-version', severity: 'warning', message, pointer: `/adaptiveCards/${index}` });
    }
  }
  return { items, dropped, hasMoreResults: undefined, findings, cut };
}

/** The card as an object, or why it is none. */
function cardOf(card: unknown): Readonly<Record<string, unknown>> | string {
  let parsed = card;
  if (typeof card === 'string') {
    try {
      parsed = JSON.parse(card);
    } catch {
      return 'adaptiveCard is no JSON';
    }
  }
  if (typeof parsed !== 'object' || parsed === null) return 'adaptiveCard is missing';
  return (parsed as { type?: unknown }).type === 'AdaptiveCard'
    ? (parsed as Readonly<Record<string, unknown>>)
    : 'adaptiveCard is of another type than AdaptiveCard';
}

/** Of a list that is no list of cards. */
function plainCut(body: unknown, asked: AskedFor): CutList | undefined {
  const { value } = (body ?? {}) as { value?: unknown };
  if (Array.isArray(value)) return cutOf(value, ['value'], asked);
  return Array.isArray(body) ? cutOf(body, [], asked) : undefined;
}

const mostRows = 20;

/** A card a list entry, its plain properties as rows. */
function plainCards(body: unknown): Item[] {
  const { value } = (body ?? {}) as { value?: unknown };
  const entries = Array.isArray(value)
    ? value
    : Array.isArray(body)
      ? body
      : body === null || body === undefined
        ? []
        : [body];
  return entries.slice(0, 10).map((entry) => {
    const facts = Object.entries(typeof entry === 'object' && entry !== null ? entry : { answer: entry })
      .filter(([, each]) => each !== null && typeof each !== 'object')
      .slice(0, mostRows)
      .map(([title, each]) => ({ title, value: String(each) }));
    const title = String(facts.find((fact) => /title|name|subject/i.test(fact.title))?.value ?? facts[0]?.value ?? '');
    return {
      adaptiveCard: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'FactSet', facts }] },
      previewCardData: { title },
    };
  });
}
