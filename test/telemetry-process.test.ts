/** Telemetry of a process: what it loads, what it says on leaving, how its log is part of a trace. */
import { expect, test } from 'vitest';
import { startHubProcess } from './hub-process.ts';
import { startOtlpReceiver } from './otlp-receiver.ts';
import { opportunity, paths } from './running-hub.ts';

/** Tells on standard error of each package of OpenTelemetry that is loaded. */
const telling = `--import=data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module';
registerHooks({ resolve(name, context, next) {
  if (name.startsWith('@opentelemetry/')) process.stderr.write('loads ' + name + '\\n');
  return next(name, context);
} });`)}`;

async function runWith(environment: Record<string, string>) {
  const hub = await startHubProcess([], { NODE_OPTIONS: telling, ...environment });
  const query = new URLSearchParams({ recordType: 'opportunity', recordId: opportunity.dynamics });
  const headers = { 'x-ms-client-request-id': 'id-1', traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` };
  const { status } = await fetch(`${hub.address}${paths.recordDetails}?${query}`, { headers });
  const code = await hub.close();
  const log = hub.log();
  const loaded = log.filter(({ msg }) => msg.startsWith('loads '));
  return { status, code, loaded, answered: log.find(({ msg }) => msg === 'answered') };
}

test('without its variables nothing of OpenTelemetry is loaded', async () => {
  const { status, loaded, answered } = await runWith({ OTEL_SERVICE_NAME: 'hub' });
  expect([status, loaded]).toEqual([200, []]);
  expect(answered).not.toHaveProperty('traceId');
});

test('with them, what was seen is sent before the process ends, and the log names the trace of a request', async () => {
  const collector = await startOtlpReceiver();
  const { status, code, loaded, answered } = await runWith({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.address });
  await collector.close();
  expect([status, code]).toEqual([200, 0]);
  expect(loaded.length).toBeGreaterThan(0);
  const type = 'application/x-protobuf';
  expect(collector.arrivals).toContainEqual({ path: '/v1/traces', type });
  expect(collector.arrivals).toContainEqual({ path: '/v1/metrics', type });
  expect(answered).toMatchObject({
    requestId: 'id-1',
    traceId: 'ab'.repeat(16),
    spanId: expect.stringMatching(/^\w{16}$/),
  });
});
