/** The connector in one process, the application's REST API in another: G11 is shown to hold. */
import { createServer, request as forward, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyOpportunity, opportunity, paths, type RunningHub, startHub } from './running-hub.ts';

let application: RunningHub;
let remote: RunningHub;
let between: Server;
let mode: 'pass' | 'hang' | 'reset' | 'lie' | 'no records' | 'no lists' = 'pass';
const received: { url: string; headers: IncomingHttpHeaders }[] = [];

beforeAll(async () => {
  application = await startHub('--throttle', 'off');
  between = createServer((request, response) => {
    received.push({ url: request.url ?? '', headers: request.headers });
    if (mode === 'hang') return;
    if (mode === 'reset') return void request.socket.resetAndDestroy();
    if (mode === 'lie') return void response.end('<html>not what you asked for</html>');
    const isRecord = request.url?.includes('/records') === true;
    if ((mode === 'no records' && isRecord) || (mode === 'no lists' && !isRecord)) return void response.end('{}');
    const onward = forward(`${application.address}${request.url}`, { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  remote = await startHub(
    '--throttle',
    'off',
    '--back-end',
    `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
  );
});
afterAll(async () => {
  await remote.close();
  between.closeAllConnections();
  between.close();
  await application.close();
});
beforeEach(() => {
  mode = 'pass';
  received.length = 0;
});

const record = { recordType: 'opportunity', recordId: opportunity.dynamics };
const mail = {
  subject: 'price',
  plaintextBody: 'contract',
  from: 'alberto@fourthcoffee.com',
  to: ['kenny@contoso.com'],
};
const related = [{ entityId: opportunity.dynamics, entityType: 'opportunity' }];

const calls: [string, (hub: RunningHub) => Promise<Response>][] = [
  ['record details', (hub) => hub.get(paths.recordDetails, record)],
  [
    'record summary',
    (hub) => hub.get(paths.recordSummary, { ...record, top: '3', skip: '2', startDateTime: '2020-01-01T00:00:00Z' }),
  ],
  ['opportunity insights', (hub) => hub.get(paths.opportunityInsights, record, { 'accept-language': 'ja' })],
  ['email summary', (hub) => hub.post(paths.emailSummary, { resourceData: mail, relatedEntities: related })],
  ['email draft', (hub) => hub.post(paths.emailDraft, { resourceData: mail, resourceType: 'email-thread', ...record })],
  ['key stakeholders', (hub) => hub.get(paths.keyStakeholders, { accountName: 'Fourth Coffee' })],
  ['an empty record', (hub) => hub.get(paths.recordDetails, { ...record, recordId: emptyOpportunity.salesforce })],
  [
    'an unknown record',
    (hub) => hub.get(paths.recordDetails, { ...record, recordId: 'x' }, { 'x-ms-client-request-id': 'a' }),
  ],
  [
    'a record id of absurd length',
    (hub) => hub.get(paths.recordDetails, { ...record, recordId: 'ä'.repeat(1000) }, { 'x-ms-client-request-id': 'a' }),
  ],
  [
    'another CRM',
    (hub) =>
      hub.get(
        paths.recordDetails,
        { ...record, crmType: 'Salesforce', crmOrgUrl: 'x.com' },
        { 'x-ms-client-request-id': 'a' },
      ),
  ],
];

test.each(calls)('%s: the answer is the same over the API as in process', async (_name, call) => {
  const [near, far] = await Promise.all([call(application), call(remote)]);
  expect([far.status, await far.json()]).toEqual([near.status, await near.json()]);
});

test('the diagnostic headers reach the back end with every request (G10, G11)', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const headers = {
    'x-ms-client-request-id': 'request-7',
    'x-ms-user-agent': 'sales-copilot',
    'accept-language': 'fr-FR',
    traceparent: `00-${trace}-00f067aa0ba902b7-01`,
  };
  await remote.post(paths.emailSummary, { resourceData: mail, relatedEntities: related }, headers);
  expect(received.length).toBeGreaterThan(2);
  for (const { headers: sent } of received) {
    expect(sent).toMatchObject({
      'x-ms-client-request-id': 'request-7',
      'x-ms-user-agent': 'sales-copilot',
      'accept-language': 'fr-FR',
    });
    expect(sent.traceparent).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
  }
});

test.each([
  ['hang', 504, 'DEADLINE_EXCEEDED'],
  ['reset', 503, 'SERVICE_UNAVAILABLE'],
  ['lie', 503, 'SERVICE_UNAVAILABLE'],
] as const)(
  'a back end that does this: %s, gives the error body within five seconds',
  async (misbehaviour, status, errorCode) => {
    mode = misbehaviour;
    const started = Date.now();
    const response = await remote.get(paths.recordDetails, record);
    expect([response.status, ((await response.json()) as { errorCode: string }).errorCode]).toEqual([
      status,
      errorCode,
    ]);
    expect(Date.now() - started).toBeLessThan(5000);
  },
);

test.each(['no records', 'no lists'] as const)(
  'a back end that answers objects that are %s takes nothing down',
  async (misbehaviour) => {
    mode = misbehaviour;
    const asked = calls.slice(0, 5).map(async ([, call]) => (await call(remote)).status);
    const statuses = await Promise.all(asked);
    expect(statuses.slice(0, 3)).toEqual([503, 503, 503]);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  },
);

test('readiness follows the back end', async () => {
  expect((await remote.get('/health/ready')).status).toBe(200);
  mode = 'reset';
  expect((await remote.get('/health/ready')).status).toBe(503);
});
