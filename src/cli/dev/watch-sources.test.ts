import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchSources } from './watch-sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'sources-'));
const changes: string[] = [];
let unwatch: () => void;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
/** Waits for a change of a file that is written last: what was written before it and told is told by then. */
async function changesUntilEnd(): Promise<string[]> {
  const end = `end-${changes.length}-${Math.random()}.ts`;
  write(end, '1');
  await expect.poll(() => changes.includes(end), { timeout: 5_000 }).toBe(true);
  return changes.splice(0).filter((name) => !name.startsWith('end-'));
}

beforeAll(() => {
  write('src/main.ts', '1');
  write('node_modules/a/index.js', '1');
  unwatch = watchSources(folder, (file) => changes.push(basename(file)));
});
afterAll(() => {
  unwatch();
  rmSync(folder, { recursive: true });
});

test.each(['src/main.ts', 'src/deep/new/folder/handler.mjs', 'messages.json', 'local.env'])(
  '%s is told',
  async (path) => {
    write(path, `${Math.random()}`);
    await expect.poll(() => changes.includes(basename(path)), { timeout: 5_000 }).toBe(true);
    changes.length = 0;
  },
);

test('a file that an editor puts in the place of another is told, and one that is taken away', async () => {
  write('src/main.ts.tmp', 'other');
  renameSync(join(folder, 'src/main.ts.tmp'), join(folder, 'src/main.ts'));
  await expect.poll(() => changes, { timeout: 5_000 }).toEqual(['main.ts']);
  changes.length = 0;
  rmSync(join(folder, 'messages.json'));
  await expect.poll(() => changes, { timeout: 5_000 }).toEqual(['messages.json']);
  changes.length = 0;
});

test('what is no source, and a source that is written as it was, is not told', async () => {
  write('src/main.ts', 'other');
  for (const path of [
    'node_modules/a/index.js',
    'dist/a.js',
    'test/a.ts',
    '.cache/a.json',
    'src/a.test.ts',
    'notes.md',
  ])
    write(path, 'x');
  write('saleskit.config.json', '{}');
  expect(await changesUntilEnd()).toEqual([]);
});
