/** What is seen from outside: one trace from the host to the store, metrics, and logs that are part of it. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { discover } from '../src/discovery/discovery.ts';
import { chooseAction, invoke } from '../src/host/host.ts';
import { readPackage } from '../src/package/connector-package.ts';
import { processTelemetry } from '../src/telemetry/telemetry.ts';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.ts';
import { opportunity, paths, type RunningHub, startHub } from './running-hub.ts';

let collector: OtlpReceiver;
let application: RunningHub;
let connector: RunningHub;

beforeAll(async () => {
  collector = await startOtlpReceiver();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.address);
  vi.stubEnv('OTEL_EXPORTER_OTLP_PROTOCOL', 'http/json');
  application = await startHub();
  connector = await startHub('--back-end', application.address, '--throttle', '4/60');
});

afterAll(async () => {
  await connector.close();
  await application.close();
  await collector.close();
  vi.unstubAllEnvs();
});

async function sent(): Promise<ReceivedSpan[]> {
  await (await processTelemetry())?.flush();
  return collector.spans();
}

test('a call is one trace, from the host through the connector to the back end and its store', async () => {
  const discovery = discover(await readPackage(join(import.meta.dirname, '../contoso-hub/package')));
  const { outcome, request } = await invoke({
    connector: discovery.connector,
    wanted: 'record-details',
    action: chooseAction(discovery, 'record-details'),
    values: { recordType: 'opportunity', recordId: opportunity.dynamics, startDateTime: '', endDateTime: '' },
    language: 'en-US',
    baseUrl: connector.address,
  });
  expect(outcome).toBe('shown');
  const spans = await sent();
  const [call] = spans.filter(({ name }) => name === 'call record-details');
  const ofTrace = spans.filter(({ traceId }) => traceId === call?.traceId);
  const path = (span: ReceivedSpan): string[] => {
    const parent = ofTrace.find(({ spanId }) => spanId === span.parentSpanId);
    return [...(parent ? path(parent) : []), span.name];
  };
  const stored = ofTrace.find(({ name }) => name === 'sqlite agreements') as ReceivedSpan;
  expect(path(stored)).toEqual([
    'call record-details',
    `GET ${paths.recordDetails}`,
    'GET',
    'GET /hub/v1/subjects/:id/agreements',
    'sqlite agreements',
  ]);
  expect(ofTrace.filter(({ parentSpanId, spanId }) => !parentSpanId && spanId !== call?.spanId)).toEqual([]);
  expect(request?.headers.traceparent).toBe(`00-${call?.traceId}-${call?.spanId}-01`);
  // All of them name the request by the id that stands in the log.
  const ids = ofTrace.flatMap(({ attributes }) => attributes['saleskit.request_id'] ?? []);
  expect(new Set(ids)).toEqual(new Set([request?.headers['x-ms-client-request-id']]));
  expect(JSON.stringify(spans)).not.toContain(opportunity.dynamics);
});

test('a body that is read does not lose the trace', async () => {
  const traceId = 'ab'.repeat(16);
  const body = {
    resourceData: { subject: 'Lease', from: 'a@b.example', recipients: [], body: 'x', crmType: 'Dynamics365' },
  };
  const headers = { traceparent: `00-${traceId}-${'cd'.repeat(8)}-01`, tracestate: 'vendor=1' };
  await application.post(paths.emailSummary, body, headers);
  const names = (await sent()).filter((span) => span.traceId === traceId).map(({ name }) => name);
  expect(names).toContain(`POST ${paths.emailSummary}`);
});

test('metrics tell rate, errors and duration by extension point, the throttle, the back end and the store', async () => {
  const ask = (recordId: string) => connector.get(paths.recordDetails, { recordType: 'opportunity', recordId });
  const statuses = [];
  for (const id of [opportunity.dynamics, 'unknown', 'unknown', 'unknown']) statuses.push((await ask(id)).status);
  expect(statuses).toEqual([200, 404, 404, 429]);
  await sent();
  const metrics = collector.metrics();
  const told = (name: string, about: object) =>
    metrics
      .get(name)
      ?.filter(({ attributes }) => Object.entries(about).every(([key, value]) => attributes[key] === value))
      .reduce((sum, { value }) => sum + value, 0);
  const ofPoint = { 'saleskit.extension_point': 'record-details' };
  expect(told('http.server.request.duration', { ...ofPoint, 'error.type': 'RECORD_NOT_FOUND' })).toBe(2);
  expect(told('http.server.request.duration', ofPoint)).toBe(5);
  expect(told('saleskit.throttle.refused', ofPoint)).toBe(1);
  expect(told('http.server.active_requests', {})).toBe(0);
  expect(told('db.client.operation.duration', { 'db.operation.name': 'subjectOf' })).toBeGreaterThan(0);
  expect(told('http.client.request.duration', { 'server.address': '127.0.0.1' })).toBeGreaterThan(0);
  expect(metrics.get('saleskit.back_end.requests')).toMatchObject([{ value: 0 }]);
  expect(metrics.get('saleskit.host.call.duration')).toMatchObject([{ attributes: { 'saleskit.outcome': 'shown' } }]);
});
