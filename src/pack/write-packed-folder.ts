/** The folder that pack writes to, and knows again: nothing in it is overwritten that pack did not write. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../core/coded-error.ts';
import { bytesOf, type PackedFiles } from '../package/write-zip.ts';

/** Lists what pack wrote, each file with its SHA-256. */
const listName = 'packed.json';
const writtenBy = 'saleskit pack';

type Written = ReadonlyMap<string, string>;

/** Throws USAGE where the folder has something in it and was not made by pack, or is none. */
export async function expectOwnFolder(folder: string): Promise<void> {
  await writtenIn(folder);
}

/**
 * Writes the files; those of the last time that are not among them any more are taken away. Throws USAGE, before anything
 * is written, where a file is in the way that pack did not write, or that was changed since.
 */
export async function writePackedFolder(folder: string, files: PackedFiles): Promise<void> {
  const written = await writtenIn(folder);
  const wanted = new Map([...files].map(([path, content]) => [path, bytesOf(content)]));
  for (const [path, bytes] of wanted) await expectOwn(folder, path, written, hashOf(bytes));
  for (const path of written.keys()) if (!wanted.has(path)) await expectOwn(folder, path, written);
  try {
    await mkdir(folder, { recursive: true });
    for (const path of written.keys()) if (!wanted.has(path)) await rm(join(folder, path), { force: true });
    const list = Object.fromEntries([...wanted].map(([path, bytes]) => [path, hashOf(bytes)]));
    // First: where a later file cannot be written, those that were are known as pack's.
    await writeFile(join(folder, listName), `${JSON.stringify({ writtenBy, files: list }, null, 2)}\n`);
    for (const [path, bytes] of wanted) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    throw new CodedError('USAGE', `${path} cannot be written (${code}). What is in ${folder} is not whole.`, {
      cause: error,
    });
  }
}

/** What pack wrote there before; empty where nothing is there. */
async function writtenIn(folder: string): Promise<Written> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw unusable(folder, error.code === 'ENOTDIR' ? 'is a file.' : `cannot be read (${error.code}).`, error);
  });
  if (names.length === 0) return new Map();
  if (!names.includes(listName)) throw unusable(folder, 'is not empty, and was not made by pack.');
  const text = await readFile(join(folder, listName), 'utf8').catch(() => '');
  const files = listed(text);
  if (!files) throw unusable(folder, `is not empty, and its ${listName} is none of pack.`);
  return new Map(files);
}

/** Paths that lead out of the folder are none of pack's. */
function listed(text: string): [path: string, hash: string][] | undefined {
  try {
    const { writtenBy: by, files } = JSON.parse(text) as { writtenBy: string; files: Record<string, string> };
    if (by !== writtenBy) return undefined;
    const isInside = (path: string) => !path.startsWith('/') && !/(?:^|[\\/])\.\.(?:[\\/]|$)|^[A-Za-z]:/.test(path);
    return Object.entries(files).filter(([path]) => isInside(path));
  } catch {
    return undefined;
  }
}

/** A file may be missing, be as pack wrote it, or already be as it is to be. */
async function expectOwn(folder: string, path: string, written: Written, wanted?: string): Promise<void> {
  const file = join(folder, path);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unusable(file, `is in the way (${error.code}).`, error);
  });
  const hash = bytes && hashOf(bytes);
  if (hash === undefined || hash === written.get(path) || hash === wanted) return;
  const what = written.has(path) ? 'was changed since pack wrote it' : 'was not written by pack';
  throw new CodedError('USAGE', `${file} ${what}. Move it away, or name another folder. Nothing was written.`);
}

function unusable(place: string, what: string, cause?: unknown): CodedError {
  return new CodedError('USAGE', `${place} ${what} Name a new folder. Nothing was written.`, { cause });
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
