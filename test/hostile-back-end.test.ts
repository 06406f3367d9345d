/** A back end that is slow, down or lying: the connector in front of it answers, says what was wrong, and goes on. */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sampleTenant, secondTenant } from '../contoso-hub/data/sample.ts';
import { type HubProcess, startHubProcess } from './hub-process.ts';
import { paths } from './running-hub.ts';

const tenant = sampleTenant;
const subject = { id: 'S1', kind: 'opportunity', name: 'Deal', account: 'A1', accountName: 'Fourth Coffee', tenant };
const activity = {
  id: '1',
  at: Date.UTC(2026, 1, 3),
  facts: { kind: 'meeting-held', by: 'Ann', with: ['Bob'], minutes: 30 },
  tenant,
};
const without = <Name extends string>(name: Name, { [name]: _left, ...rest }: Record<Name, unknown>) => rest;

let server: Server;
let hub: HubProcess;
let address: string;
let asked = 0;
let records: RequestListener;
let activities: RequestListener;
let requests = 0;

const json =
  (body: unknown): RequestListener =>
  (_request, response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    (request.url?.includes('/activities') ? activities : records)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  hub = await startHubProcess(['--back-end', address, '--log-level', 'warn']);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function call(at = hub.address) {
  const requestId = `request-${++requests}`;
  const query = new URLSearchParams({ recordType: 'opportunity', recordId: 'x', top: '5' });
  const started = performance.now();
  const response = await fetch(`${at}${paths.recordSummary}?${query}`, {
    headers: { 'x-ms-client-request-id': requestId },
  });
  const body = (await response.json()) as { errorCode?: string; activityId?: string; value?: unknown[] };
  return { requestId, response, body, milliseconds: performance.now() - started };
}

beforeEach(async () => {
  records = json(subject);
  activities = json([activity, activity]);
  // What went well before closes the circuit again.
  expect((await call()).body.value).toHaveLength(2);
});

const huge = 'x'.repeat(3_000_000);

test.each<[string, RequestListener, number, string, RegExp]>([
  ['HTML', (_request, response) => response.end('<html>Sign in</html>'), 503, 'SERVICE_UNAVAILABLE', /JSON/],
  ['half of its JSON', (_request, response) => response.end('{"id":"S1",'), 503, 'SERVICE_UNAVAILABLE', /JSON/],
  ['nothing', (_request, response) => response.end(), 503, 'SERVICE_UNAVAILABLE', /JSON/],
  ['a list in place of a record', json([subject]), 503, 'SERVICE_UNAVAILABLE', /wrong at \/id/],
  ['null', json(null), 503, 'SERVICE_UNAVAILABLE', /wrong at \//],
  ['a record without its id', json(without('id', subject)), 503, 'SERVICE_UNAVAILABLE', /wrong at \/id/],
  ['a name that is a number', json({ ...subject, name: 5 }), 503, 'SERVICE_UNAVAILABLE', /wrong at \/name/],
  [
    "another tenant's record",
    json({ ...subject, tenant: secondTenant }),
    503,
    'SERVICE_UNAVAILABLE',
    /wrong at \/tenant/,
  ],
  ['a record of no tenant', json(without('tenant', subject)), 503, 'SERVICE_UNAVAILABLE', /wrong at \/tenant/],
  ['3 MB', json({ ...subject, name: huge }), 503, 'SERVICE_UNAVAILABLE', /more than 1048576 bytes/],
  ['by a hang-up', (request) => request.socket.resetAndDestroy(), 503, 'SERVICE_UNAVAILABLE', /fetch failed/],
  ['never', () => {}, 504, 'DEADLINE_EXCEEDED', /timeout|over/i],
  ['a byte at a time', drip, 504, 'DEADLINE_EXCEEDED', /timeout|over/i],
])(
  'answering %s ends in the error body, in time, and in a log line of the request',
  async (_what, listener, status, errorCode, said) => {
    records = listener;
    const { requestId, response, body, milliseconds } = await call();
    expect([response.status, body]).toEqual([status, expect.objectContaining({ errorCode, activityId: requestId })]);
    expect(milliseconds).toBeLessThan(4800);
    const line = await hub.warningOf(requestId);
    expect(JSON.stringify(line)).toMatch(said);
  },
);

function drip(_request: unknown, response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 100);
  response.on('close', () => clearInterval(timer));
}

test.each<[string, unknown, string]>([
  ['lacks a property', without('at', activity), '/at'],
  ['has a time that no calendar knows', { ...activity, at: 1e300 }, '/at'],
  ['is of a kind that is not known', { ...activity, facts: { kind: 'toString' } }, '/facts/kind'],
  [
    'has no text where there should be',
    { ...activity, facts: { ...activity.facts, with: ['Bob', null] } },
    '/facts/with/1',
  ],
  ['is null', null, '/'],
  ['is of another tenant', { ...activity, tenant: secondTenant }, '/tenant'],
])('an item that %s is left out, and the log says so', async (_what, item, at) => {
  activities = json([activity, item, activity]);
  const { requestId, response, body } = await call();
  expect([response.status, body.value?.length]).toEqual([200, 2]);
  expect(await hub.warningOf(requestId)).toMatchObject({ what: 'activities', leftOut: 1, of: 3, at });
});

test('more items than were asked for are cut off', async () => {
  activities = json(Array.from({ length: 100 }, () => activity));
  const { requestId, body } = await call();
  expect(body.value).toHaveLength(5);
  expect(await hub.warningOf(requestId)).toMatchObject({ leftOut: 94, of: 100 });
});

test('what is no list of items is an error', async () => {
  activities = json({ value: [activity] });
  const { requestId, response } = await call();
  expect(response.status).toBe(503);
  expect(JSON.stringify(await hub.warningOf(requestId))).toContain('no list');
});

test.runIf(process.platform === 'linux')('answers without end take no memory without end', async () => {
  const alone = await startHubProcess(['--back-end', address, '--log-level', 'warn']);
  const most = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${alone.pid}/status`, 'utf8'))?.[1]) / 1024;
  const before = most();
  const chunk = Buffer.alloc(65_536, 'x');
  records = (_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  };
  const all = await Promise.all(Array.from({ length: 200 }, () => call(alone.address)));
  expect(new Set(all.map(({ response }) => response.status))).toEqual(new Set([503]));
  expect(most() - before).toBeLessThan(250);
  expect(await alone.close()).toBe(0);
});

test('one that is down is left alone after five failures: refused at once, with Retry-After', async () => {
  records = (request) => request.socket.resetAndDestroy();
  for (let count = 0; count < 5; count++) await call();
  const before = asked;
  const { response, body, milliseconds } = await call();
  expect([response.status, body.errorCode]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(8);
  expect(milliseconds).toBeLessThan(1000);
  expect(asked).toBe(before);
  expect(await hub.close()).toBe(0);
  // What nobody had handled would have ended the process, or stood in the log as it is.
  for (const line of hub.log()) expect(line).toHaveProperty('level');
});
