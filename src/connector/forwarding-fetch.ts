import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { headers as names } from '../contract/contract.ts';
import { observedRequest } from '../telemetry/observed-request.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { readTraceParent, traceParentHeader } from '../telemetry/trace-context.ts';
import { ConnectorError } from './connector-error.ts';

/**
 * A fetch that carries on to the back end what the request brought (G10, G11): x-ms-client-request-id, x-ms-user-agent,
 * Accept-Language and traceparent, and that ends with the call's deadline. It never sends the user's token by itself.
 * A back end that cannot be reached is SERVICE_UNAVAILABLE. Telemetry is told of each request; its span is then the
 * parent that is sent.
 */
export function forwardingFetch(
  incoming: IncomingHttpHeaders,
  clientRequestId: string,
  deadline: AbortSignal,
  telemetry?: Telemetry,
): typeof fetch {
  return (target, init = {}) => {
    const given = init.headers ?? (target instanceof Request ? target.headers : undefined);
    const headers = new Headers(given);
    const carry = (name: string, value: string | string[] | undefined) => {
      if (typeof value === 'string' && !headers.has(name)) headers.set(name, value);
    };
    carry(names.clientRequestId, clientRequestId);
    carry(names.userAgent, incoming[names.userAgent]);
    carry(names.language, incoming[names.language]);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    const send = (trace: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(trace)) carry(name, value);
      carry(names.traceParent, nextTraceParent(incoming[names.traceParent]));
      if (readTraceParent(incoming[names.traceParent])) carry(names.traceState, incoming[names.traceState]);
      return fetch(target, { ...init, headers, signal });
    };
    const answer = telemetry ? observedRequest(telemetry, requestOf(target, init), send) : send({});
    return answer.catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new ConnectorError('SERVICE_UNAVAILABLE', 'A service that is needed for this does not answer.', { cause });
    });
  };
}

function requestOf(target: Parameters<typeof fetch>[0], { method }: RequestInit) {
  const { method: ownMethod, url } = target instanceof Request ? target : { method: 'GET', url: target };
  return { method: method ?? ownMethod, url };
}

/** The same trace with a span of ours, or a new trace where there is none. */
function nextTraceParent(incoming: string | string[] | undefined): string {
  const spanId = randomBytes(8).toString('hex');
  const { traceId, flags } = readTraceParent(incoming) ?? { traceId: randomBytes(16).toString('hex'), flags: '01' };
  return traceParentHeader({ traceId, spanId, flags });
}
