import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptSigningKey, usualKeyFile } from './kept-signing-key.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saleskit-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the key is the same each time, and only its owner can read it', async () => {
  const file = join(folder, 'cache/saleskit/key.json');
  const first = await keptSigningKey(file);
  expect(await keptSigningKey(file)).toEqual(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a file that holds no key is written anew', async () => {
  const file = join(folder, 'broken.json');
  for (const text of ['', 'null', '{"kty":"RSA"}']) {
    await writeFile(file, text);
    expect(await keptSigningKey(file)).toEqual(JSON.parse(await readFile(file, 'utf8')));
  }
});

test('where nothing can be written, there is a key all the same', async () => {
  expect(await keptSigningKey(join(folder, 'broken.json', 'key.json'))).toMatchObject({ kty: 'RSA', alg: 'RS256' });
});

test('it stands where the system keeps such files', () => {
  expect(usualKeyFile({ XDG_CACHE_HOME: '/cache' })).toBe(join('/cache', 'saleskit', 'identity-key.json'));
  expect(usualKeyFile({})).toMatch(/\.cache.saleskit.identity-key\.json$/);
});
