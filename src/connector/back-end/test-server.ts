/** A small HTTP server for the tests of this folder, which does what the test says at the moment. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  readonly address: string;
  /** Requests since the last `clear`. */
  readonly received: IncomingMessage[];
  /** Connections since the start. */
  connections(): number;
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

export async function startTestServer(): Promise<TestServer> {
  const received: IncomingMessage[] = [];
  let listener: RequestListener = (_request, response) => json(response, {});
  let connections = 0;
  const server = createServer((request, response) => {
    received.push(request);
    listener(request, response);
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => connections,
    answer(next) {
      received.length = 0;
      listener = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
