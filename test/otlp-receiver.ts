/** What stands for an OpenTelemetry collector: takes OTLP over HTTP as JSON, and remembers it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** 0 unset, 1 ok, 2 error. */
  readonly status: { readonly code?: number };
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface ReceivedPoint {
  readonly attributes: Readonly<Record<string, unknown>>;
  /** A histogram's count, or a sum's or gauge's value. */
  readonly value: number;
}

export interface OtlpReceiver {
  readonly address: string;
  spans(): ReceivedSpan[];
  /** The newest points of each metric, by its name. */
  metrics(): Map<string, ReceivedPoint[]>;
  /** Media types and paths of all that arrived. */
  readonly arrivals: { readonly path: string; readonly type: string | undefined }[];
  close(): Promise<void>;
}

interface KeyValue {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
interface Scoped {
  readonly scopeSpans?: readonly { readonly spans: readonly (ReceivedSpan & { attributes: readonly KeyValue[] })[] }[];
  readonly scopeMetrics?: readonly { readonly metrics: readonly OtlpMetric[] }[];
}
interface OtlpPoint {
  readonly attributes: readonly KeyValue[];
  readonly count?: number;
  readonly asInt?: number;
  readonly asDouble?: number;
}
interface OtlpMetric {
  readonly name: string;
  readonly [kind: string]: unknown;
}

/** Starts it on a free port. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const arrivals: { path: string; type: string | undefined }[] = [];
  const spans: ReceivedSpan[] = [];
  const metrics = new Map<string, ReceivedPoint[]>();
  const take = ({ scopeSpans = [], scopeMetrics = [] }: Scoped) => {
    for (const { spans: some } of scopeSpans)
      spans.push(...some.map((span) => ({ ...span, attributes: plain(span.attributes) })));
    for (const { metrics: some } of scopeMetrics)
      for (const { name, ...metric } of some) metrics.set(name, pointsOf(metric).map(pointOf));
  };
  const server = createServer(async (request, response) => {
    const { url: path = '', headers } = request;
    const chunks = await request.toArray();
    const type = headers['content-type'];
    if (type === 'application/json') {
      const { resourceSpans = [], resourceMetrics = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      for (const each of [...resourceSpans, ...resourceMetrics]) take(each);
    }
    arrivals.push({ path, type });
    response
      .writeHead(200, { 'content-type': type ?? 'application/json' })
      .end(type === 'application/json' ? '{}' : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    spans: () => spans,
    metrics: () => metrics,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pointsOf(metric: Readonly<Record<string, unknown>>): readonly OtlpPoint[] {
  const kinds = Object.values(metric) as { readonly dataPoints?: readonly OtlpPoint[] }[];
  return kinds.find((kind) => kind?.dataPoints)?.dataPoints ?? [];
}

function pointOf({ attributes, count, asInt, asDouble }: OtlpPoint): ReceivedPoint {
  return { attributes: plain(attributes), value: Number(count ?? asInt ?? asDouble) };
}

function plain(attributes: readonly KeyValue[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
