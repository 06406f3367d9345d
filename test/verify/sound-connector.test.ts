/** A good connector, written without this SDK, is found good. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordBackEnd } from '../../src/cli/verify/back-end-recorder.ts';
import { openableOf } from '../../src/cli/verify/openable.ts';
import { askingBackEnd } from '../servers/sound-back-end.ts';
import { listenSound, soundConnector, soundPackage } from '../servers/sound-connector.ts';

import { soundCredentials, soundTokens } from '../servers/sound-tokens.ts';
import { examine, told } from './examine.ts';

let open: Awaited<ReturnType<typeof listenSound>>;
let closed: Awaited<ReturnType<typeof listenSound>>;
beforeAll(async () => {
  open = await listenSound();
  closed = await listenSound(soundConnector({ tokens: soundTokens }));
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

const wantsToken = /--auth/;

test('nothing fails and nothing is advised; only tokens could not be tried without one', async () => {
  const report = await examine(open.address, { package: soundPackage, languages: ['en-US', 'de-DE', 'fr-FR'] });
  expect(told(report, 'fail', 'advice')).toEqual([]);
  expect(told(report, 'could-not-run').filter((line) => !wantsToken.test(line))).toEqual([]);
  expect(report.summary.pass).toBeGreaterThan(100);
});

test('with tokens of all kinds everything could be tried', async () => {
  const report = await examine(closed.address, { package: soundPackage, credentials: soundCredentials });
  expect(told(report, 'fail', 'advice', 'could-not-run')).toEqual([]);
});

test('in Salesforce it is found good, too', async () => {
  const openable = await openableOf({ crm: 'salesforce' });
  const report = await examine(open.address, { package: soundPackage, openable });
  expect(told(report, 'fail', 'advice')).toEqual([]);
});

test('its throttle is found as documented', async () => {
  const throttled = await listenSound(soundConnector({ throttle: { calls: 100, seconds: 1 } }));
  const report = await examine(throttled.address, {
    package: soundPackage,
    points: ['record-details'],
    checks: ['answer-status', 'error-throttled'],
    concurrency: 8,
  }).finally(throttled.close);
  expect(told(report, 'fail', 'advice', 'could-not-run', 'not-applicable')).toEqual([]);
});

test.each([
  ['all of its headers', undefined, 'pass'],
  ['the id alone', ['x-ms-client-request-id'], 'fail'],
])('of a connector that sends its back end %s the check of it says so', async (_words, names, status) => {
  const backEnd = await recordBackEnd(0, undefined);
  const server = await listenSound(askingBackEnd(backEnd.address, soundConnector(), names));
  const report = await examine(server.address, { package: soundPackage, points: ['email-summary'], backEnd });
  await Promise.all([server.close(), backEnd.close()]);
  expect(report.checks.find(({ id }) => id === 'headers-reach-back-end')?.status).toBe(status);
  expect(report.summary.fail).toBe(status === 'fail' ? 1 : 0);
});
