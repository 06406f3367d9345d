/** What each surface shows, by extension point: the CRM's own part and the connectors' sections. */
import { extensionPoints } from '../../contract/contract.ts';
import type { SurfaceViews } from '../views/surface-views.ts';
import { type Called, insightsOf, linksOf, recordsOf } from '../views/view.ts';
import type { Situation } from '../world/host-values.ts';
import { shownFields } from '../world/record-fields.ts';
import type { Seller } from '../world/seller.ts';
import type { Served } from './served.ts';

export interface Asked {
  readonly served: Served;
  readonly situation: Situation;
  readonly seller: Seller;
}

const { opportunityInsights, recordSummary, recordDetails, emailSummary, emailDraft, salesChat } = extensionPoints;

/** Surfaces that call every connector; Sales chat calls one skill. */
export type CalledSurface = Exclude<keyof SurfaceViews, typeof salesChat.id>;

/** Writes the CRM's own part once; what it gives is drawn anew whenever a connector has ended. */
type Drawers = {
  readonly [Surface in CalledSurface]: (
    asked: Asked,
  ) => Promise<(called: Called) => SurfaceViews[Surface] | Promise<SurfaceViews[Surface]>>;
};

export const surfaceDrawers: Drawers = {
  [opportunityInsights.id]: async () => (called) => insightsOf(called, 'description'),
  [recordSummary.id]: async ({ served, situation: { record, language } }) => {
    const summary = record && (await served.write.recordSummary(record, language));
    const latest = summary?.text.latestActivity ?? [];
    const own = latest.map(({ title, dateTime }, index) => ({
      number: index + 1,
      title,
      dateTime,
      properties: [],
      source: 'CRM',
    }));
    return (called) => {
      const { sections, citations } = insightsOf(called, 'description', latest.length + 1);
      return {
        summary: summary?.text.text ?? null,
        latestActivity: latest.map(({ text }, index) => ({ text, citation: index + 1 })),
        sections,
        citations: [...own, ...citations],
        findings: summary?.findings ?? [],
      };
    };
  },
  [recordDetails.id]: async ({ situation: { record, language } }) => {
    const fields = record ? shownFields(record, language) : [];
    return (called) => ({ fields, cards: recordsOf(called) });
  },
  [emailSummary.id]: async ({ served, situation: { mail, language } }) => {
    const summary = mail && (await served.write.mailSummary(mail, language));
    return (called) => {
      const { sections } = insightsOf(called, 'insight');
      const canvas = sections.flatMap(({ title, isMock, bullets }) =>
        bullets.slice(0, 1).map(({ text }) => ({ title, text, isMock })),
      );
      return { summary: summary?.text ?? [], canvas, sections, findings: summary?.findings ?? [] };
    };
  },
  // A draft is one text with the links of all connectors in it: it is written when all have ended.
  [emailDraft.id]: async ({ served, situation: { mail, language, inputPrompt }, seller }) => {
    return async (called) => {
      const sections = linksOf(called);
      if (!mail || sections.some(({ outcome }) => outcome === 'pending')) return { draft: [], sections, findings: [] };
      const links = sections.flatMap((section) => section.links);
      const situation = { mail, seller, language, links, ...(inputPrompt && { inputPrompt }) };
      const { text, findings } = await served.write.draftReply(situation);
      return { draft: text, sections, findings };
    };
  },
};
