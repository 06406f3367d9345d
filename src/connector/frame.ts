/** What stands around every route that a user's call reaches: id, language, authentication, throttle, deadline, errors. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits } from '../contract/contract.ts';
import { within } from '../core/deadline.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Authentication, Identity } from './authentication.ts';
import { ConnectorError } from './connector-error.ts';
import { Call } from './context.ts';
import { answerError } from './error-answers.ts';
import { takeJsonBodies } from './json-body.ts';
import { observeCalls } from './observed-calls.ts';
import { requestIdFrom } from './request-id.ts';
import type { Throttle } from './throttle.ts';

export interface FrameOptions {
  readonly authentication: Authentication;
  readonly negotiate: (header: string | undefined) => string;
  readonly throttle?: Throttle | undefined;
  /** Milliseconds for a call, from its first byte: below the host's five seconds. */
  readonly budget?: number | undefined;
  /** Told of every call; absent where it is off. */
  readonly telemetry?: Telemetry | undefined;
}

/** Half a second is left for the way back to the host. */
const defaultBudget = limits.deadline - 500;
const callKey = Symbol('call');
type FramedRequest = FastifyRequest & { [callKey]?: Call | null };

/** The call that a request of a framed scope makes. */
export function callOf(request: FastifyRequest): Call {
  const call = (request as FramedRequest)[callKey];
  if (!call) throw new TypeError('This route stands outside the frame.');
  return call;
}

/** Frames the routes of a scope; register it in a scope of its own. */
export function frame(scope: FastifyInstance, options: FrameOptions): void {
  const { authentication, negotiate, throttle, telemetry, budget = defaultBudget } = options;
  scope.decorateRequest(callKey, null);
  takeJsonBodies(scope);
  if (telemetry) observeCalls(scope, telemetry);

  scope.addHook('onRequest', async (request, reply) => {
    const { headers } = request;
    const language = negotiate(headers['accept-language']);
    const requestId = requestIdFrom(headers['x-ms-client-request-id'], request.id);
    const call = new Call(request, requestId, language, budget, telemetry);
    (request as FramedRequest)[callKey] = call;
    reply.headers({
      'cache-control': 'no-store',
      'content-language': language,
      'x-ms-client-request-id': call.clientRequestId,
    });
    if (authentication.open) refuseForeignAddress(request);
    call.identity = await identified(call, authentication.identify(headers.authorization));
    if (throttle) await throttle(call.identity);
  });

  scope.addHook('onResponse', async (request) => {
    (request as FramedRequest)[callKey]?.deadline.clear();
  });

  scope.setErrorHandler((error, request, reply) => {
    const activityId = requestIdFrom(request.headers['x-ms-client-request-id'], request.id);
    return answerError(error, request, reply, activityId);
  });
}

/** The work of a call within its deadline: DEADLINE_EXCEEDED when the time is up, whatever the work is doing then. */
export async function inTime<T>(call: Call, work: T | Promise<T>): Promise<T> {
  const discarded = () => {
    call.log.warn('A late answer was discarded.');
    call.telemetry?.measure('saleskit.answers.discarded', 1, call.pointAttributes);
  };
  try {
    const result = work instanceof Promise ? await within(call.deadline, work, discarded) : work;
    if (!isOver(call)) return result;
    discarded();
  } catch (error) {
    if (!isOver(call)) throw error;
    throw tooLate(error);
  }
  throw tooLate();
}

function isOver({ deadline }: Call): boolean {
  return deadline.isOver || deadline.left() === 0;
}

function tooLate(cause?: unknown): ConnectorError {
  return new ConnectorError('DEADLINE_EXCEEDED', 'The answer was not ready in time.', { cause });
}

function identified(call: Call, identity: Identity | Promise<Identity>): Identity | Promise<Identity> {
  return identity instanceof Promise ? inTime(call, identity) : identity;
}

const localName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * With authentication off, whoever reaches this machine from elsewhere is refused, and so is a page that rebinds a name,
 * and what a tunnel brings: it calls from here, as localhost, but tells by which name it was called.
 */
function refuseForeignAddress({ socket, headers }: FastifyRequest): void {
  const address = socket.localAddress ?? '127.0.0.1';
  const isLocal = /^(::ffff:)?127\./.test(address) || address === '::1';
  const names = [headers.host ?? 'localhost', headers['x-forwarded-host'] ?? []].flat();
  if (isLocal && names.every((name) => localName.test(name))) return;
  throw new ConnectorError(
    'INSUFFICIENT_PERMISSIONS',
    'Authentication is off, so only this machine may call, by localhost.',
  );
}
