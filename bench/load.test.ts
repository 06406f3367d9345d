import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { load, requestText } from './load.ts';

const servers = new Set<ReturnType<typeof createServer>>();
afterEach(() => {
  for (const server of servers) server.close();
  servers.clear();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const nextRequest = () => requestText('/summary?top=10', { 'accept-language': 'en' });
const short = { nextRequest, seconds: 0.2, connections: 4 };

it('counts exactly the answers that the server gave', async () => {
  let answers = 0;
  const address = await serve((request, response) => {
    if (request.url === '/summary?top=10' && request.headers['accept-language'] === 'en') answers++;
    response.end('“whole”'.repeat(20_000));
  });
  const { latencies } = await load({ address, ...short });
  expect(latencies.length).toBe(answers);
  expect(answers).toBeGreaterThan(0);
});

it('keeps to a rate', async () => {
  const address = await serve((_request, response) => response.end('{}'));
  const { latencies } = await load({ address, ...short, rate: 100 });
  expect(latencies.length).toBeLessThanOrEqual(20);
});

it('throws at the first answer that is not 200', async () => {
  let answers = 0;
  const address = await serve((_request, response) => {
    response.statusCode = ++answers > 10 ? 503 : 200;
    response.end('busy');
  });
  await expect(load({ address, ...short, seconds: 10 })).rejects.toThrow(/HTTP\/1.1 503/);
});

it('throws when a connection breaks', async () => {
  const address = await serve((request) => request.socket.destroy());
  await expect(load({ address, ...short, seconds: 10 })).rejects.toThrow();
});
