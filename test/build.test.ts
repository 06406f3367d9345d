/** The built command line does what the sources do. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const node = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });

let folder: string;
const built = (...args: string[]) => node(join(folder, 'cli.mjs'), args);
beforeAll(() => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  folder = mkdtempSync(join(root, 'dist/test-'));
  const args = ['-c', 'scripts/rolldown.config.ts'];
  const { status, stderr } = node('node_modules/rolldown/bin/cli.mjs', args, { SALESKIT_BUILD: folder });
  expect([status, stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('lints Contoso Hub with the same JSON', () => {
  const args = ['lint', 'contoso-hub/package', '--format', 'json'];
  const expected = node('src/cli/main.ts', args);
  const found = built(...args);
  expect([found.status, found.stderr]).toEqual([expected.status, expected.stderr]);
  expect(JSON.parse(found.stdout)).toEqual(JSON.parse(expected.stdout));
});

test('tells the version of package.json', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(built('--version').stdout).toBe(`${version}\n`);
});

test.each(['dev', 'call', 'lint'])('starts %s', (command) => {
  const { status, stdout, stderr } = built(command, '--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`saleskit -- ${command}`);
});

test('gives what is imported by name', async () => {
  const { connector, contract } = {
    connector: (await import(join(folder, 'connector.mjs'))) as object,
    contract: (await import(join(folder, 'contract.mjs'))) as object,
  };
  const sources = [await import('../src/connector/connector.ts'), await import('../src/contract/contract.ts')];
  expect([connector, contract].map((each) => Object.keys(each).sort())).toEqual(
    sources.map((each) => Object.keys(each).sort()),
  );
});
