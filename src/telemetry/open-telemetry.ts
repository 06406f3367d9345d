/** Telemetry over OpenTelemetry's API. Loaded only where telemetry is asked for. */
import {
  type Context,
  context,
  createTraceState,
  isSpanContextValid,
  metrics as metricsApi,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { type Metric, type MetricName, metrics } from './metrics.ts';
import { type Providers, register } from './providers.ts';
import type { TelemetrySettings } from './settings.ts';
import { type Attributes, failureName, type Span, type SpanStart, type Telemetry } from './telemetry.ts';
import { readTraceParent, traceParentHeader } from './trace-context.ts';

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const;
/** Seconds, as the conventions have them: nothing here takes longer than five. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const scope = 'saleskit';

/** Opens it as the settings say; without settings over the OpenTelemetry that the program has registered itself. */
export async function openTelemetry(service: string, settings: TelemetrySettings | undefined): Promise<Telemetry> {
  const providers: Providers | undefined = settings && (await register(service, settings));
  const tracer = trace.getTracer(scope);
  const measures = new Map<MetricName, (value: number, attributes: Attributes) => void>();

  const begin = ({ name, kind, attributes = {}, incoming }: SpanStart): OpenSpan => {
    const parent = incoming ? contextOf(incoming) : context.active();
    return new OpenSpan(tracer.startSpan(name, { kind: kinds[kind], attributes }, parent));
  };
  const within = <T>(span: Span, work: () => T): T =>
    context.with(trace.setSpan(context.active(), (span as OpenSpan).open), work);

  return {
    begin,
    within,
    async span(start, work) {
      const span = begin(start);
      try {
        const result = await within(span, () => work(span));
        span.end();
        return result;
      } catch (error) {
        span.end(failureName(error));
        throw error;
      }
    },
    measure(name, value, attributes = {}) {
      let measure = measures.get(name);
      if (!measure) {
        measure = instrument(name);
        measures.set(name, measure);
      }
      measure(value, known(attributes));
    },
    observe(name, read, attributes = {}) {
      const { unit, description } = metrics[name];
      const gauge = metricsApi.getMeter(scope).createObservableGauge(name, { unit, description });
      const tell = (result: { observe(value: number, attributes: Attributes): void }) =>
        result.observe(read(), attributes);
      gauge.addCallback(tell);
      return () => gauge.removeCallback(tell);
    },
    flush: async () => providers?.flush(),
  };
}

class OpenSpan implements Span {
  readonly open: OtelSpan;
  readonly ids: Span['ids'];

  constructor(open: OtelSpan) {
    this.open = open;
    const spanContext = open.spanContext();
    this.ids = isSpanContextValid(spanContext) ? spanContext : undefined;
  }

  get headers(): Readonly<Record<string, string>> {
    if (!this.ids) return {};
    const { traceFlags, traceState } = this.open.spanContext();
    const flags = traceFlags.toString(16).padStart(2, '0');
    const state = traceState?.serialize();
    return { traceparent: traceParentHeader({ ...this.ids, flags }), ...(state && { tracestate: state }) };
  }

  set(attributes: Attributes): void {
    this.open.setAttributes(attributes);
  }

  end(failure?: string): void {
    if (failure !== undefined) {
      this.open.setAttribute('error.type', failure);
      this.open.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.open.end();
  }
}

/** Without those that are not known: they would be told as empty. */
function known(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

/** The trace that a request is part of; a new one where it names none. */
function contextOf(incoming: NonNullable<SpanStart['incoming']>): Context {
  const parent = readTraceParent(incoming.traceparent);
  if (!parent) return ROOT_CONTEXT;
  const { traceId, spanId, flags } = parent;
  const traceFlags = Number.parseInt(flags, 16) & 1;
  const state = [incoming.tracestate ?? []].flat().join(',');
  const traceState = state === '' ? undefined : createTraceState(state);
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags,
    isRemote: true,
    ...(traceState && { traceState }),
  });
}

function instrument(name: MetricName): (value: number, attributes: Attributes) => void {
  const meter = metricsApi.getMeter(scope);
  const { kind, unit, description }: Metric = metrics[name];
  if (kind === 'histogram') {
    const advice = { explicitBucketBoundaries: durations };
    const histogram = meter.createHistogram(name, { unit, description, advice });
    return (value, attributes) => histogram.record(value, attributes);
  }
  const sum = kind === 'counter' ? 'createCounter' : 'createUpDownCounter';
  const counter = meter[sum](name, { unit, description });
  return (value, attributes) => counter.add(value, attributes);
}
