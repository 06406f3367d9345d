import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { locationsOf } from './locations.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('below a folder hidden folders are searched and links are not followed; a link that is given, or matches, is', async () => {
  for (const name of ['all/plain', 'all/.hidden', 'all/node_modules/other', 'elsewhere']) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'apiDefinition.swagger.json'), '{}');
  }
  const link = join(folder, 'all/link');
  symlinkSync(join(folder, 'elsewhere'), link, 'junction');
  const plain = join(folder, 'all/plain');
  expect(await locationsOf(join(folder, 'all'))).toEqual([join(folder, 'all/.hidden'), plain]);
  expect(await locationsOf(link)).toEqual([link]);
  expect(await locationsOf(join(folder, 'all/*'))).toEqual(expect.arrayContaining([link, plain]));
});
