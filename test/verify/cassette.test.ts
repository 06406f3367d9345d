/** A run that is kept and asked again, by the command line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { command } from '../../src/cli/commands/verify.ts';
import { startHub } from '../running-hub.ts';
import { json as answerJson, goodRecord, listenPlain } from '../servers/plain-connector.ts';
import { soundPackage } from '../servers/sound-connector.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const cassette = join(folder, 'run.ndjson');

async function verify(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'verify', ...args], { cwd: root });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}
const results = (stdout: string) =>
  JSON.parse(stdout).checks.map(({ durationMs, ...result }: { durationMs: number }) => result);
const hubPackage = 'contoso-hub/package';
const json = ['--format', 'json'];

test('what was recorded is found again without the connector, and no token stands in it', async () => {
  const hub = await startHub('--throttle', 'off');
  const options = ['--url', hub.address, '--auth', 'token=secret-token-1', '--points', 'record-details,email-draft'];
  const recorded = await verify(hubPackage, ...options, '--requests', '20', '--record-cassette', cassette, ...json);
  await hub.close();
  const replayed = await verify(hubPackage, '--replay', cassette, ...json);
  expect(results(replayed.stdout)).toEqual(results(recorded.stdout));
  expect(replayed.code).toBe(recorded.code);
  expect(readFileSync(cassette, 'utf8')).not.toContain('secret-token-1');
});

test('secrets of one’s own headers do not stand in it, also where the connector sends them back', async () => {
  const file = join(folder, 'echo.ndjson');
  const server = await listenPlain((request, response) => {
    const key = String(request.headers['x-api-key']);
    answerJson(response, { value: [{ ...goodRecord, recordTitle: key }] }, 200, { 'x-echo': key });
  });
  const options = ['--header', 'X-Api-Key=secret-key-1', '--points', 'record-details', '--checks', 'answer-status'];
  await verify(hubPackage, '--url', server.address, ...options, '--record-cassette', file);
  await server.close();
  expect(readFileSync(file, 'utf8')).toContain('[masked]');
  expect(readFileSync(file, 'utf8')).not.toContain('secret-key-1');
  const again = await verify(hubPackage, '--replay', file, '--header', 'X-Api-Key=secret-key-1');
  expect([again.code, again.stderr]).toEqual([0, '']);
});

test('a recording that is not whole is told, and not green', async () => {
  const [head = '', ...answers] = readFileSync(cassette, 'utf8').trim().split('\n');
  const stopped = JSON.stringify({ ...JSON.parse(head), isStopped: true });
  for (const lines of [
    [head, ...answers.slice(0, -5)],
    [stopped, ...answers],
  ]) {
    const file = join(folder, 'cut.ndjson');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { code, stdout, stderr } = await verify(hubPackage, '--replay', file, ...json);
    expect([code, JSON.parse(stdout).isStopped]).toEqual([1, true]);
    expect(stderr).toMatch(/cut\.ndjson is not whole: its run was stopped, or its end is missing/);
  }
});

test('a recording of another connector shows nothing, and is not green', async () => {
  const { code, stderr } = await verify(
    soundPackage,
    '--replay',
    cassette,
    '--points',
    'record-details',
    '--checks',
    'answers,safety',
  );
  expect(stderr).toMatch(/^The recording is of Contoso Hub, .*\nNothing was seen, so this run is not green/);
  expect(code).toBe(1);
});

test('what was recorded is replaced with a word; a file that is no recording is not', async () => {
  const file = join(folder, 'again.ndjson');
  writeFileSync(file, readFileSync(cassette));
  const options = ['--url', 'http://127.0.0.1:1', '--points', 'record-details', '--record-cassette'];
  expect(await verify(hubPackage, ...options, file)).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/again\.ndjson has a recording already: it is replaced/),
  });
  expect(await verify(hubPackage, ...options, 'package.json')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/package\.json is no cassette/),
  });
});

test('what is not in the cassette could not run', async () => {
  const { stdout } = await verify(hubPackage, '--replay', cassette, '--points', 'record-summary', ...json);
  const statuses = new Set(results(stdout).map(({ status }: { status: string }) => status));
  expect(statuses).not.toContain('pass');
});

test.each([
  [['--replay', 'none.ndjson'], /none\.ndjson cannot be read \(ENOENT\)/],
  [['--replay', 'package.json'], /package\.json is no cassette/],
  [['--replay', 'a', '--record-cassette', 'b'], /do not go together/],
  [['--replay', cassette, '--seed', '2'], /--seed: every request of the recording is of seed 1/],
  [['--output', 'none/report.html'], /--output: none\/report\.html cannot be written \(ENOENT\)/],
  [['--output', 'src'], /--output: src cannot be written \(it is a folder\)/],
  [['--record-cassette', 'none/run.ndjson'], /--record-cassette: none\/run\.ndjson cannot be written/],
  [['--concurrency', '0'], /--concurrency is a whole number from 1, not "0"/],
  [['--url', 'http://127.0.0.1:1', '--auth', 'token='], /^The token of --auth token=T is one word/],
  [['--requests', '-1'], /^--requests wants a value, and what follows begins with a dash: write --requests=VALUE/],
])('%s is named as wrong usage', async (args, words) => {
  await expect(command([join(root, hubPackage), ...args])).rejects.toMatchObject({
    code: 'USAGE',
    message: expect.stringMatching(words),
  });
});
