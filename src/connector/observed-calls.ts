import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../contract/contract.ts';
import type { MetricName } from '../telemetry/metrics.ts';
import type { Span, Telemetry } from '../telemetry/telemetry.ts';
import { connectorErrorOf } from './error-answers.ts';
import { requestIdFrom } from './request-id.ts';

interface Observed {
  readonly span: Span;
  failure?: ErrorCode;
}

/** Failures that have a count of their own, beside being an error.type. */
const counted: { readonly [Code in ErrorCode]?: MetricName } = {
  REQUEST_THROTTLED: 'saleskit.throttle.refused',
  DEADLINE_EXCEEDED: 'saleskit.deadline.exceeded',
};
const active = 'http.server.active_requests';

/**
 * Tells of every call of a scope: a span that continues the caller's trace and is active in the handler, how long the
 * call took and how it ended, and its trace in each of its log lines.
 */
export function observeCalls(scope: FastifyInstance, telemetry: Telemetry): void {
  const calls = new WeakMap<FastifyRequest, Observed>();

  scope.addHook('onRequest', async (request) => {
    const { method, headers } = request;
    const span = telemetry.begin({
      name: `${method} ${request.routeOptions.url}`,
      kind: 'server',
      incoming: headers,
      attributes: {
        ...routeAttributes(request),
        'saleskit.request_id': requestIdFrom(headers['x-ms-client-request-id'], request.id),
      },
    });
    calls.set(request, { span });
    if (span.ids) request.log = request.log.child({ traceId: span.ids.traceId, spanId: span.ids.spanId });
    telemetry.measure(active, 1);
  });

  // Where a body is read, what the hooks before it made active is lost.
  scope.addHook('preHandler', (request, _reply, done) => {
    const call = calls.get(request);
    if (call) telemetry.within(call.span, done);
    else done();
  });

  scope.addHook('onError', async (request, _reply, error) => {
    const call = calls.get(request);
    if (call) call.failure = connectorErrorOf(error).code;
  });

  scope.addHook('onResponse', async (request, reply) => {
    const call = calls.get(request);
    if (call) end(telemetry, call, request, reply);
  });
}

/** The extension point or chat skill that a request is for, as metrics tell it. */
export function pointAttributes(request: FastifyRequest) {
  const { point } = request.routeOptions.config as { point?: string };
  return { 'saleskit.extension_point': point };
}

function routeAttributes(request: FastifyRequest) {
  return {
    'http.request.method': request.method,
    'http.route': request.routeOptions.url,
    ...pointAttributes(request),
  };
}

function end(telemetry: Telemetry, { span, failure }: Observed, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode, elapsedTime } = reply;
  const status = { 'http.response.status_code': statusCode, 'error.type': failure };
  span.set(status);
  span.end(statusCode >= 500 ? (failure ?? String(statusCode)) : undefined);
  telemetry.measure(active, -1);
  telemetry.measure('http.server.request.duration', elapsedTime / 1000, { ...routeAttributes(request), ...status });
  const count = failure && counted[failure];
  if (count) telemetry.measure(count, 1, pointAttributes(request));
}
