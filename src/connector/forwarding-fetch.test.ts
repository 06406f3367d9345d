import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forwardingFetch } from './forwarding-fetch.ts';

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/slow') return;
    response.end(JSON.stringify(request.headers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const never = new AbortController().signal;
const received = async (incoming: IncomingHttpHeaders, init?: RequestInit) => {
  const response = await forwardingFetch(incoming, 'request-1', never)(address, init);
  return (await response.json()) as Record<string, string>;
};
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

test('carries the diagnostic headers on, and nothing else of the request (G11)', async () => {
  const headers = await received({
    'x-ms-user-agent': 'sales-copilot',
    'accept-language': 'fr-FR',
    traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    tracestate: 'a=b',
    authorization: 'Bearer secret',
    cookie: 'a=b',
  });
  expect(headers).toMatchObject({
    'x-ms-client-request-id': 'request-1',
    'x-ms-user-agent': 'sales-copilot',
    'accept-language': 'fr-FR',
    tracestate: 'a=b',
  });
  expect(headers.traceparent).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
  expect(headers).not.toHaveProperty('authorization');
  expect(headers).not.toHaveProperty('cookie');
});

test.each([undefined, 'nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`])(
  'begins a trace where %s came',
  async (traceparent) => {
    const headers = await received(traceparent === undefined ? {} : { traceparent });
    expect(headers.traceparent).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  },
);

test('leaves headers of the handler as they are', async () => {
  const headers = await received(
    { 'accept-language': 'fr' },
    { headers: { 'Accept-Language': 'de', authorization: 'Bearer own' } },
  );
  expect(headers).toMatchObject({ 'accept-language': 'de', authorization: 'Bearer own' });
});

test('ends with the deadline', async () => {
  const controller = new AbortController();
  const waited = forwardingFetch({}, 'request-1', controller.signal)(`${address}/slow`);
  controller.abort(new DOMException('over', 'TimeoutError'));
  await expect(waited).rejects.toMatchObject({ name: 'TimeoutError' });
});
