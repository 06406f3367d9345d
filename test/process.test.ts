/** Contoso Hub as a process: what it prints, how it ends, what it says of a wrong command. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { opportunity, paths } from './running-hub.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'contoso-hub-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const child = spawn(process.execPath, ['contoso-hub/main.ts', ...args], { cwd: root });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, ...output }));
  return { child, output, ended };
}

async function addressOf({
  child,
  output,
}: {
  child: ChildProcessWithoutNullStreams;
  output: { stdout: string };
}): Promise<string> {
  while (!output.stdout.includes('\n')) await once(child.stdout, 'data');
  return output.stdout.split('\n', 1)[0] ?? '';
}

test('it prints its address on a line of its own, answers there, and ends with grace', async () => {
  const hub = run('--port', '0');
  const address = await addressOf(hub);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const query = new URLSearchParams({ recordType: 'opportunity', recordId: opportunity.dynamics });
  expect((await fetch(`${address}${paths.recordSummary}?${query}`)).status).toBe(200);
  hub.child.kill('SIGTERM');
  const { code, stdout, stderr } = await hub.ended;
  expect([code, stdout]).toEqual([0, `${address}\n`]);
  for (const line of stderr.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
});

test('a taken port is named, with the way out', async () => {
  const first = run('--port', '0');
  const { port } = new URL(await addressOf(first));
  const { code, stderr } = await run('--port', port).ended;
  expect([code, stderr]).toEqual([2, expect.stringMatching(new RegExp(`Port ${port} is taken.*--port`))]);
  first.child.kill('SIGTERM');
  await first.ended;
});

test.each([
  [['--host', '0.0.0.0'], /Authentication is off/],
  [['--colour'], /--colour/],
  [['--store', '/nowhere/at/all.db'], /cannot be opened.*--store/],
])('%j ends with 2 and says why', async (args, words) => {
  const { code, stdout, stderr } = await run('--port', '0', ...args).ended;
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(words);
});

test('generate fills a store, with the sample beside it, and is quiet in a pipe', async () => {
  const file = join(folder, 'generated.db');
  const { code, stdout, stderr } = await run('generate', '--records', '50', '--store', file).ended;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('50 records, 500 activities');
  const hub = run('--port', '0', '--store', file, '--log-level', 'silent');
  const address = await addressOf(hub);
  for (const recordId of [opportunity.dynamics, '9e000000-0000-4000-8000-000000000001']) {
    const answer = await fetch(`${address}${paths.recordSummary}?recordType=opportunity&recordId=${recordId}`);
    expect(((await answer.json()) as { value: unknown[] }).value.length).toBeGreaterThan(0);
  }
  hub.child.kill('SIGTERM');
  await hub.ended;
});
