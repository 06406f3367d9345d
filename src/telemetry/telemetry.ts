/** Spans and metrics of this process, by OpenTelemetry where its environment variables ask for them; else nothing is loaded. */
import { CodedError } from '../core/coded-error.ts';
import type { MetricName } from './metrics.ts';
import { telemetrySettings } from './settings.ts';

export type { MetricName } from './metrics.ts';

/** What a span or a measured value is told with; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a span begins with. */
export interface SpanStart {
  /** Of few values: a method and a route's pattern, never an id. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'internal';
  readonly attributes?: Attributes;
  /** Headers of the request that it answers: its parent stands in traceparent. Without them the active span is its parent. */
  readonly incoming?: Readonly<Record<string, string | string[] | undefined>>;
}

/** A span that has begun. */
export interface Span {
  /** Its ids in hexadecimal; undefined where traces are off. */
  readonly ids: { readonly traceId: string; readonly spanId: string } | undefined;
  /** traceparent and tracestate that make it the parent of what is asked next; empty where traces are off. */
  readonly headers: Readonly<Record<string, string>>;
  set(attributes: Attributes): void;
  /** Ends it; as failed where a failure is named. */
  end(failure?: string): void;
}

/** What is told of this process. Attributes carry no ids of records, no addresses with queries, no tokens. */
export interface Telemetry {
  /** A span that is ended by hand. */
  begin(start: SpanStart): Span;
  /** Work while this span is the active one. */
  within<T>(span: Span, work: () => T): T;
  /** Work in a span of its own: active in it, ended with it; failed where the work fails. */
  span<T>(start: SpanStart, work: (span: Span) => Promise<T>): Promise<T>;
  /** A measured value; seconds for durations. */
  measure(metric: MetricName, value: number, attributes?: Attributes): void;
  /** Reads a value whenever metrics are collected, until the function that it gives is called. */
  observe(metric: MetricName, read: () => number, attributes?: Attributes): () => void;
  /** Sends what was not sent yet, within two seconds. Never throws. */
  flush(): Promise<void>;
}

let begun: Promise<Telemetry | undefined> | undefined;

/**
 * The telemetry of this process; undefined where it is off. The first to ask names the service, unless OTEL_SERVICE_NAME
 * does. Throws a CodedError USAGE where a variable says what cannot be met, or a package is missing.
 */
export function processTelemetry(service = 'saleskit'): Promise<Telemetry | undefined> {
  begun ??= load(service);
  return begun;
}

/** The name of a failure, for `end` and for metrics: the code of its error. */
export function failureName(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'error');
}

async function load(service: string): Promise<Telemetry | undefined> {
  const settings = telemetrySettings(process.env);
  if (!settings && !isRegistered()) return undefined;
  const { openTelemetry } = await import('./open-telemetry.ts').catch(notInstalled);
  return openTelemetry(service, settings).catch(notInstalled);
}

/** Whether the program has an OpenTelemetry of its own, which is then used. */
function isRegistered(): boolean {
  const { [Symbol.for('opentelemetry.js.api.1')]: registered } = globalThis as Record<symbol, unknown>;
  return (registered as { trace?: unknown } | undefined)?.trace !== undefined;
}

function notInstalled(cause: Error & { code?: string }): never {
  const [, missing] = /package '(@opentelemetry\/[^'/]+)/.exec(cause.message) ?? [];
  if (cause.code !== 'ERR_MODULE_NOT_FOUND' || !missing) throw cause;
  const words = `The variables OTEL_… ask for telemetry, which needs ${missing}. Install it, or set OTEL_SDK_DISABLED=true.`;
  throw new CodedError('USAGE', words, { cause });
}
