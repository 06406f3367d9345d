/** The host's engine against odd connectors, each given the diagnosis that it deserves. */
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { discover } from '../src/discovery/discovery.ts';
import { chooseAction } from '../src/host/engine/choose-action.ts';
import { type Invocation, invoke } from '../src/host/engine/invoke.ts';
import { curlOf, type RequestView } from '../src/host/engine/trace.ts';
import { readPackage } from '../src/package/connector-package.ts';
import { oddServers } from './servers/odd-servers.ts';
import { goodConnector, json, listenPlain, type PlainServer } from './servers/plain-connector.ts';

const connector = await readPackage(join(import.meta.dirname, '../contoso-hub/package'));
const discovery = discover(connector);
const running: PlainServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

async function start(respond: Parameters<typeof listenPlain>[0]): Promise<PlainServer> {
  const server = await listenPlain(respond);
  running.push(server);
  return server;
}

const call = (address: string, changes: Partial<Invocation> = {}) =>
  invoke({
    connector,
    wanted: 'record-details',
    action: chooseAction(discovery, 'record-details'),
    values: { recordType: 'opportunity', recordId: 'x', top: 10, skip: 0 },
    language: 'fr-FR',
    baseUrl: address,
    timeoutMs: 400,
    ...changes,
  });

test.each(Object.entries(oddServers))('%s', async (_name, { respond, outcome, rule, shown, explains }) => {
  const trace = await call((await start(respond)).address);
  expect([trace.outcome, trace.items.length]).toEqual([outcome, shown]);
  if (rule) expect(trace.findings.map((finding) => finding.rule)).toContain(rule);
  else expect(trace.findings).toEqual([]);
  if (explains) expect(trace.explanation).toMatch(explains);
  if (outcome === 'timeout' || outcome === 'reset') expect(trace.response?.status).toBeNull();
});

describe('what is sent', () => {
  test('goes to the parameters that the descriptions name, with the headers of the host', async () => {
    const server = await start(goodConnector);
    const trace = await call(server.address, { token: 'secret-token-of-the-user', headers: { 'X-Own': 'yes' } });
    const url = server.received[0]?.url;
    const headers: Record<string, unknown> = server.received[0]?.headers ?? {};
    expect(url).toBe('/api/enhanceskills/related-records?recordType=opportunity&recordId=x&top=10&skip=0');
    expect(headers).toMatchObject({
      'accept-language': 'fr-FR',
      'x-ms-user-agent': 'sales-copilot',
      'x-own': 'yes',
      authorization: 'Bearer secret-token-of-the-user',
    });
    expect(headers['x-ms-client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(trace)).not.toContain('secret-token');
    expect(curlOf(trace.request as RequestView)).toMatch(/-H "authorization: Bearer \$TOKEN"/);
  });

  test('is not shown where a connector sends the token back', async () => {
    const token = 'secret-token-of-the-user';
    const server = await start((request, response) =>
      json(response, { value: [], echo: request.headers }, 200, { 'x-echo': String(request.headers.authorization) }),
    );
    expect(JSON.stringify(await call(server.address, { token }))).not.toContain(token);
  });

  test('is sent again once after a 401 with another token, within the same five seconds', async () => {
    const server = await start((request, response, body) => {
      if (request.headers.authorization !== 'Bearer fresh')
        return json(response, { errorCode: 'INVALID_TOKEN_SPECIFIED' }, 401);
      return goodConnector(request, response, body);
    });
    const trace = await call(server.address, { token: 'stale', renewToken: async () => 'fresh' });
    expect([trace.outcome, server.received.length]).toEqual(['shown', 2]);
    const refused = await call(server.address, { token: 'stale', renewToken: async () => undefined });
    expect([refused.outcome, server.received.length]).toEqual(['error-answer', 3]);
  });

  test('is nothing where the action would not be invoked, and the reason is told', async () => {
    const server = await start(goodConnector);
    const action = chooseAction(discovery, 'record-details');
    const reasons = [{ code: 'wrong-method' as const, message: 'The method is PUT.', pointer: '' }];
    const trace = await call(server.address, { action: action && { ...action, invocable: false, reasons } });
    expect([trace.outcome, trace.request, server.received.length]).toEqual(['not-invocable', null, 0]);
    expect(trace.explanation).toMatch(/The method is PUT/);
  });

  test('is nothing where the gateway would rewrite the call, unless its address is given', async () => {
    const server = await start(goodConnector);
    const scripted = { ...connector, script: 'script.csx' };
    const { baseUrl: _address, ...unaddressed } = { baseUrl: server.address };
    const trace = await call(server.address, { connector: scripted, baseUrl: undefined, ...unaddressed });
    expect([trace.outcome, server.received.length]).toEqual(['rewritten-by-gateway', 0]);
    expect((await call(server.address, { connector: scripted })).outcome).toBe('shown');
  });

  test('is an example where there is no back end yet', async () => {
    const trace = await call('http://127.0.0.1:9', { isMock: true });
    expect([trace.outcome, trace.isMock]).toEqual(['shown', true]);
  });

  test('to an address where nothing listens is told so', async () => {
    const trace = await call('http://127.0.0.1:9');
    expect([trace.outcome, trace.response?.status]).toEqual(['unreachable', null]);
  });
});

describe('faults on purpose', () => {
  test.each([
    [{ addedLatency: 1000 }, 'timeout'],
    [{ slowFirstByte: 1000 }, 'timeout'],
    [{ addedLatency: 50 }, 'shown'],
    [{ errorCode: 'RECORD_NOT_FOUND' }, 'error-answer'],
    [{ throttled: true }, 'error-answer'],
    [{ malformedJson: true }, 'unreadable-answer'],
    [{ missingProperty: true }, 'unreadable-answer'],
    [{ missingProperty: 'url' }, 'shown'],
    [{ connectionReset: true }, 'reset'],
  ])('%j gives %s', async (faults, outcome) => {
    const server = await start(goodConnector);
    expect((await call(server.address, { faults })).outcome).toBe(outcome);
  });

  test('an expired token is sent in place of the good one', async () => {
    const server = await start(goodConnector);
    await call(server.address, { token: 'good', faults: { expiredToken: true } });
    expect(server.received[0]?.headers.authorization).not.toContain('good');
  });
});

describe('calls of several connectors', () => {
  test('do not wait for each other', async () => {
    const [good, hanging] = await Promise.all([start(goodConnector), start(() => new Promise(() => {}))]);
    const order: string[] = [];
    await Promise.all([
      call(hanging.address).then(() => order.push('hanging')),
      call(good.address).then(() => order.push('good')),
    ]);
    expect(order).toEqual(['good', 'hanging']);
  });
});
