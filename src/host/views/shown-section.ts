/** What a seller would see of one answer, without a host around it. */
import { extensionPoints, limits } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { Item } from '../engine/check-answer.ts';
import { judgeAnswer } from '../engine/judge-answer.ts';
import type { Answer } from '../engine/send.ts';
import type { Outcome } from '../engine/trace.ts';
import {
  type Called,
  type CardsSection,
  type Citation,
  cardsOf,
  type InsightsSection,
  insightsOf,
  type LinksSection,
  linksOf,
  type RecordsSection,
  recordsOf,
} from './view.ts';

/** A connector's part of a surface. */
export type ShownSection =
  | (Pick<InsightsSection, 'bullets'> & { readonly kind: 'insights'; readonly citations: readonly Citation[] })
  | (Pick<RecordsSection, 'pluralName' | 'rows'> & { readonly kind: 'records' })
  | (Pick<LinksSection, 'links'> & { readonly kind: 'links' })
  | (Pick<CardsSection, 'cards'> & { readonly kind: 'cards' });

export interface ShownAnswer {
  readonly outcome: Outcome;
  /** In words why nothing is shown; empty where all is well. */
  readonly explanation: string;
  /** How many items are shown. */
  readonly count: number;
  readonly section: ShownSection;
}

/** Judges an answer as the host does and draws what is left of it. Secrets are masked. */
export function shownAnswer(
  action: DiscoveredAction,
  answer: Answer,
  secrets: readonly string[],
  connector: string,
): ShownAnswer {
  const asked = { isAsked: false, most: limits.top.max };
  const { outcome, explanation, items } = judgeAnswer(action, answer, [], secrets, asked);
  return { outcome, explanation, count: items.length, section: shownSection(action, items, connector) };
}

const { recordDetails, emailSummary, emailSummaryV1, emailDraft, opportunityInsights, recordSummary } = extensionPoints;

const drawn: Readonly<Record<string, (called: Called) => ShownSection>> = {
  [opportunityInsights.id]: (called) => insights(called, 'description'),
  [recordSummary.id]: (called) => insights(called, 'description'),
  [emailSummary.id]: (called) => insights(called, 'insight'),
  [emailSummaryV1.id]: (called) => insights(called, 'insight'),
  [recordDetails.id](called) {
    const [{ pluralName, rows } = { rows: [] }] = recordsOf(called);
    return { kind: 'records', ...(pluralName !== undefined && { pluralName }), rows };
  },
  [emailDraft.id]: (called) => ({ kind: 'links', links: linksOf(called).flatMap(({ links }) => links) }),
};

/** The section that an action's items make: as its extension point is drawn, and cards for a chat skill. */
export function shownSection(
  { point }: Pick<DiscoveredAction, 'point'>,
  items: readonly Item[],
  connector: string,
): ShownSection {
  const answered = { id: '', connector, outcome: 'shown', isMock: false, items, findings: [] } as const;
  const called: Called = [[{ key: '' }, answered]];
  const draw = drawn[point?.id ?? ''];
  return draw?.(called) ?? { kind: 'cards', cards: cardsOf(called).flatMap(({ cards }) => cards) };
}

function insights(called: Called, textName: 'description' | 'insight'): ShownSection {
  const { sections, citations } = insightsOf(called, textName);
  return { kind: 'insights', bullets: sections.flatMap(({ bullets }) => bullets), citations };
}
