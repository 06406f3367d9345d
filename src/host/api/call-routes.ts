import type { FastifyInstance, FastifyReply } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import type { HostEvent } from '../create-host.ts';
import { chooseAction } from '../engine/choose-action.ts';
import { ownInputs } from '../engine/own-inputs.ts';
import { curlOf } from '../engine/trace.ts';
import type { Served } from './served.ts';
import { type SituationBody, sellerOf, situationOf } from './situation.ts';

interface CallBody extends SituationBody {
  readonly connector?: unknown;
  readonly wanted?: unknown;
  readonly inputs?: unknown;
  readonly confirmed?: unknown;
}

/** Calls: one made, those made, and those being made (server-sent events). */
export function addCallRoutes(app: FastifyInstance, served: Served): void {
  const { host } = served;
  app.post<{ Body: CallBody }>('/api/calls', async ({ body }) => {
    const { connector, wanted, inputs = {}, confirmed } = body;
    if (typeof connector !== 'string' || typeof wanted !== 'string')
      throw new CodedError(
        'INVALID_ARGUMENT',
        'connector and wanted (an extension point or operation id) are expected.',
      );
    if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs))
      throw new CodedError('INVALID_ARGUMENT', 'inputs: an object { "name": value } is expected.');
    const action = chooseAction(host.get(connector).discovery, wanted);
    return host.call(connector, {
      wanted,
      situation: situationOf(served, body, ['connector', 'wanted', 'inputs', 'confirmed']),
      seller: sellerOf(served, body.seller),
      inputs: ownInputs(action, inputs as Record<string, unknown>, 'inputs'),
      isConfirmed: confirmed === true,
    });
  });
  app.get('/api/calls', async () => host.traces());
  app.get<{ Params: { id: string } }>('/api/calls/:id', async ({ params }) => {
    const trace = host.traces().find(({ id }) => id === params.id);
    if (trace) return trace;
    throw new CodedError('NOT_FOUND', `There is no call "${params.id}": the last 500 are kept.`);
  });
  app.get('/api/calls.ndjson', async (_request, reply) =>
    reply.type('application/x-ndjson; charset=utf-8').send(
      host
        .traces()
        .toReversed()
        .map((trace) => `${JSON.stringify(trace)}\n`)
        .join(''),
    ),
  );
  app.get<{ Params: { id: string } }>('/api/calls/:id/curl', async ({ params }, reply) => {
    const trace = host.traces().find(({ id }) => id === params.id);
    if (!trace?.request) throw new CodedError('NOT_FOUND', 'There is no such call, or nothing was sent.');
    return reply.type('text/plain; charset=utf-8').send(`${curlOf(trace.request)}\n`);
  });
  app.get('/api/events', (_request, reply) => streamEvents(reply, (listener) => host.listen(listener)));
}

const heartbeat = 20_000;

function eventData({ connector, trace }: HostEvent) {
  if (!trace) return { ...(connector !== undefined && { connector }) };
  const { id, connector: title, wanted, outcome, response } = trace;
  return { id, connector, title, wanted, outcome, durationMs: response?.durationMs ?? null };
}

/** An event when a call ends, or a connector or the world changes; it says what to fetch, not what that holds. */
function streamEvents(reply: FastifyReply, listen: (listener: (event: HostEvent) => void) => () => void): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  raw.write('retry: 1000\n\n');
  const stop = listen((event) => raw.write(`event: ${event.kind}\ndata: ${JSON.stringify(eventData(event))}\n\n`));
  const timer = setInterval(() => raw.write(':\n\n'), heartbeat);
  raw.on('close', () => {
    stop();
    clearInterval(timer);
  });
}
