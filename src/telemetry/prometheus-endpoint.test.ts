import { request } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { prometheusEndpoint } from './prometheus-endpoint.ts';

const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterAll(() => told.mockRestore());

/** Opens an endpoint, and gives its port. */
async function open(token: string | undefined): Promise<number> {
  await prometheusEndpoint({ host: '127.0.0.1', port: 0, token });
  return Number(/:(\d+)\/metrics\n$/.exec(String(told.mock.lastCall?.[0]))?.[1]);
}

/** The status of a request; `fetch` would not send another Host. */
function status(port: number, headers: Record<string, string>, path = '/metrics', method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

let guarded: number;
let local: number;
beforeAll(async () => {
  guarded = await open('secret');
  local = await open(undefined);
});

test('a token, where there is one, must be brought', async () => {
  expect(await status(guarded, {})).toBe(401);
  expect(await status(guarded, { authorization: 'Bearer secret2' })).toBe(401);
  expect(await status(guarded, { authorization: 'Bearer secret', host: 'metrics.contoso.com' })).toBe(200);
});

test('without one only this machine is answered, and no page that rebinds a name', async () => {
  expect(await status(local, {})).toBe(200);
  expect(await status(local, { host: 'rebound.example' })).toBe(403);
  expect(await status(local, {}, '/')).toBe(404);
  expect(await status(local, {}, '/metrics?x=1', 'POST')).toBe(405);
});

test('a taken port is a clear error', async () => {
  const taken = prometheusEndpoint({ host: '127.0.0.1', port: local, token: undefined });
  await expect(taken).rejects.toMatchObject({
    code: 'USAGE',
    message: `Metrics cannot be offered at 127.0.0.1:${local} (EADDRINUSE). Choose another OTEL_EXPORTER_PROMETHEUS_PORT.`,
  });
});
