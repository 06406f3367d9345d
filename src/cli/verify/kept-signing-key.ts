import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { IdentityOptions } from '../../identity/identity.ts';
import { newSigningKey } from '../../identity/identity.ts';

type Key = NonNullable<IdentityOptions['signingKey']>;

/** Where a user's programs keep what can be made anew. Source: XDG Base Directory Specification; known folders of Windows. */
export function usualKeyFile(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_CACHE_HOME: cache, LOCALAPPDATA: appData } = environment;
  return join(cache || appData || join(homedir(), '.cache'), 'saleskit', 'identity-key.json');
}

/**
 * The key of the providers that verify starts, the same for each run: a connector keeps the keys that it has fetched, and
 * would refuse the tokens of the next run until it fetches them again. Only its owner can read the file; where it cannot
 * be written the key is of this run alone.
 */
export async function keptSigningKey(file: string): Promise<Key> {
  const kept = await readFile(file, 'utf8').then(keyIn, () => undefined);
  if (kept) return kept;
  const key = await newSigningKey();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    .then(() => writeFile(file, JSON.stringify(key), { mode: 0o600 }))
    .catch(() => {});
  return key;
}

/** The private key in a text; undefined where it is none. */
function keyIn(text: string): Key | undefined {
  try {
    const key = JSON.parse(text) as Key | null;
    return key?.kty === 'RSA' && key.kid && key.n && key.d ? key : undefined;
  } catch {
    return undefined;
  }
}
