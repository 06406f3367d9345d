/** Answers to what never becomes a request of Fastify's: Node gives the bare socket, or its own request. */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type ErrorCode, statusOf } from '../contract/contract.ts';
import { ConnectorError } from './connector-error.ts';
import { errorBodyOf } from './error-answers.ts';
import { requestIdFrom } from './request-id.ts';

const clientErrors: Readonly<Record<string, [ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['HEADERS_TOO_LARGE', 'The headers have more than 16 KiB.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', 'The request did not arrive in time.'],
};

/** Answers a request that Node could not read. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [code, words] = clientErrors[error.code ?? ''] ?? ['BAD_REQUEST' as const, 'The request is no valid HTTP.'];
  answerOnSocket(socket, code, words);
}

/** Writes the error body to a socket and ends it. */
export function answerOnSocket(socket: Socket, code: ErrorCode, words: string): void {
  const body = JSON.stringify(errorBodyOf(new ConnectorError(code, words), requestIdFrom(undefined)));
  const status = statusOf(code);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Answers an Expect header that is not 100-continue. */
export function answerUnknownExpectation(request: IncomingMessage, response: ServerResponse): void {
  const error = new ConnectorError('EXPECTATION_FAILED', 'Of Expect only 100-continue is known.');
  const body = JSON.stringify(errorBodyOf(error, requestIdFrom(request.headers['x-ms-client-request-id'])));
  response.writeHead(statusOf(error.code), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
