import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { extensionPoints } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import type { HostedConnector } from '../create-host.ts';
import type { Trace } from '../engine/trace.ts';
import { connectionsWanted } from '../views/connections-wanted.ts';
import { type Answered, type Called, pendingOf } from '../views/view.ts';
import type { Situation } from '../world/host-values.ts';
import { chat } from './chat.ts';
import { toldErrorAnswerOf } from './error-answer.ts';
import type { Served } from './served.ts';
import { type SituationBody, sellerOf, situationOf } from './situation.ts';
import { type CalledSurface, surfaceDrawers } from './surface-drawers.ts';

const { opportunityInsights, recordDetails, salesChat } = extensionPoints;
const surfaces = [...Object.keys(surfaceDrawers), salesChat.id];

/** Surfaces that are shown for some types of records only; of others connectors are not asked. */
const recordTypes: { readonly [Surface in CalledSurface]?: readonly string[] } = {
  [opportunityInsights.id]: ['opportunity'],
  [recordDetails.id]: ['account', 'opportunity'],
};

function isAskedFor(surface: CalledSurface, { record }: Situation): boolean {
  return !record || (recordTypes[surface]?.includes(record.type.toLowerCase()) ?? true);
}

function callsAll(surface: string): surface is CalledSurface {
  return Object.hasOwn(surfaceDrawers, surface);
}

const ndjson = 'application/x-ndjson';

/** Surfaces: all connectors called at once, their answers as view data; whole, or line by line as they come. */
export function addSurfaceRoutes(app: FastifyInstance, served: Served): void {
  const { host } = served;
  app.post<{ Params: { surface: string }; Body: SituationBody & { readonly confirmed?: unknown } }>(
    '/api/surfaces/:surface',
    async ({ params: { surface }, body, headers }, reply) => {
      if (!surfaces.includes(surface)) {
        throw new CodedError('NOT_FOUND', `There is no surface "${surface}". There are ${surfaces.join(', ')}.`);
      }
      const seller = sellerOf(served, body?.seller);
      const situation = situationOf(served, body ?? {});
      const answerOf = (shown: object) => ({ connect: connectionsWanted(served, seller), ...shown });
      const views = callsAll(surface)
        ? viewsOf(isAskedFor(surface, situation) ? host.callEach({ wanted: surface, situation, seller }) : [], () =>
            surfaceDrawers[surface]({ served, situation, seller }),
          )
        : once(() => chat(served, { seller, situation, isConfirmed: body?.confirmed === true }));
      if (headers.accept?.includes(ndjson))
        return reply.type(`${ndjson}; charset=utf-8`).send(Readable.from(linesOf(views, answerOf)));
      let last = {};
      for await (const view of views) last = view;
      return answerOf(last);
    },
  );
}

/** The view at once, its connectors under way, then whenever one has ended. */
async function* viewsOf(
  calls: readonly (readonly [HostedConnector, Promise<Trace>])[],
  drawer: () => Promise<(called: Called) => object | Promise<object>>,
): AsyncGenerator<object> {
  const draw = await drawer();
  const called: (readonly [HostedConnector, Answered])[] = calls.map(([connector]) => [
    connector,
    pendingOf(connector),
  ]);
  yield await draw(called);
  const underWay = new Map(
    calls.map(([connector, trace], index) => [index, trace.then((ended) => ({ index, connector, ended }))]),
  );
  while (underWay.size > 0) {
    const { index, connector, ended } = await Promise.race(underWay.values());
    underWay.delete(index);
    called[index] = [connector, ended];
    yield await draw(called);
  }
}

async function* once(view: () => Promise<object>): AsyncGenerator<object> {
  yield await view();
}

/** Views as lines of JSON; an error is the last line. */
async function* linesOf(views: AsyncIterable<object>, answerOf: (view: object) => object): AsyncGenerator<string> {
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  try {
    for await (const view of views) yield line(answerOf(view));
  } catch (error) {
    const { code, message } = toldErrorAnswerOf(error as Error);
    yield line({ error: { code, message } });
  }
}
