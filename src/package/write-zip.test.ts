import { afterEach, expect, test, vi } from 'vitest';
import { readArchive } from './archive.ts';
import { writeZip } from './write-zip.ts';

afterEach(() => vi.unstubAllEnvs());

const files = new Map<string, string | Uint8Array>([
  ['b/Größe.txt', 'ä'],
  ['a.bin', new Uint8Array([1, 2, 3])],
]);

test('what is written can be read, sorted by name', async () => {
  const { files: read, problems } = await readArchive('a.zip', writeZip(files));
  expect(problems).toEqual([]);
  expect([...read].map(([name, bytes]) => [name, ...bytes])).toEqual([
    ['a.bin', 1, 2, 3],
    ['b/Größe.txt', 0xc3, 0xa4],
  ]);
});

test('the bytes are the same in any order and any time zone', () => {
  const inZone = (zone: string, each = files) => {
    vi.stubEnv('TZ', zone);
    return writeZip(each);
  };
  const here = inZone('Pacific/Kiritimati');
  expect(inZone('America/Los_Angeles', new Map([...files].reverse()))).toEqual(here);
});
