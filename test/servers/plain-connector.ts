/** A connector on plain node:http, written from the documentation alone: what a partner without this SDK has. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Respond = (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>;

export interface PlainServer {
  readonly address: string;
  /** What was received, in order. */
  readonly received: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function listenPlain(respond: Respond): Promise<PlainServer> {
  const received: PlainServer['received'] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    await respond(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers JSON. */
export function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}

export const goodRecord = {
  recordId: 'q-1',
  recordTypeDisplayName: 'Quote',
  recordTypePluralDisplayName: 'Quotes',
  recordType: 'quote',
  recordTitle: 'Quote for ten machines',
  url: 'https://quotes.example.com/q-1',
  additionalProperties: { Status: 'Open', Total: '$1,000' },
};

/** The good one: related records of any record. */
export const goodConnector: Respond = (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.searchParams.get('recordId'))
    return json(response, { errorCode: 'RECORD_NOT_FOUND', errorMessage: 'No record.' }, 404);
  json(response, { value: [goodRecord], hasMoreResults: false });
};
