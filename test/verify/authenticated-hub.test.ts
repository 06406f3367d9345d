/** Contoso Hub with authentication by the local provider: errors, headers and safety, and what no report may tell. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordBackEnd } from '../../src/cli/verify/back-end-recorder.ts';
import { localCredentials } from '../../src/cli/verify/local-credentials.ts';
import { openableOf, unknownOf } from '../../src/cli/verify/openable.ts';
import { chosenActions, chosenChecks } from '../../src/cli/verify/scope.ts';
import { discover } from '../../src/discovery/discovery.ts';
import { readPackage } from '../../src/package/connector-package.ts';
import {
  type Credentials,
  noCredentials,
  type VerifyOptions,
  type VerifyReport,
  verify,
} from '../../src/verify/verify.ts';
import { type RunningHub, startHub } from '../running-hub.ts';
import { json, listenPlain } from '../servers/plain-connector.ts';

const audience = 'api://contoso-hub';
const discovery = discover(await readPackage(join(import.meta.dirname, '../../contoso-hub/package')));
const groups = ['errors', 'headers', 'safety'];

let credentials: Credentials;
let issuer: string;
let secured: RunningHub;
beforeAll(async () => {
  credentials = await localCredentials(discovery.connector, { audience }, 0, 'package.json/key.json');
  const [, claims = ''] = (await credentials.token('own'))?.split('.') ?? [];
  issuer = JSON.parse(Buffer.from(claims, 'base64url').toString()).iss;
  secured = await startHub('--throttle', 'off', '--auth', 'entra', '--issuer', issuer, '--audience', audience);
});
afterAll(async () => {
  await secured.close();
  await credentials.close();
});

async function examined(url: string, checks: string[], given: Partial<VerifyOptions> = {}): Promise<VerifyReport> {
  return verify(discovery, {
    version: 'test',
    actions: chosenActions(discovery, undefined),
    checks: chosenChecks(checks),
    url,
    isUrlGiven: true,
    headers: {},
    credentials: noCredentials,
    concurrency: 4,
    rate: undefined,
    requests: 0,
    seed: 1,
    languages: ['en-US', 'de-DE'],
    openable: await openableOf({}),
    isRecordGiven: false,
    unknown: unknownOf(undefined),
    followsLinks: false,
    backEnd: undefined,
    budgetMs: 60_000,
    signal: new AbortController().signal,
    ...given,
  });
}
const told = ({ checks }: VerifyReport, ...statuses: string[]) =>
  checks.filter(({ status }) => statuses.includes(status)).map(({ id, message }) => `${id}: ${message}`);
const only = (...points: string[]) => ({ actions: chosenActions(discovery, points) });

test('all of it passes with tokens of every kind, and no token is told', async () => {
  const report = await examined(secured.address, groups, { credentials });
  expect(told(report, 'fail', 'advice', 'could-not-run')).toEqual([]);
  expect(report.checks.filter(({ id, status }) => id === 'error-expired-token' && status === 'pass')).toHaveLength(6);
  expect(report.requests.requests).toBeLessThan(300);
  expect(JSON.stringify(report)).not.toMatch(/eyJ/);
});

test('without a token what is about tokens could not run, and says how it could', async () => {
  const open = await startHub('--throttle', 'off');
  const report = await examined(open.address, groups, only('record-details')).finally(open.close);
  expect(told(report, 'fail', 'advice')).toEqual([]);
  const unseen = told(report, 'could-not-run');
  expect(unseen).toHaveLength(7);
  expect(unseen.filter((message) => !message.includes('--auth'))).toEqual([]);
});

test('the throttle is seen in a burst at the end', async () => {
  const throttled = await startHub('--throttle', '40/60');
  const report = await examined(throttled.address, ['error-throttled'], only('record-details')).finally(
    throttled.close,
  );
  expect(report.checks).toMatchObject([
    { status: 'pass', message: expect.stringMatching(/429 REQUEST_THROTTLED, Retry-After \d+ s/) },
  ]);
});

test('headers are seen to reach the back end, also where it answers nothing of use', async () => {
  const application = await startHub('--throttle', 'off');
  for (const forwardTo of [application.address, undefined]) {
    const backEnd = await recordBackEnd(0, forwardTo);
    const front = await startHub('--throttle', 'off', '--back-end', backEnd.address);
    const report = await examined(front.address, ['headers-reach-back-end'], { backEnd });
    expect(told(report, 'pass')).toHaveLength(6);
    await front.close();
    await backEnd.close();
  }
  await application.close();
});

test('a connector that keeps the headers to itself is told of, and so is one that asks nothing', async () => {
  const backEnd = await recordBackEnd(0, undefined);
  let sends = true;
  const front = await listenPlain(async (request, response) => {
    const id = String(request.headers['x-ms-client-request-id']);
    if (sends) await fetch(backEnd.address, { headers: { 'x-ms-client-request-id': id, 'accept-language': 'sv' } });
    json(response, { value: [] });
  });
  const run = () => examined(front.address, ['headers-reach-back-end'], { backEnd, ...only('record-details') });
  expect(told(await run(), 'fail')).toEqual([
    'headers-reach-back-end: x-ms-user-agent, accept-language did not reach the back end with 1 requests.',
  ]);
  sends = false;
  expect(told(await run(), 'could-not-run')[0]).toMatch(/Nothing reached http/);
  await front.close();
  await backEnd.close();
});

test('one way of refusing all tokens wrongly is told once', async () => {
  const [own = '', other = ''] = await Promise.all([credentials.token('own'), credentials.token('other-tenant')]);
  const refusing = await listenPlain((request, response) =>
    [own, other].some((token) => request.headers.authorization === `Bearer ${token}`)
      ? json(response, { value: [], hasMoreResults: false }, 200, { 'cache-control': 'no-store' })
      : json(
          response,
          { errorCode: 'INVALID_TOKEN_SPECIFIED', activityId: request.headers['x-ms-client-request-id'] },
          403,
        ),
  );
  const report = await examined(refusing.address, groups, { credentials, ...only('opportunity-insights') });
  await refusing.close();
  expect(told(report, 'fail').map((message) => message.split(':')[0])).toEqual([
    'error-unknown-record',
    'error-no-token',
  ]);
});
