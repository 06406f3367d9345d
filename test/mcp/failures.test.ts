/** What goes wrong behind a tool is told by the tool, and the conversation goes on. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { packageTools, type UsualCall } from '../../src/cli/mcp/package-tools.ts';
import { type RunningTools, serveToolsOverHttp } from '../../src/cli/mcp/tools-over-http.ts';
import { localCredentials } from '../../src/cli/verify/local-credentials.ts';
import { readPackage } from '../../src/package/connector-package.ts';
import type { Credentials } from '../../src/verify/verify.ts';
import { hubPackage, type Json } from '../running-host.ts';
import { opportunity, type RunningHub, startHub } from '../running-hub.ts';
import { goodConnector, json, listenPlain, type PlainServer, type Respond } from '../servers/plain-connector.ts';
import { connect, errorIn } from './clients.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function serve(usual: Partial<UsualCall>): Promise<RunningTools> {
  const { served, callAs } = await packageTools(hubPackage, { language: 'en-US', ...usual });
  const running = await serveToolsOverHttp(served, callAs, 0);
  closing.push(running.close);
  return running;
}

async function call(address: string, headers?: Record<string, string>): Promise<Json> {
  const client = await connect(address, headers);
  const inputs = { recordType: 'opportunity', recordId: opportunity.dynamics, top: 1 };
  return client.callTool({ name: 'record-details', arguments: inputs }).finally(() => client.close());
}

async function callOf(respond: Respond, usual: Partial<UsualCall> = {}): Promise<[Json, PlainServer]> {
  const server = await listenPlain(respond);
  closing.push(server.close);
  return [await call((await serve({ baseUrl: server.address, ...usual })).address), server];
}

const documented = { errorCode: 'REQUEST_THROTTLED', errorMessage: 'Wait.', activityId: 'a', details: { wait: '9' } };
const failures: Record<string, [Respond, object]> = {
  'never answers': [
    () => {},
    { errorCode: 'DEADLINE_EXCEEDED', errorMessage: /300 ms/, activityId: /^[0-9a-f-]{36}$/ },
  ],
  'hangs up': [(_, response) => void response.destroy(), { errorCode: 'SERVICE_UNAVAILABLE' }],
  'throttles, as documented': [(_, response) => json(response, documented, 429), documented],
  'throttles in its own way': [(_, response) => json(response, 'no', 429), { errorCode: 'REQUEST_THROTTLED' }],
  'refuses the token': [(_, response) => json(response, {}, 401), { errorCode: 'INVALID_TOKEN_SPECIFIED' }],
  'is broken': [(_, response) => json(response, '<html>', 500), { errorCode: 'INTERNAL_SERVER_ERROR' }],
  'answers no list': [(_, response) => json(response, {}), { errorCode: 'INTERNAL_SERVER_ERROR' }],
  'answers no JSON': [
    (_, response) => json(response, '{'),
    { errorCode: 'INTERNAL_SERVER_ERROR', errorMessage: /no JSON/ },
  ],
};
const matching = (expected: object) =>
  Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [
      name,
      value instanceof RegExp ? expect.stringMatching(value) : value,
    ]),
  );

test.each(Object.entries(failures))('a connector that %s', async (_name, [respond, expected]) => {
  const [answer] = await callOf(respond, { timeoutMs: 300 });
  expect(errorIn(answer)).toMatchObject(matching(expected));
});

test('nobody at the address', async () => {
  const { address } = await serve({ baseUrl: 'http://127.0.0.1:1' });
  const errorMessage = 'The connector cannot be reached at http://127.0.0.1:1. Is it running there?';
  expect(errorIn(await call(address))).toMatchObject({ errorCode: 'SERVICE_UNAVAILABLE', errorMessage });
});

test('an argument that is missing or not known is told in the documented body, before anything is sent', async () => {
  const client = await connect((await serve({ isMock: true })).address);
  const errorOf = async (inputs: object) =>
    errorIn((await client.callTool({ name: 'record-details', arguments: { ...inputs } })) as Json);
  const [missing, unknown] = [await errorOf({ recordType: 'opportunity' }), await errorOf({ foo: 1 })];
  await client.close();
  const activityId = expect.stringMatching(/^[0-9a-f-]{36}$/);
  const details = { parameter: 'recordId' };
  const errorMessage = 'Argument "recordId" is required.';
  expect(missing).toEqual({ errorCode: 'MISSING_PARAMETER', errorMessage, activityId, details });
  const words = expect.stringMatching(/^record-details has no input "foo"/);
  expect(unknown).toEqual({ errorCode: 'INVALID_PARAMETER', errorMessage: words, activityId });
});

test('a list of messages is refused; of a revision that is not spoken it is told which are', async () => {
  const { address } = await serve({ isMock: true });
  const post = async (body: string, more: Record<string, string> = {}) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...more };
    const response = await fetch(address, { method: 'POST', headers, body });
    return [response.status, ((await response.json()) as Json).error] as const;
  };
  const ping = '{"jsonrpc":"2.0","id":1,"method":"ping"}';
  expect(await post(` [${ping}]`)).toMatchObject([400, { code: -32_600 }]);
  const [status, error] = await post(ping, { 'mcp-protocol-version': '1999-01-01' });
  expect([status, error.message]).toEqual([400, expect.stringMatching(/2026-07-28.*2025-11-25/)]);
});

test('the user and their language of the request go before those of the command line; no token is told', async () => {
  const echo: Respond = (request, response) => json(response, { value: [], echo: request.headers }, 401);
  const server = await listenPlain(echo);
  closing.push(server.close);
  const usual = { baseUrl: server.address, token: 'usual-token', language: 'fr-FR', headers: { 'x-own': 'yes' } };
  const { address } = await serve(usual);
  const answers = [await call(address), await call(address, { authorization: 'Bearer mine', 'accept-language': 'de' })];
  expect(
    server.received.map(({ headers }) => [headers.authorization, headers['accept-language'], headers['x-own']]),
  ).toEqual([
    ['Bearer usual-token', 'fr-FR', 'yes'],
    ['Bearer mine', 'de', 'yes'],
  ]);
  expect(JSON.stringify(answers)).not.toMatch(/usual-token|mine/);
});

test('an answer that is longer or looser than documented is an answer still', async () => {
  const [answer] = await callOf((request, response, body) => goodConnector(request, response, body));
  expect(answer.structuredContent.value.length).toBeGreaterThan(0);
  const [loose] = await callOf((_request, response) =>
    json(response, {
      value: [
        {
          recordId: 1,
          recordTypeDisplayName: 'Q',
          recordTypePluralDisplayName: 'Qs',
          recordType: 'q',
          recordTitle: 'x'.repeat(5000),
          url: 'nowhere',
        },
      ],
    }),
  );
  expect(loose.structuredContent).toEqual({
    value: [expect.objectContaining({ recordId: '1', recordTitle: 'x'.repeat(5000) })],
  });
});

describe('with authentication by the local provider', () => {
  const audience = 'api://contoso-hub';
  let credentials: Credentials;
  let hub: RunningHub;
  let token: string;
  beforeAll(async () => {
    credentials = await localCredentials(await readPackage(hubPackage), { audience }, 0, 'package.json/key.json');
    token = (await credentials.token('own')) ?? '';
    const { iss } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const auth = ['--auth', 'entra', '--issuer', iss, '--audience', audience];
    hub = await startHub('--mcp', '--throttle', '6/60', ...auth);
  });
  afterAll(async () => {
    await hub.close();
    await credentials.close();
  });

  test('saleskit mcp hands the token on, and its absence is an error of the tool', async () => {
    const { address } = await serve({ baseUrl: hub.address });
    expect(errorIn(await call(address))).toMatchObject({ errorCode: 'INVALID_TOKEN_SPECIFIED' });
    expect((await call(address, { authorization: `Bearer ${token}` })).structuredContent.value).toHaveLength(1);
  });

  test('the SDK asks for it at the door, and throttles there', async () => {
    const endpoint = `${hub.address}/mcp`;
    const refused = await fetch(endpoint, { method: 'POST' });
    expect([refused.status, ((await refused.json()) as Json).errorCode]).toEqual([401, 'INVALID_TOKEN_SPECIFIED']);
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/);
    const headers = { authorization: `Bearer ${token}` };
    expect((await call(endpoint, headers)).structuredContent.value).toHaveLength(1);
    // A list of calls would be counted as one.
    const list = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '[{}, {}]' };
    expect((await fetch(endpoint, list)).status).toBe(400);
    const posts = [1, 2, 3, 4, 5, 6].map(() => fetch(endpoint, { method: 'POST', headers }));
    const [throttled] = (await Promise.all(posts)).filter(({ status }) => status === 429);
    expect(throttled?.headers.has('retry-after')).toBe(true);
    expect(await throttled?.json()).toMatchObject({ errorCode: 'REQUEST_THROTTLED' });
  });
});
