/** Each odd connector is caught by exactly the check that is meant for its misbehaviour. */
import { describe, expect, test } from 'vitest';
import { openableOf } from '../../src/cli/verify/openable.ts';
import { allChecks, type VerifyReport } from '../../src/verify/verify.ts';
import { listenSound, soundConnector, soundPackage } from '../servers/sound-connector.ts';
import { listenUnsound, type UnsoundConnector, unsoundConnectors } from '../servers/unsound-connectors.ts';
import { examine, told } from './examine.ts';

const known = new Set(allChecks.map(({ id }) => id));
const keyOf = ({ id, extensionPoint }: VerifyReport['checks'][number]) => `${id} ${extensionPoint}`;

/** What is odd may hide from the other checks what they look at. */
const isUnseen = (status: VerifyReport['checks'][number]['status']) =>
  status === 'could-not-run' || status === 'not-applicable';

/** What the sound connector comes out with in the same examination, links not followed. */
const baselines = new Map<string, Promise<VerifyReport>>();

function baselineOf({ sound, extensionPoint = 'record-details', options }: UnsoundConnector): Promise<VerifyReport> {
  const { timeoutMs, ...others } = options ?? {};
  const key = JSON.stringify([sound, extensionPoint, others]);
  const made = baselines.get(key) ?? examineSound();
  baselines.set(key, made);
  return made;

  async function examineSound() {
    const server = await listenSound(soundConnector(sound));
    const settings = { package: soundPackage, ...others, followsLinks: false, points: [extensionPoint] };
    return examine(server.address, settings).finally(server.close);
  }
}

describe('an odd connector that', () => {
  for (const row of unsoundConnectors) {
    const { name, check, status = 'fail', extensionPoint = 'record-details', options, isTimed } = row;
    test(`${name} is told of by ${check}`, { retry: isTimed ? 2 : 0 }, async () => {
      const sound = await baselineOf(row);
      const server = await listenUnsound(row);
      const report = await examine(server.address, {
        package: soundPackage,
        ...options,
        points: [extensionPoint],
      }).finally(server.close);
      expect(told(sound, 'fail', 'advice')).toEqual([]);
      const telling = report.checks.filter((each) => each.status === 'fail' || each.status === 'advice');
      expect(
        telling.map((each) => `${each.status} ${each.id}`),
        told(report, 'fail', 'advice').join('\n'),
      ).toEqual([`${status} ${check}`]);
      const before = new Map(sound.checks.map((each) => [keyOf(each), each.status]));
      const otherwise = report.checks.filter(
        (each) => each.id !== check && !isUnseen(each.status) && each.status !== before.get(keyOf(each)),
      );
      expect(otherwise.map((each) => `${each.status} ${each.id}: ${each.message}`)).toEqual([]);
    });
  }
});

test('of a connector that never answers only the time is told, and the run ends', async () => {
  const server = await listenUnsound({ change: () => undefined, check: 'consistent-definition' });
  const report = await examine(server.address, { package: soundPackage, timeoutMs: 300 }).finally(server.close);
  expect(new Set(report.checks.filter((each) => each.status === 'fail').map(({ id }) => id))).toEqual(
    new Set(['time-within-budget']),
  );
  expect(told(report, 'pass', 'advice')).toEqual([]);
  expect(report.requests.timeouts).toBe(2 * new Set(report.checks.flatMap((each) => each.extensionPoint ?? [])).size);
});

test('of an input that ends the connector the input is told as it was sent, and that nobody listens any more', async () => {
  const server = await listenUnsound({
    change: ({ question, response, sound, stop }) => {
      if (![...question.query.values()].some((text) => /\P{ASCII}/u.test(text))) return sound();
      stop();
      return void response.socket?.resetAndDestroy();
    },
    check: 'robust-stays-up',
  });
  const report = await examine(server.address, {
    package: soundPackage,
    points: ['record-details'],
    concurrency: 1,
  }).finally(server.close);
  const [generated, stays, ...more] = report.checks.filter(({ status }) => status === 'fail' || status === 'advice');
  expect(generated).toMatchObject({
    id: 'robust-generated-inputs',
    message: expect.stringContaining('not made smaller: nobody listens at the address any more'),
  });
  expect(stays).toMatchObject({ id: 'robust-stays-up', message: expect.stringMatching(/After request \d+ nobody/) });
  expect(stays?.curl).toBe(generated?.curl);
  expect(more).toEqual([]);
  expect(JSON.stringify(report)).not.toContain('--mock');
});

test('a record that was named and is not known is told of, beside one that is', async () => {
  const server = await listenSound();
  const openable = await openableOf({
    record: ['opportunity:50cafe00-a100-4000-8000-000000000001', 'account:00000000-0000-4000-8000-000000000999'],
  });
  const report = await examine(server.address, {
    package: soundPackage,
    points: ['record-details'],
    openable,
    isRecordGiven: true,
  }).finally(server.close);
  expect(told(report, 'fail', 'advice')).toEqual([
    expect.stringMatching(/^fail answer-status .*000000000999.*--record/),
  ]);
  expect(told(report, 'not-applicable', 'could-not-run').join()).not.toContain('No action answers');
});

/** What no odd connector of the table can show: addresses elsewhere, and a back end (see sound-connector.test.ts). */
const shownElsewhere = ['safety-tls', 'headers-reach-back-end'];

test('each check has an odd connector, and each name is used once', () => {
  const shown = new Set([...unsoundConnectors.map(({ check }) => check), ...shownElsewhere]);
  expect([...known].filter((id) => !shown.has(id))).toEqual([]);
  expect([...shown].filter((id) => !known.has(id))).toEqual([]);
  const names = unsoundConnectors.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
