import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { headers as names } from '../contract/contract.ts';
import { ConnectorError } from './connector-error.ts';

const traceParent = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;

/**
 * A fetch that carries on to the back end what the request brought (G10, G11): x-ms-client-request-id, x-ms-user-agent,
 * Accept-Language and traceparent, and that ends with the call's deadline. It never sends the user's token by itself.
 * A back end that cannot be reached is SERVICE_UNAVAILABLE.
 */
export function forwardingFetch(
  incoming: IncomingHttpHeaders,
  clientRequestId: string,
  deadline: AbortSignal,
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
    carry(names.traceParent, nextTraceParent(incoming[names.traceParent]));
    if (isTraced(incoming)) carry(names.traceState, incoming[names.traceState]);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    return fetch(target, { ...init, headers, signal }).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new ConnectorError('SERVICE_UNAVAILABLE', 'A service that is needed for this does not answer.', { cause });
    });
  };
}

function isTraced(incoming: IncomingHttpHeaders): boolean {
  return traceParent.test(String(incoming[names.traceParent]));
}

/** The same trace with a span of ours, or a new trace where there is none. Source: W3C Trace Context, level 1. */
function nextTraceParent(incoming: string | string[] | undefined): string {
  const [, version, trace, , flags] = traceParent.exec(String(incoming)) ?? [];
  const span = randomBytes(8).toString('hex');
  const usable = trace && version !== 'ff' && !/^0+$/.test(trace);
  return usable ? `00-${trace}-${span}-${flags}` : `00-${randomBytes(16).toString('hex')}-${span}-01`;
}
