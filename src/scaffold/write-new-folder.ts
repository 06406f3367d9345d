/** A folder that was not there, or was empty, with files in it. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../core/coded-error.ts';
import { makeFolder } from '../package/make-folder.ts';

const told = 5;

/** Throws USAGE where the folder has something in it, or is none. */
export async function expectEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new CodedError('USAGE', `${folder} is a file. Name a new folder.`);
    throw new CodedError('USAGE', `${folder} cannot be read (${error.code}). Name a new folder.`, { cause: error });
  });
  if (names.length === 0) return;
  const more = names.length > told ? ` and ${names.length - told} more` : '';
  throw new CodedError(
    'USAGE',
    `${folder} is not empty: ${names.toSorted().slice(0, told).join(', ')}${more}. Name a new folder.`,
  );
}

/** Writes all of the files, or none: where one cannot be written, what was made is taken away again. */
export async function writeNewFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  await expectEmpty(folder);
  const made = await makeFolder(folder).catch(refused(folder));
  try {
    for (const [path, content] of files) {
      const file = join(folder, path);
      await makeFolder(dirname(file));
      await writeFile(file, content, { flag: 'wx' });
    }
  } catch (error) {
    const tops = new Set([...files.keys()].map((path) => path.split('/')[0] ?? path));
    const remains = made === undefined ? [...tops].map((name) => join(folder, name)) : [made];
    await Promise.all(remains.map((path) => rm(path, { recursive: true, force: true })));
    throw refused(folder)(error as NodeJS.ErrnoException);
  }
}

function refused(folder: string): (error: NodeJS.ErrnoException) => never {
  return (cause) => {
    throw new CodedError('USAGE', `${folder} cannot be written (${cause.code}). Nothing was made.`, { cause });
  };
}
