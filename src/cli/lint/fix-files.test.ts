import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { replaceText } from './fix-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file that may not be written is told in a sentence', async () => {
  await expect(replaceText(folder, '{}')).rejects.toMatchObject({
    code: 'PACKAGE_UNREADABLE',
    message: `${folder} cannot be mended: EISDIR.`,
  });
});
