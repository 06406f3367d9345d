import type { FastifyInstance } from 'fastify';
import { extensionPoints } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { connectionsWanted } from '../views/connections-wanted.ts';
import type { SurfaceViews } from '../views/surface-views.ts';
import { type Called, insightsOf, linksOf, recordsOf } from '../views/view.ts';
import type { Situation } from '../world/host-values.ts';
import { shownFields } from '../world/record-fields.ts';
import type { Seller } from '../world/seller.ts';
import { chat } from './chat.ts';
import type { Served } from './served.ts';
import { type SituationBody, sellerOf, situationOf } from './situation.ts';

interface Asked {
  readonly served: Served;
  readonly situation: Situation;
  readonly seller: Seller;
}

/** Surfaces that call every connector; Sales chat calls one skill. */
type CalledSurface = Exclude<keyof SurfaceViews, typeof salesChat.id>;

type Views = {
  readonly [Surface in CalledSurface]: (
    called: Called,
    asked: Asked,
  ) => SurfaceViews[Surface] | Promise<SurfaceViews[Surface]>;
};

const { opportunityInsights, recordSummary, recordDetails, emailSummary, emailDraft, salesChat } = extensionPoints;

/** What each surface shows, by extension point: the CRM's own part and the connectors' sections. */
const views: Views = {
  [opportunityInsights.id]: (called) => insightsOf(called, 'description'),
  [recordSummary.id]: async (called, { served, situation: { record, language } }) => {
    const summary = record && (await served.write.recordSummary(record, language));
    const latest = summary?.text.latestActivity ?? [];
    const own = latest.map(({ title, dateTime }, index) => ({
      number: index + 1,
      title,
      dateTime,
      properties: [],
      source: 'CRM',
    }));
    const { sections, citations } = insightsOf(called, 'description', latest.length + 1);
    return {
      summary: summary?.text.text ?? null,
      latestActivity: latest.map(({ text }, index) => ({ text, citation: index + 1 })),
      sections,
      citations: [...own, ...citations],
      findings: summary?.findings ?? [],
    };
  },
  [recordDetails.id]: (called, { situation: { record, language } }) => ({
    fields: record ? shownFields(record, language) : [],
    cards: recordsOf(called),
  }),
  [emailSummary.id]: async (called, { served, situation: { mail, language } }) => {
    const summary = mail && (await served.write.mailSummary(mail, language));
    const { sections } = insightsOf(called, 'insight');
    const canvas = sections.flatMap(({ title, isMock, bullets }) =>
      bullets.slice(0, 1).map(({ text }) => ({ title, text, isMock })),
    );
    return { summary: summary?.text ?? [], canvas, sections, findings: summary?.findings ?? [] };
  },
  [emailDraft.id]: async (called, { served, situation: { mail, language, inputPrompt }, seller }) => {
    const sections = linksOf(called);
    const links = sections.flatMap((section) => section.links);
    const draft =
      mail && (await served.write.draftReply({ mail, seller, language, links, ...(inputPrompt && { inputPrompt }) }));
    return { draft: draft?.text ?? [], sections, findings: draft?.findings ?? [] };
  },
};
const surfaces = [...Object.keys(views), salesChat.id];

/** Surfaces that are shown for some types of records only; of others connectors are not asked. */
const recordTypes: { readonly [Surface in CalledSurface]?: readonly string[] } = {
  [opportunityInsights.id]: ['opportunity'],
  [recordDetails.id]: ['account', 'opportunity'],
};

function isAskedFor(surface: CalledSurface, { record }: Situation): boolean {
  return !record || (recordTypes[surface]?.includes(record.type.toLowerCase()) ?? true);
}

function callsAll(surface: string): surface is CalledSurface {
  return Object.hasOwn(views, surface);
}

/** Surfaces: all connectors called at once, their answers as view data. */
export function addSurfaceRoutes(app: FastifyInstance, served: Served): void {
  app.post<{ Params: { surface: string }; Body: SituationBody & { readonly confirmed?: unknown } }>(
    '/api/surfaces/:surface',
    async ({ params: { surface }, body }) => {
      if (!surfaces.includes(surface)) {
        throw new CodedError('NOT_FOUND', `There is no surface "${surface}". There are ${surfaces.join(', ')}.`);
      }
      const seller = sellerOf(served, body?.seller);
      const situation = situationOf(served, body ?? {});
      if (!callsAll(surface)) {
        const shown = await chat(served, { seller, situation, isConfirmed: body?.confirmed === true });
        return { connect: connectionsWanted(served, seller), ...shown };
      }
      const called = isAskedFor(surface, situation)
        ? await served.host.callAll({ wanted: surface, situation, seller })
        : [];
      const shown = await views[surface](called, { served, situation, seller });
      return { connect: connectionsWanted(served, seller), ...shown };
    },
  );
}
