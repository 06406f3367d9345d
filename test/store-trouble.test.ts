/** The embedded store goes, comes back, has no room, or its process is killed: nothing is made up, nothing is half there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHubProcess } from './hub-process.ts';
import { opportunity, paths, startHub } from './running-hub.ts';
import { errorBodyProblems } from './schemas.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'contoso-hub-'));
const file = join(folder, 'hub.db');
const record = { recordType: 'opportunity', recordId: opportunity.dynamics };

beforeAll(async () => {
  // The sample is written into it.
  await (await startHub('--store', file)).close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a store that goes is told with 503 and Retry-After, by readiness too, and answers again when it is back', async () => {
  const hub = await startHub('--store', file);
  const other = new DatabaseSync(file);
  const statuses = async () => {
    const answers = await Promise.all([hub.get(paths.recordSummary, record), hub.get('/health/ready')]);
    for (const answer of answers) if (answer.status !== 200) expect(errorBodyProblems(await answer.json())).toEqual([]);
    return [...answers.map(({ status }) => status), answers[0]?.headers.get('retry-after')];
  };
  expect(await statuses()).toEqual([200, 200, null]);
  other.exec('ALTER TABLE record RENAME TO gone; ALTER TABLE crm_connection RENAME TO gone_too');
  expect(await statuses()).toEqual([503, 503, '5']);
  other.exec('ALTER TABLE gone RENAME TO record; ALTER TABLE gone_too RENAME TO crm_connection');
  expect(await statuses()).toEqual([200, 200, null]);
  other.close();
  await hub.close();
});

const newStore = (name: string) => join(folder, `${name}.db`);

/** `generate` as a process; where `room` is told, no file may have more blocks. */
function generate(store: string, room?: number) {
  const limit = room === undefined ? '' : `ulimit -f ${room}; `;
  const args = ['contoso-hub/main.ts', 'generate', '--records', '3000', '--store', store];
  const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', process.execPath, ...args], { cwd: root });
  const words = text(child.stderr);
  return { child, ended: once(child, 'close').then(async ([code]) => [code, await words]) };
}

/** Whether a store is sound, and of the generated subjects how many there are in each of the tables that all are in. */
function contentOf(store: string) {
  const database = new DatabaseSync(store);
  const count = (column: string, table: string) =>
    database.prepare(`SELECT count(DISTINCT ${column}) AS n FROM ${table} WHERE ${column} LIKE '9e%'`).get()?.n;
  const content = {
    check: database.prepare('PRAGMA integrity_check').get()?.integrity_check,
    subjects: count('id', 'subject'),
    withRecords: count('subject', 'record'),
    withAgreements: count('subject', 'agreement'),
  };
  database.close();
  return content;
}

test.skipIf(process.platform === 'win32')(
  'without room it says so and ends; with room the same store is filled',
  async () => {
    const store = newStore('full');
    expect(await generate(store, 300).ended).toEqual([
      2,
      expect.stringMatching(/full\.db cannot be (written|opened).*--store/),
    ]);
    expect(contentOf(store)).toMatchObject({ check: 'ok', subjects: 0 });
    expect(await generate(store).ended).toEqual([0, '']);
    expect(contentOf(store)).toEqual({ check: 'ok', subjects: 3000, withRecords: 3000, withAgreements: 3000 });
  },
);

test.each([
  ['while the sample is written', '-wal', 100_000, 0],
  ['while a batch is written', '-wal', 2_000_000, 0],
  ['while what was written is moved into the file', '', 2_000_000, 1000],
])('killed %s it is sound, and has each batch whole or not at all', async (_when, part, bytes, atLeast) => {
  const store = newStore(`killed-${part}-${bytes}`);
  const { child, ended } = generate(store);
  const watcher = watch(folder, (_event, name) => {
    if (name !== basename(store + part)) return;
    if ((statSync(store + part, { throwIfNoEntry: false })?.size ?? 0) >= bytes) child.kill('SIGKILL');
  });
  expect(await ended).toEqual([null, '']);
  watcher.close();
  const { check, subjects, withRecords, withAgreements } = contentOf(store);
  expect([check, withRecords, withAgreements, Number(subjects) % 1000]).toEqual(['ok', subjects, subjects, 0]);
  expect(subjects).toBeGreaterThanOrEqual(atLeast);
  await (await startHub('--store', store)).close();
});

test('killed under load and started again it answers as before', async () => {
  const ask = async (address: string) =>
    (await fetch(`${address}${paths.recordSummary}?${new URLSearchParams(record)}`)).text();
  const first = await startHubProcess(['--store', file, '--log-level', 'error']);
  const before = await ask(first.address);
  const asking = Array.from({ length: 20 }, async (_, index) => {
    for (let count = 0; count < 20; count++) {
      expect(await ask(first.address)).toBe(before);
      if (index + count === 15) process.kill(first.pid, 'SIGKILL');
    }
  });
  const outcomes = await Promise.allSettled(asking);
  // Nobody got half an answer: what was not answered was cut off.
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(TypeError);
  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
  expect(await first.close()).toBeNull();
  const second = await startHubProcess(['--store', file, '--log-level', 'error']);
  expect(await ask(second.address)).toBe(before);
  expect(await second.close()).toBe(0);
});
