import { afterEach, expect, test } from 'vitest';
import { json, listenPlain } from '../../../test/servers/plain-connector.ts';
import { backEndOf, recordBackEnd } from './back-end-recorder.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function recorder(forwardTo?: string) {
  const recording = await recordBackEnd(0, forwardTo);
  closing.push(recording.close);
  return recording;
}

test('it keeps addresses and headers, no secrets, and answers an empty object', async () => {
  const { address, received } = await recorder();
  const headers = { 'x-ms-client-request-id': 'id-1', authorization: 'Bearer secret', cookie: 'a=b' };
  const response = await fetch(`${address}/records?id=1`, { headers });
  expect([response.status, await response.json()]).toEqual([200, {}]);
  expect(received).toMatchObject([{ url: '/records?id=1', headers: { 'x-ms-client-request-id': 'id-1' } }]);
  expect(JSON.stringify(received)).not.toMatch(/secret|a=b/);
});

test('it passes requests on, and answers back as they were answered', async () => {
  const backEnd = await listenPlain((_request, response, body) =>
    json(response, { sent: body }, 201, { 'x-own': 'yes', 'cache-control': 'no-store' }),
  );
  closing.push(backEnd.close);
  const { address, received } = await recorder(`${backEnd.address}/api`);
  const response = await fetch(`${address}/orders?top=1`, {
    method: 'POST',
    body: 'a text',
    headers: { authorization: 'Bearer secret', 'accept-language': 'de' },
  });
  expect([response.status, response.headers.get('x-own'), await response.json()]).toEqual([
    201,
    'yes',
    { sent: 'a text' },
  ]);
  expect(backEnd.received).toMatchObject([
    { method: 'POST', url: '/api/orders?top=1', headers: { authorization: 'Bearer secret', 'accept-language': 'de' } },
  ]);
  expect(received).toHaveLength(1);
});

test('a back end that cannot be reached is a bad gateway', async () => {
  const { address, received } = await recorder('http://127.0.0.1:1');
  expect([(await fetch(address)).status, received.length]).toEqual([502, 1]);
});

test.each([
  [{ 'back-end-port': 'x' }, '--back-end-port is a whole number'],
  [{ 'back-end-url': 'http://127.0.0.1:9' }, '--back-end-url goes with it'],
  [{ 'back-end-port': '0', 'back-end-url': 'nowhere' }, '--back-end-url'],
])('%j is refused in words', async (given, words) => {
  await expect(backEndOf(given)).rejects.toMatchObject({ code: 'USAGE', message: expect.stringContaining(words) });
});

test('a port that is taken is told; without the options there is no recorder', async () => {
  const { address } = await recorder();
  const port = new URL(address).port;
  await expect(backEndOf({ 'back-end-port': port })).rejects.toThrow(`${port} cannot be listened on (EADDRINUSE)`);
  expect(await backEndOf({})).toBeUndefined();
});
