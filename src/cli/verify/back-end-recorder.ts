/** --back-end-port: a server that stands where the connector's back end would, and keeps what it is sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { CodedError } from '../../core/coded-error.ts';
import type { CheckOptions } from '../../verify/verify.ts';
import { readUrl } from '../call-arguments.ts';

type BackEndRecorder = NonNullable<CheckOptions['backEnd']>;

interface Given {
  readonly 'back-end-port'?: string | undefined;
  readonly 'back-end-url'?: string | undefined;
}

const loopback = '127.0.0.1';
const forwardMs = 5000;
/** A connector's back end is not asked more often in a run; older requests are of no more use. */
const mostKept = 10_000;

/** The recorder that the options ask for, if any. Throws USAGE. */
export async function backEndOf(given: Given): Promise<BackEndRecorder | undefined> {
  const { 'back-end-port': port, 'back-end-url': url } = given;
  if (port === undefined && url === undefined) return undefined;
  if (port === undefined || !/^\d+$/.test(port) || Number(port) > 65_535)
    throw new CodedError('USAGE', '--back-end-port is a whole number from 0 to 65535; --back-end-url goes with it.');
  return recordBackEnd(Number(port), url === undefined ? undefined : readBackEnd(url));
}

function readBackEnd(text: string): string {
  try {
    return readUrl(text) ?? text;
  } catch (error) {
    throw new CodedError('USAGE', (error as Error).message.replace('--url', '--back-end-url'));
  }
}

/** Listens on this machine; answers {} with 200, or what the back end at `forwardTo` answers. */
export async function recordBackEnd(port: number, forwardTo: string | undefined): Promise<BackEndRecorder> {
  const received: BackEndRecorder['received'][number][] = [];
  const server = createServer(async (incoming, response) => {
    const { authorization, cookie, ...headers } = incoming.headers;
    if (received.length < mostKept) received.push({ url: incoming.url ?? '/', headers });
    try {
      if (forwardTo) await forward(forwardTo, incoming, response);
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    } catch {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    }
  });
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject).listen(port, loopback, listening.resolve);
  await listening.promise.catch((cause: NodeJS.ErrnoException) => {
    throw new CodedError('USAGE', `--back-end-port: ${port} cannot be listened on (${cause.code}).`, { cause });
  });
  return {
    address: `http://${loopback}:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Headers of one connection, not of the request (RFC 9110, 7.6.1). */
const ofConnection = ['host', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'expect'];

async function forward(base: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !ofConnection.includes(name)));
  const { method = 'GET', url = '/' } = incoming;
  const answer = await request(`${base}${url}`, {
    method: method as 'GET',
    headers,
    body: ['GET', 'HEAD'].includes(method) ? null : incoming,
    signal: AbortSignal.timeout(forwardMs),
  });
  const own = Object.entries(answer.headers).filter(([name]) => !ofConnection.includes(name));
  response.writeHead(answer.statusCode, Object.fromEntries(own));
  for await (const chunk of answer.body) response.write(chunk);
  response.end();
}
