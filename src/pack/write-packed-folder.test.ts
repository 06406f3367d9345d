import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { expectOwnFolder, writePackedFolder } from './write-packed-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
let folders = 0;
beforeEach(() => {
  folder = join(root, String(folders++), 'out');
});

const write = (files: Record<string, string>, connector = 'Quotes') =>
  writePackedFolder(folder, connector, new Map(Object.entries(files)));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('what is written again replaces what pack wrote, and what is no longer made is taken away', async () => {
  await write({ 'a.md': 'one', 'paconn/script.csx': 'code' });
  await write({ 'a.md': 'two', 'paconn/icon.png': 'png' });
  expect(read('a.md')).toBe('two');
  expect(existsSync(join(folder, 'paconn/script.csx'))).toBe(false);
  await expectOwnFolder(folder);
});

test('what stands beside is left alone', async () => {
  await write({ 'a.md': 'one' });
  writeFileSync(join(folder, 'mine.md'), 'mine');
  await write({ 'b.md': 'two' });
  expect(read('mine.md')).toBe('mine');
});

test.each<[what: string, change: () => void, files: Record<string, string>, words: RegExp]>([
  [
    'a file that was changed since',
    () => writeFileSync(join(folder, 'a.md'), 'ticked'),
    { 'a.md': 'two' },
    /a\.md was changed since pack wrote it/,
  ],
  [
    'a changed file that is no longer made',
    () => writeFileSync(join(folder, 'a.md'), 'ticked'),
    { 'b.md': 'two' },
    /a\.md was changed/,
  ],
  [
    'a file that somebody else wrote',
    () => writeFileSync(join(folder, 'b.md'), 'mine'),
    { 'a.md': 'one', 'b.md': 'two' },
    /b\.md was not written by pack/,
  ],
  ['a folder where a file is to be', () => mkdirSync(join(folder, 'b.md')), { 'b.md': 'two' }, /b\.md is in the way/],
  [
    'a list that is none of pack',
    () => writeFileSync(join(folder, 'packed.json'), '{}'),
    { 'a.md': 'two' },
    /packed\.json is none of pack/,
  ],
])('%s is refused, and nothing is written', async (_what, change, files, words) => {
  await write({ 'a.md': 'one' });
  change();
  const before = read('a.md');
  await expect(write(files)).rejects.toThrow(words);
  expect(read('a.md')).toBe(before);
});

test('what was packed of another connector is left as it is', async () => {
  await write({ 'a.md': 'one' });
  await expect(write({ 'b.md': 'two' }, 'Orders')).rejects.toThrow(
    'has what was packed of Quotes, not of Orders. Name a new folder. Nothing was written.',
  );
  expect(read('a.md')).toBe('one');
});

test('of two at once, one is refused', async () => {
  const both = await Promise.allSettled([write({ 'a.md': 'one' }), write({ 'b.md': 'two' }, 'Orders')]);
  const words = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  expect(words).toEqual([expect.stringContaining('is being written to by another pack.')]);
});

test.runIf(existsSync('/proc/self'))('a folder that cannot be made is told so', async () => {
  const attempt = writePackedFolder('/proc/saleskit/out', 'Quotes', new Map());
  await expect(attempt).rejects.toThrow(
    '/proc/saleskit/out cannot be written (ENOENT). Name a new folder. Nothing was',
  );
});

test('a list that names files outside of the folder takes none of them away', async () => {
  await write({ 'a.md': 'one' });
  const outside = join(folder, '../outside.md');
  writeFileSync(outside, 'one');
  const list = JSON.parse(read('packed.json'));
  list.files['../outside.md'] = list.files['a.md'];
  writeFileSync(join(folder, 'packed.json'), JSON.stringify(list));
  await write({ 'b.md': 'two' });
  expect(existsSync(outside)).toBe(true);
});

test('a file that is already as it is to be is no hindrance', async () => {
  await write({ 'a.md': 'one' });
  writeFileSync(join(folder, 'a.md'), 'two');
  await write({ 'a.md': 'two' });
  expect(read('a.md')).toBe('two');
});
