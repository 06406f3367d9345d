/** What the asker lets through, at real servers. */
import { afterEach, expect, test } from 'vitest';
import { json, listenPlain, type PlainServer, type Respond } from '../../../test/servers/plain-connector.ts';
import { discover } from '../../discovery/discovery.ts';
import { packageOfTexts } from '../../package/connector-package.ts';
import { type AskerOptions, type Call, createAsker } from './asker.ts';
import { givenTokens, noCredentials } from './credentials.ts';
import { NotAsked } from './not-asked.ts';

const definition = JSON.stringify({
  swagger: '2.0',
  info: { title: 'Quotes', version: '1' },
  host: 'quotes.example.com',
  paths: {
    '/quotes': {
      get: {
        operationId: 'Quotes',
        summary: 'Quotes',
        description: 'Quotes of a customer.',
        parameters: [{ name: 'name', in: 'query', type: 'string' }],
        responses: { 200: { description: 'OK' } },
        'x-ms-openai-data': { 'openai-enabled': true },
      },
    },
  },
});
const { connector, actions } = discover(await packageOfTexts('quotes', { definition }));
const [action] = actions;
if (!action) throw new Error('The definition has an action.');

const call: Call = { values: { name: 'Fourth Coffee' }, language: 'fr-FR', requestId: 'id-1' };
let server: PlainServer | undefined;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await server?.close();
});

async function askerAt(respond: Respond, options: Partial<AskerOptions> = {}) {
  server = await listenPlain(respond);
  const asker = createAsker({
    connector,
    url: server.address,
    headers: { 'x-api-key': 'secret-1' },
    credentials: noCredentials,
    concurrency: 2,
    rate: undefined,
    budgetMs: 60_000,
    signal: new AbortController().signal,
    ...options,
  });
  closing.push(() => asker.close());
  return { asker, received: server.received };
}

const ok: Respond = (_request, response) => json(response, { value: [] });

test('a call goes with the host’s headers, the user’s own, the token, and what the check changes', async () => {
  const { asker, received } = await askerAt(ok, { credentials: givenTokens('token-1', 'token-2') });
  const usual = await asker.ask(action, call);
  await asker.ask(action, {
    ...call,
    headers: { 'x-ms-user-agent': null, origin: 'https://a.example' },
    bearer: 'other-tenant',
  });
  await asker.ask(action, { ...call, bearer: 'none' });
  expect(received[0]?.url).toBe('/quotes?name=Fourth+Coffee');
  expect(received[0]?.headers).toMatchObject({
    'accept-language': 'fr-FR',
    'x-ms-client-request-id': 'id-1',
    'x-ms-user-agent': 'sales-copilot',
    'x-api-key': 'secret-1',
    authorization: 'Bearer token-1',
  });
  expect(received[1]?.headers).toMatchObject({ origin: 'https://a.example', authorization: 'Bearer token-2' });
  expect(received[1]?.headers).not.toHaveProperty('x-ms-user-agent');
  expect(received[2]?.headers).not.toHaveProperty('authorization');
  expect(JSON.stringify(usual.request)).not.toMatch(/token-1|secret-1/);
});

test('a token that the run has not is no request', async () => {
  const { asker, received } = await askerAt(ok, { credentials: givenTokens('token-1', undefined) });
  await expect(asker.ask(action, { ...call, bearer: 'expired' })).rejects.toThrow(/--auth local makes one/);
  expect(received).toEqual([]);
});

test('after two time-outs an action is asked no more', async () => {
  const { asker, received } = await askerAt(() => new Promise(() => {}), { timeoutMs: 50 });
  for (let time = 0; time < 2; time++) expect((await asker.ask(action, call)).answer.failure).toBe('timeout');
  await expect(asker.ask(action, call)).rejects.toThrow(NotAsked);
  expect([received.length, asker.asked().timeouts]).toEqual([2, 2]);
});

test('429 is waited out as Retry-After says, and is no answer unless it is wanted', async () => {
  let refusals = 1;
  const respond: Respond = (request, response, body) =>
    refusals-- > 0
      ? json(response, { errorCode: 'REQUEST_THROTTLED' }, 429, { 'retry-after': '1' })
      : ok(request, response, body);
  const { asker, received } = await askerAt(respond);
  const start = performance.now();
  expect((await asker.ask(action, call)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(900);
  refusals = 1;
  expect((await asker.ask(action, { ...call, isThrottleWanted: true })).status).toBe(429);
  expect([received.length, asker.asked().throttled]).toEqual([3, 1]);
});

test('a wait that goes beyond the time of the run is not begun', async () => {
  const respond: Respond = (_request, response) => json(response, {}, 429, { 'retry-after': '3600' });
  const { asker } = await askerAt(respond, { budgetMs: 2000 });
  await expect(asker.ask(action, call)).rejects.toThrow(/have to wait 3600 seconds/);
});

test('a pause of hours is not kept, however long the run may take', async () => {
  const respond: Respond = (_request, response) => json(response, {}, 429, { 'retry-after': '99999' });
  const { asker, received } = await askerAt(respond, { budgetMs: Number.POSITIVE_INFINITY });
  const refused = await asker.ask(action, call).catch((error) => error);
  expect(refused).toMatchObject({
    message: 'the connector wants no call for 99999 seconds',
    exchange: { status: 429 },
  });
  expect(received).toHaveLength(1);
});

test('nothing is sent after the time of the run, or once it is stopped', async () => {
  const late = await askerAt(ok, { budgetMs: 0 });
  await expect(late.asker.ask(action, call)).rejects.toThrow(/time was up/);
  const stop = new AbortController();
  const { asker } = await askerAt(() => new Promise(() => {}), { signal: stop.signal });
  const asked = asker.ask(action, call);
  setImmediate(() => stop.abort());
  await expect(asked).rejects.toThrow(/stopped/);
});

test('as many at once as allowed, and never more', async () => {
  const held: (() => void)[] = [];
  let most = 0;
  const { asker } = await askerAt((request, response, body) => {
    held.push(() => ok(request, response, body));
    most = Math.max(most, held.length);
    // Calls come in pairs: each waits for its other.
    if (held.length > 1) for (const answer of held.splice(0)) answer();
  });
  await Promise.all(Array.from({ length: 20 }, () => asker.ask(action, call)));
  expect(most).toBe(2);
});

test('where nobody listens any more, that is told, and nothing is asked after the second try', async () => {
  const parting: Respond = (_request, response) => json(response, {}, 200, { connection: 'close' });
  const { asker } = await askerAt(parting);
  await asker.ask(action, call);
  const heard = await asker.ask(action, call);
  expect(asker.lost()).toBeUndefined();
  await server?.close();
  for (const _ of [1, 2, 3])
    await expect(asker.ask(action, call)).rejects.toThrow('nobody listens at the address any more');
  expect([asker.isReached(), asker.asked().requests]).toEqual([true, 4]);
  expect(asker.lost()).toEqual({ exchange: heard, number: 2 });
});
