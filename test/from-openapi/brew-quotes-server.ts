/** The API of brew-quotes.yaml, with eight quotes of one opportunity: it pages, knows no times, and wants a key. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { opportunity } from './e-signature-server.ts';

export const key = 'a-key-of-the-test';

const quotes = Array.from({ length: 8 }, (_each, index) => ({
  id: `q${index + 1}`,
  title: `Quote ${index + 1}`,
  status: 'sent',
  totalAmount: 1000 + index,
  totalCurrency: 'EUR',
  createdAt: new Date(Date.now() - (index + 1) * 86_400_000).toISOString(),
  url: `https://quotes.brew.example/${index + 1}`,
}));

/** Serves it; it keeps no process alive. A query of more than 300 characters is refused with 431, as some servers do. */
export async function startBrewQuotes(): Promise<{ readonly address: string; close(): Promise<unknown> }> {
  const server = createServer((request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const isKnown = searchParams.get('opportunityId') === opportunity;
    const offset = Number(searchParams.get('offset') ?? 0);
    const end = offset + Number(searchParams.get('limit') ?? 20);
    const failures = [
      [request.headers['x-api-key'] !== key, 401],
      [pathname !== '/quotes', 404],
      [search.length > 300, 431],
    ] as const;
    const status = failures.find(([isSo]) => isSo)?.[1] ?? 200;
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(status === 200 ? JSON.stringify({ items: isKnown ? quotes.slice(offset, end) : [] }) : 'refused');
  });
  await once(server.unref().listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
}
