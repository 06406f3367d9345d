import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(root, { recursive: true }));

test('it makes all that is missing, and gives the topmost that it made', async () => {
  expect(await makeFolder(join(root, 'a/b/c'))).toBe(join(root, 'a'));
  expect(existsSync(join(root, 'a/b/c'))).toBe(true);
  expect(await makeFolder(join(root, 'a/d'))).toBe(join(root, 'a/d'));
  expect(await makeFolder(join(root, 'a/d'))).toBeUndefined();
});

test('below a file it is refused', async () => {
  writeFileSync(join(root, 'file'), '');
  await expect(makeFolder(join(root, 'file/below/it'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.runIf(existsSync('/proc/self'))('below /proc it ends with an error', async () => {
  await expect(makeFolder('/proc/saleskit-new/below')).rejects.toMatchObject({ code: 'ENOENT' });
});
