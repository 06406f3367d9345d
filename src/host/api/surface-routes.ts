import type { FastifyInstance } from 'fastify';
import { extensionPoints } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { connectionsWanted } from '../views/connections-wanted.ts';
import { type Called, insightsOf, linksOf, recordsOf } from '../views/view.ts';
import { chat } from './chat.ts';
import type { Served } from './server.ts';
import { type SituationBody, sellerOf, situationOf } from './situation.ts';

/** What each surface shows, by extension point. */
const views: Readonly<Record<string, (called: Called) => object>> = {
  [extensionPoints.opportunityInsights.id]: (called) => insightsOf(called, 'description'),
  [extensionPoints.recordSummary.id]: (called) => insightsOf(called, 'description'),
  [extensionPoints.recordDetails.id]: (called) => ({ cards: recordsOf(called) }),
  [extensionPoints.emailSummary.id]: (called) => {
    const { sections } = insightsOf(called, 'insight');
    const canvas = sections.flatMap(({ title, bullets }) => bullets.slice(0, 1).map(({ text }) => ({ title, text })));
    return { canvas, sections };
  },
  [extensionPoints.emailDraft.id]: (called) => ({ sections: linksOf(called) }),
};
const surfaces = [...Object.keys(views), extensionPoints.salesChat.id];

/** Surfaces: all connectors called at once, their answers as view data. */
export function addSurfaceRoutes(app: FastifyInstance, served: Served): void {
  app.post<{ Params: { surface: string }; Body: SituationBody & { readonly confirmed?: unknown } }>(
    '/api/surfaces/:surface',
    async ({ params, body }) => {
      const { surface } = params;
      if (!surfaces.includes(surface))
        throw new CodedError('NOT_FOUND', `There is no surface "${surface}". There are ${surfaces.join(', ')}.`);
      const seller = sellerOf(served, body?.seller);
      const situation = situationOf(served, body ?? {});
      const connect = connectionsWanted(served, seller);
      const view = views[surface];
      if (!view)
        return { connect, ...(await chat(served, { seller, situation, isConfirmed: body?.confirmed === true })) };
      const called = await served.host.callAll({ wanted: surface, situation, seller });
      return { connect, ...view(called) };
    },
  );
}
