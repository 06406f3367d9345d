/** A token that a connector refuses is renewed at the real local identity provider, and the call sent once more. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningContosoHub, startContosoHub } from '../src/cli/contoso-hub.ts';
import { hubPackage, type RunningHost, startHost } from './running-host.ts';
import { goodConnector, json, listenPlain, type PlainServer } from './servers/plain-connector.ts';

let hub: RunningContosoHub;
let host: RunningHost;
let server: PlainServer;
let refusals = 0;
beforeAll(async () => {
  host = await startHost();
  hub = await startContosoHub({ hub: 0, identity: 0 }, host.served.world.sellers);
  server = await listenPlain((request, response, body) =>
    refusals-- > 0
      ? json(response, { errorCode: 'INVALID_TOKEN_SPECIFIED', errorMessage: 'Expired.' }, 401)
      : goodConnector(request, response, body),
  );
  await host.served.host.add({ location: hubPackage, url: server.address, connection: hub.connection });
});
beforeEach(() => void server.received.splice(0));
afterAll(() => Promise.all([host.close(), hub.close(), server.close()]));

const call = async () => {
  const body = { connector: 'contoso-hub', wanted: 'record-details', record: 'lead:x' };
  const [, trace] = await host.send('POST', '/api/calls', body);
  return { trace, tokens: server.received.map(({ headers }) => headers.authorization) };
};

test('refused once, it is renewed and sent once more within the same five seconds', async () => {
  refusals = 1;
  const { trace, tokens } = await call();
  expect([trace.outcome, tokens.length, new Set(tokens).size]).toEqual(['shown', 2, 2]);
  for (const token of tokens) expect(token).toMatch(/^Bearer eyJ/);
  expect(trace.response.durationMs).toBeLessThan(5000);
  refusals = 0;
  expect((await call()).tokens.at(-1)).toBe(tokens[1]);
});

test('refused again, it is not sent a third time', async () => {
  refusals = 9;
  const { trace, tokens } = await call();
  expect([trace.outcome, trace.response.status, tokens.length]).toEqual(['error-answer', 401, 2]);
});
