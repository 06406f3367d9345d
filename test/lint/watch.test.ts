/** `saleskit lint --watch` as a process: it ends by a signal. All other cases of the command line stand in test/scenarios. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function started(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { cwd: folder });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  return { child, output, ended: once(child, 'close').then(([code]) => code as number) };
}

test('--watch goes on with a folder that is deleted and made anew', async () => {
  const place = join(folder, 'made-anew');
  const put = (text: string) => {
    mkdirSync(place);
    writeFileSync(join(place, 'apiDefinition.swagger.json'), text);
  };
  put('{ "swagger": "2.0", "paths": {} }');
  const { child, output, ended } = started('lint', 'made-anew', '--watch', '--rules', 'file-trailing-comma');
  await expect.poll(() => output.stderr, { timeout: 10_000 }).toMatch(/Watching/);
  rmSync(place, { recursive: true });
  await expect.poll(() => output.stderr, { timeout: 10_000 }).toMatch(/made-anew is not there/);
  put('{ "swagger": "2.0", "paths": {}, }');
  await expect.poll(() => output.stdout, { timeout: 10_000 }).toMatch(/file-trailing-comma/);
  const linted = output.stdout.length;
  writeFileSync(join(place, 'apiDefinition.swagger.json'), '{ "swagger": "2.0", "paths": {} }');
  await expect.poll(() => output.stdout.slice(linted), { timeout: 10_000 }).toMatch(/0 errors/);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('--watch lints again when a file changes, and ends when told', async () => {
  const definition = join(folder, 'watched/apiDefinition.swagger.json');
  mkdirSync(join(folder, 'watched'));
  writeFileSync(definition, '{ "swagger": "2.0", "paths": {} }');
  const { child, output, ended } = started('lint', 'watched', '--watch', '--rules', 'package', '--severity', 'error');
  await expect.poll(() => output.stderr, { timeout: 10_000 }).toMatch(/Watching/);
  writeFileSync(definition, '{ "swagger": "2.0", "paths": {}, }');
  await expect.poll(() => output.stdout, { timeout: 10_000 }).toMatch(/file-trailing-comma/);
  expect(output.stderr).toMatch(/^Linting again\.$/m);
  child.kill('SIGTERM');
  expect(await ended).toBe(1);
});
