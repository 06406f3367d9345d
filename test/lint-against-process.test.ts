/** `saleskit lint --against` as a process: what it tells, what it refuses, and with which exit code. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const hub = 'contoso-hub/package';
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
const text = readFileSync(join(root, hub, 'apiDefinition.swagger.json'), 'utf8');
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const withMore = file(
  'more.json',
  text.replace('"paths": {', '"paths": { "/more": { "get": { "operationId": "More" } },'),
);
const broken = file('broken.json', text.slice(0, -20));
afterAll(() => rmSync(folder, { recursive: true }));

async function lint(...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'lint', ...args], { cwd: root });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (part) => (output[stream] += part));
  const [code] = await once(child, 'close');
  return { code: code as number, ...output };
}

test('what the new version breaks is told in its place, and fails', async () => {
  const { code, stdout } = await lint(hub, '--against', withMore, '--rules', 'breaking', '--format', 'json');
  const [{ findings }] = JSON.parse(stdout).packages;
  expect(findings).toMatchObject([
    { rule: 'operation-deleted', severity: 'error', pointer: '/paths', file: join(hub, 'apiDefinition.swagger.json') },
  ]);
  expect(code).toBe(1);
});

test('a package against itself has nothing to tell', async () => {
  expect(await lint(hub, '--against', hub, '--rules', 'breaking')).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  ['a place where nothing is', [hub, '--against', join(folder, 'nothing')], /is not there/],
  ['a definition that is broken', [hub, '--against', broken], /broken\.json cannot be read in full/],
  ['several packages', [hub, withMore, '--against', hub], /compares one package, not 2/],
])('%s is refused', async (_, args, message) => {
  const { code, stdout, stderr } = await lint(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});
