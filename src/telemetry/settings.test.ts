import { expect, test } from 'vitest';
import { telemetrySettings } from './settings.ts';

const sampler = { root: 'always_on', ratio: 1, isByParent: true };
const traces = { protocol: 'http/protobuf', delay: 5000, sampler };
const metrics = { protocol: 'http/protobuf', interval: 60_000 };
const prometheus = { host: 'localhost', port: 9464, token: undefined };
const endpoint = 'http://collector:4318';

test.each<[Record<string, string>, object | undefined]>([
  [{}, undefined],
  [{ OTEL_SERVICE_NAME: 'hub' }, undefined],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, undefined],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, { traces, metrics }],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'TRUE' }, undefined],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint }, { traces }],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: 'none' }, { metrics }],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, { traces }],
  [{ OTEL_METRICS_EXPORTER: 'prometheus' }, { prometheus }],
  [
    { OTEL_METRICS_EXPORTER: 'otlp, prometheus', OTEL_METRIC_EXPORT_INTERVAL: '500' },
    { metrics: { ...metrics, interval: 500 }, prometheus },
  ],
  [
    { OTEL_METRICS_EXPORTER: 'prometheus', OTEL_EXPORTER_PROMETHEUS_HOST: '0.0.0.0', SALESKIT_PROMETHEUS_TOKEN: 'x' },
    { prometheus: { ...prometheus, host: '0.0.0.0', token: 'x' } },
  ],
  [
    {
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/protobuf',
    },
    { traces },
  ],
  [
    { OTEL_TRACES_EXPORTER: 'otlp', OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' },
    { traces: { ...traces, sampler: { root: 'traceidratio', ratio: 0.25, isByParent: false } } },
  ],
])('%j asks for %j', (environment, settings) => {
  expect(telemetrySettings(environment)).toEqual(settings);
});

test.each<[Record<string, string>, string]>([
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    'OTEL_EXPORTER_OTLP_ENDPOINT is an address such as http://localhost:4318, not "collector:4318".',
  ],
  [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER is otlp or none, not "zipkin".'],
  [{ OTEL_TRACES_EXPORTER: 'prometheus' }, 'OTEL_TRACES_EXPORTER is otlp or none, not "prometheus".'],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    'OTEL_EXPORTER_OTLP_PROTOCOL is http/protobuf or http/json, not "grpc".',
  ],
  [
    { OTEL_TRACES_EXPORTER: 'otlp', OTEL_TRACES_SAMPLER_ARG: '2' },
    'OTEL_TRACES_SAMPLER_ARG is a number from 0 to 1, not "2".',
  ],
  [
    { OTEL_METRICS_EXPORTER: 'prometheus', OTEL_EXPORTER_PROMETHEUS_PORT: 'x' },
    'OTEL_EXPORTER_PROMETHEUS_PORT is a number from 0 to 65535, not "x".',
  ],
  [
    { OTEL_METRICS_EXPORTER: 'prometheus', OTEL_EXPORTER_PROMETHEUS_HOST: '0.0.0.0' },
    'OTEL_EXPORTER_PROMETHEUS_HOST=0.0.0.0 is not loopback: whoever fetches metrics must bring a token. Give it in SALESKIT_PROMETHEUS_TOKEN.',
  ],
])('%j is refused with what is known', (environment, message) => {
  expect(() => telemetrySettings(environment)).toThrow(expect.objectContaining({ code: 'USAGE', message }));
});
