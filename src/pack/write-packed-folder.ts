/** The folder that pack writes to, and knows again: nothing in it is overwritten that pack did not write. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../core/coded-error.ts';
import { makeFolder } from '../package/make-folder.ts';
import { bytesOf, type PackedFiles } from '../package/write-zip.ts';

/** Lists what pack wrote, each file with its SHA-256. */
const listName = 'packed.json';
const writtenBy = 'saleskit pack';

type Hashes = ReadonlyMap<string, string>;

/** What pack wrote there before, and of which connector; nothing of none where nothing is there. */
interface Written {
  readonly files: Hashes;
  readonly connector?: string | undefined;
}

/** Throws USAGE where the folder has something in it and was not made by pack, or is none. */
export async function expectOwnFolder(folder: string): Promise<void> {
  await writtenIn(folder);
}

/**
 * Writes the files of a connector; those of the last time that are not among them any more are taken away. Throws USAGE,
 * before anything is written, where the folder is another connector's, or a file is in the way that pack did not write, or
 * that was changed since.
 */
export async function writePackedFolder(folder: string, connector: string, files: PackedFiles): Promise<void> {
  const { files: written, connector: before } = await writtenIn(folder);
  if (before !== undefined && before !== connector)
    throw unusable(folder, `has what was packed of ${before}, not of ${connector}.`);
  const wanted = new Map([...files].map(([path, content]) => [path, bytesOf(content)]));
  for (const [path, bytes] of wanted) await expectOwn(folder, path, written, hashOf(bytes));
  for (const path of written.keys()) if (!wanted.has(path)) await expectOwn(folder, path, written);
  const list = Object.fromEntries([...wanted].map(([path, bytes]) => [path, hashOf(bytes)]));
  // First: where a later file cannot be written, those that were are known as pack's.
  await writeList(folder, { writtenBy, connector, files: list }, before === undefined);
  try {
    for (const path of written.keys()) if (!wanted.has(path)) await rm(join(folder, path), { force: true });
    for (const [path, bytes] of wanted) {
      await makeFolder(dirname(join(folder, path)));
      await writeFile(join(folder, path), bytes);
    }
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    throw new CodedError('USAGE', `${path} cannot be written (${code}). What is in ${folder} is not whole.`, {
      cause: error,
    });
  }
}

/** In a new folder only where no other pack has begun to write meanwhile. */
async function writeList(folder: string, list: object, isNew: boolean): Promise<void> {
  try {
    await makeFolder(folder);
    await writeFile(join(folder, listName), `${JSON.stringify(list, null, 2)}\n`, { flag: isNew ? 'wx' : 'w' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'EEXIST' ? 'is being written to by another pack.' : `cannot be written (${code}).`;
    throw unusable(folder, what, error);
  }
}

async function writtenIn(folder: string): Promise<Written> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw unusable(folder, error.code === 'ENOTDIR' ? 'is a file.' : `cannot be read (${error.code}).`, error);
  });
  if (names.length === 0) return { files: new Map() };
  if (!names.includes(listName)) throw unusable(folder, 'is not empty, and was not made by pack.');
  const text = await readFile(join(folder, listName), 'utf8').catch(() => '');
  const written = listed(text);
  if (!written) throw unusable(folder, `is not empty, and its ${listName} is none of pack.`);
  return written;
}

/** Paths that lead out of the folder are none of pack's. */
function listed(text: string): (Written & { readonly connector: string }) | undefined {
  try {
    const {
      writtenBy: by,
      connector,
      files,
    } = JSON.parse(text) as {
      writtenBy: string;
      connector: string;
      files: Record<string, string>;
    };
    if (by !== writtenBy) return undefined;
    const isInside = (path: string) => !path.startsWith('/') && !/(?:^|[\\/])\.\.(?:[\\/]|$)|^[A-Za-z]:/.test(path);
    return { connector, files: new Map(Object.entries(files).filter(([path]) => isInside(path))) };
  } catch {
    return undefined;
  }
}

/** A file may be missing, be as pack wrote it, or already be as it is to be. */
async function expectOwn(folder: string, path: string, written: Hashes, wanted?: string): Promise<void> {
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
