/** What the variables of OpenTelemetry ask for. Those of the OTLP exporters (endpoint, headers, time-out, certificates) they read themselves. */
import { CodedError } from '../core/coded-error.ts';

export type OtlpProtocol = 'http/protobuf' | 'http/json';

export interface TelemetrySettings {
  /** How traces are sent; absent where they are not. */
  readonly traces?: { readonly protocol: OtlpProtocol; readonly delay: number; readonly sampler: SamplerSettings };
  /** How metrics are sent, and every how many milliseconds; absent where they are not. */
  readonly metrics?: { readonly protocol: OtlpProtocol; readonly interval: number };
  /** Where metrics can be fetched; absent where they cannot. */
  readonly prometheus?: PrometheusSettings;
}

export interface SamplerSettings {
  readonly root: 'always_on' | 'always_off' | 'traceidratio';
  /** The part of traces that is recorded, 0 to 1. */
  readonly ratio: number;
  /** Whether a call that is part of a trace already is recorded as that says. */
  readonly isByParent: boolean;
}

export interface PrometheusSettings {
  readonly host: string;
  readonly port: number;
  /** What a request has to bring as its bearer token; must be there beyond loopback. */
  readonly token: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const samplers: Readonly<Record<string, Omit<SamplerSettings, 'ratio'>>> = {
  always_on: { root: 'always_on', isByParent: false },
  always_off: { root: 'always_off', isByParent: false },
  traceidratio: { root: 'traceidratio', isByParent: false },
  parentbased_always_on: { root: 'always_on', isByParent: true },
  parentbased_always_off: { root: 'always_off', isByParent: true },
  parentbased_traceidratio: { root: 'traceidratio', isByParent: true },
};
/** No variable of OpenTelemetry's: its endpoint for Prometheus knows no authentication. */
const tokenVariable = 'SALESKIT_PROMETHEUS_TOKEN';

/**
 * The settings; undefined where nothing is asked for: neither an endpoint nor an exporter is named, or OTEL_SDK_DISABLED
 * is true. Throws a CodedError USAGE where a variable says what is not known. Source: OpenTelemetry's Environment Variable
 * Specification; unlike it, nothing is sent to localhost unless asked for.
 */
export function telemetrySettings(environment: Environment): TelemetrySettings | undefined {
  if (/^true$/i.test(environment.OTEL_SDK_DISABLED ?? '')) return undefined;
  const traces = exportersOf('TRACES', environment, ['otlp']);
  const metrics = exportersOf('METRICS', environment, ['otlp', 'prometheus']);
  if (traces.length + metrics.length === 0) return undefined;
  const number = (name: string, otherwise: number, least = 0, most = 2 ** 31 - 1) =>
    numberOf(environment, name, otherwise, least, most);
  return {
    ...(traces.includes('otlp') && {
      traces: {
        protocol: protocolOf('TRACES', environment),
        delay: number('OTEL_BSP_SCHEDULE_DELAY', 5000),
        sampler: samplerOf(environment),
      },
    }),
    ...(metrics.includes('otlp') && {
      metrics: {
        protocol: protocolOf('METRICS', environment),
        interval: number('OTEL_METRIC_EXPORT_INTERVAL', 60_000, 1),
      },
    }),
    ...(metrics.includes('prometheus') && {
      prometheus: guarded({
        host: environment.OTEL_EXPORTER_PROMETHEUS_HOST || 'localhost',
        port: number('OTEL_EXPORTER_PROMETHEUS_PORT', 9464, 0, 65_535),
        token: environment[tokenVariable] || undefined,
      }),
    }),
  };
}

function exportersOf(signal: 'TRACES' | 'METRICS', environment: Environment, known: readonly string[]): string[] {
  const name = `OTEL_${signal}_EXPORTER`;
  const endpoints = [`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`, 'OTEL_EXPORTER_OTLP_ENDPOINT'];
  const given = endpoints.flatMap((variable) => environment[variable] ?? []).filter((address) => address !== '');
  const wrong = endpoints.find((variable) => !isWebAddress(environment[variable] || 'http://localhost'));
  if (wrong) throw refused(wrong, 'an address such as http://localhost:4318', environment[wrong] ?? '');
  const asked = (environment[name] || (given.length > 0 ? 'otlp' : 'none')).split(',').map((each) => each.trim());
  const unknown = asked.find((each) => each !== 'none' && !known.includes(each));
  if (unknown !== undefined) throw refused(name, `${known.join(', ')} or none`, unknown);
  return asked.filter((each) => each !== 'none');
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}

function protocolOf(signal: 'TRACES' | 'METRICS', environment: Environment): OtlpProtocol {
  const own = `OTEL_EXPORTER_OTLP_${signal}_PROTOCOL`;
  const name = environment[own] ? own : 'OTEL_EXPORTER_OTLP_PROTOCOL';
  const value = environment[name] || 'http/protobuf';
  if (value === 'http/protobuf' || value === 'http/json') return value;
  throw refused(name, 'http/protobuf or http/json', value);
}

function samplerOf(environment: Environment): SamplerSettings {
  const value = environment.OTEL_TRACES_SAMPLER || 'parentbased_always_on';
  const sampler = samplers[value];
  if (!sampler) throw refused('OTEL_TRACES_SAMPLER', `one of ${Object.keys(samplers).join(', ')}`, value);
  return { ...sampler, ratio: numberOf(environment, 'OTEL_TRACES_SAMPLER_ARG', 1, 0, 1) };
}

function numberOf(environment: Environment, name: string, otherwise: number, least: number, most: number): number {
  const value = environment[name];
  if (!value) return otherwise;
  const number = Number(value);
  if (number >= least && number <= most) return number;
  throw refused(name, `a number from ${least} to ${most}`, value);
}

function guarded(settings: PrometheusSettings): PrometheusSettings {
  if (settings.token || /^(localhost|::1|127\.\d+\.\d+\.\d+)$/.test(settings.host)) return settings;
  const words = `OTEL_EXPORTER_PROMETHEUS_HOST=${settings.host} is not loopback: whoever fetches metrics must bring a token. Give it in ${tokenVariable}.`;
  throw new CodedError('USAGE', words);
}

function refused(name: string, expected: string, value: string): CodedError {
  return new CodedError('USAGE', `${name} is ${expected}, not "${value}".`);
}
