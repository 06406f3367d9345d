/** What sends spans and metrics, made and registered for the whole process. Each exporter is loaded where it is asked for. */
import { context, DiagLogLevel, diag, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import { type IMetricReader, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { prometheusEndpoint } from './prometheus-endpoint.ts';
import type { OtlpProtocol, SamplerSettings, TelemetrySettings } from './settings.ts';

export interface Providers {
  /** Sends what is there, within two seconds; what cannot be sent is told on standard error. */
  flush(): Promise<void>;
}

const flushTime = { timeoutMillis: 2000 };
const quietMilliseconds = 60_000;
const exporters = {
  traces: {
    'http/protobuf': () => import('@opentelemetry/exporter-trace-otlp-proto'),
    'http/json': () => import('@opentelemetry/exporter-trace-otlp-http'),
  },
  metrics: {
    'http/protobuf': () => import('@opentelemetry/exporter-metrics-otlp-proto'),
    'http/json': () => import('@opentelemetry/exporter-metrics-otlp-http'),
  },
} as const;

/** Registers providers, unless the program has registered its own: then those are left as they are, and used. */
export async function register(service: string, settings: TelemetrySettings): Promise<Providers> {
  const resource = resourceOf(service);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  diag.setLogger(failuresOnStandardError(), DiagLogLevel.ERROR);
  const sending: { forceFlush(options: typeof flushTime): Promise<void> }[] = [];
  if (settings.traces) {
    const { protocol, delay, sampler } = settings.traces;
    const processor = new BatchSpanProcessor({ exporter: await traceExporter(protocol), scheduledDelayMillis: delay });
    const provider = new TracerProvider({ resource, sampler: samplerOf(sampler), spanProcessors: [processor] });
    if (trace.setGlobalTracerProvider(provider)) sending.push(provider);
  }
  const readers = await readersOf(settings);
  if (readers.length > 0) {
    const provider = new MeterProvider({ resource, readers });
    if (metrics.setGlobalMeterProvider(provider)) sending.push(provider);
  }
  return {
    async flush() {
      const outcomes = await Promise.allSettled(sending.map((each) => each.forceFlush(flushTime)));
      if (outcomes.some(({ status }) => status === 'rejected')) diag.error('Not all telemetry could be sent.');
    },
  };
}

function resourceOf(service: string): Resource {
  const detected = detectResources({ detectors: [serviceInstanceIdDetector, envDetector] });
  return defaultResource()
    .merge(resourceFromAttributes({ 'service.name': service }))
    .merge(detected);
}

async function traceExporter(protocol: OtlpProtocol) {
  const { OTLPTraceExporter } = await exporters.traces[protocol]();
  return new OTLPTraceExporter();
}

async function readersOf({ metrics: otlp, prometheus }: TelemetrySettings): Promise<IMetricReader[]> {
  const readers: IMetricReader[] = [];
  if (otlp) {
    const { OTLPMetricExporter } = await exporters.metrics[otlp.protocol]();
    const exporter = new OTLPMetricExporter();
    const exportTimeoutMillis = Math.min(otlp.interval, 30_000);
    readers.push(
      new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: otlp.interval, exportTimeoutMillis }),
    );
  }
  if (prometheus) readers.push(await prometheusEndpoint(prometheus));
  return readers;
}

function samplerOf({ root: name, ratio, isByParent }: SamplerSettings): Sampler {
  const root = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  }[name]();
  return isByParent ? new ParentBasedSampler({ root }) : root;
}

/** A collector that is away is told of, but not with every batch. */
function failuresOnStandardError() {
  let quietUntil = 0;
  const ignore = () => {};
  return {
    error(message: string) {
      if (Date.now() < quietUntil) return;
      quietUntil = Date.now() + quietMilliseconds;
      process.stderr.write(`OpenTelemetry: ${firstWords(message)}\n`);
    },
    warn: ignore,
    info: ignore,
    debug: ignore,
    verbose: ignore,
  };
}

/** The message of an error that comes as JSON with its stack. */
function firstWords(message: string): string {
  try {
    return String((JSON.parse(message) as { message?: unknown }).message);
  } catch {
    return message;
  }
}
