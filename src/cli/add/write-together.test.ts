import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeTogether } from './write-together.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [known, fresh] = [join(folder, 'known'), join(folder, 'fresh')];
const texts = [
  { file: known, text: 'new' },
  { file: fresh, text: 'new' },
];

test('where one cannot be written, the others are what they were', async () => {
  writeFileSync(known, 'old');
  const refused = { file: join(known, 'below'), text: '' };
  await expect(writeTogether([...texts, refused])).rejects.toThrow(
    `${refused.file} cannot be written (ENOTDIR). Nothing was changed.`,
  );
  expect(readFileSync(known, 'utf8')).toBe('old');
  expect(existsSync(fresh)).toBe(false);
});

test('all are written', async () => {
  await writeTogether(texts);
  expect([known, fresh].map((file) => readFileSync(file, 'utf8'))).toEqual(['new', 'new']);
});
