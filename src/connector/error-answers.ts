/** The documented error body for every failure. */
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorBody, type ErrorCode, statusOf } from '../contract/contract.ts';
import { ConnectorError } from './connector-error.ts';

/** Fastify's own failures, in codes of the contract. Source: https://fastify.dev/docs/latest/Reference/Errors/ */
const fastifyFailures: Readonly<Record<string, [ErrorCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['BODY_TOO_LARGE', 'The body is larger than this address takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['EMPTY_BODY', 'The body is empty: send a JSON object.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['BAD_REQUEST', 'Content-Length does not fit the body.'],
  FST_ERR_BAD_URL: ['BAD_REQUEST', 'The address is no valid URL.'],
  FST_ERR_MAX_LIMIT_REACHED: ['URI_TOO_LONG', 'The address has more characters than this service takes.'],
};

/** The error as a ConnectorError: what is not one already, nor a failure of the request, is a bug (500). */
export function connectorErrorOf(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const [code, words] = fastifyFailures[String((error as { code?: unknown })?.code)] ?? [];
  if (isValidation(error)) return new ConnectorError('INVALID_PARAMETER', `${error.message}.`, { cause: error });
  if (code && words) return new ConnectorError(code, words, { cause: error });
  if (isOfTheRequest(error))
    return new ConnectorError('BAD_REQUEST', 'The request is not whole or not valid HTTP.', { cause: error });
  return new ConnectorError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', { cause: error });
}

/** A client that hung up in the middle, or a request that Fastify itself refuses. */
function isOfTheRequest(error: unknown): boolean {
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  return code === 'ECONNRESET' || (code.startsWith('FST_') && statusCode >= 400 && statusCode < 500);
}

function isValidation(error: unknown): error is Error {
  return (error as { code?: unknown })?.code === 'FST_ERR_VALIDATION';
}

/** The body of an error's answer; no stack, no cause. */
export function errorBodyOf(error: ConnectorError, activityId: string): ErrorBody {
  const { code, message, details } = error;
  return { errorCode: code, errorMessage: message, activityId, ...(details && { details }) };
}

/** The error as it is told; what is our fault is logged with its stack. */
export function toldError(error: unknown, log: FastifyBaseLogger, operationId: string | undefined): ConnectorError {
  const known = connectorErrorOf(error);
  if (statusOf(known.code) >= 500) {
    log.error({ err: known.cause ?? known, errorCode: known.code, operationId }, known.message);
  }
  return known;
}

/** Answers with an error, and logs it where it is our fault. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  activityId: string,
): FastifyReply {
  // Fastify closes the connection where a body is refused; the sender, still writing, would never see why.
  reply.removeHeader('connection');
  const { operationId } = request.routeOptions.config as { operationId?: string };
  const known = toldError(error, request.log, operationId);
  return reply
    .code(statusOf(known.code))
    .headers({ 'cache-control': 'no-store', 'x-ms-client-request-id': activityId, ...known.headers })
    .send(errorBodyOf(known, activityId));
}
