/** Files that belong together: all of them are written, or none. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { CodedError } from '../../core/coded-error.ts';

/** A file and what it becomes. */
export interface NewText {
  readonly file: string;
  readonly text: string;
}

/** Writes them. Where one cannot be written, the others become what they were: throws USAGE, which names it. */
export async function writeTogether(files: readonly NewText[]): Promise<void> {
  const written: (() => Promise<void>)[] = [];
  for (const { file, text } of files) {
    try {
      const before = await readFile(file).catch(ifMissing);
      written.unshift(() => (before === undefined ? rm(file, { force: true }) : writeFile(file, before)));
      await writeFile(file, text);
    } catch (cause) {
      const undone = await Promise.allSettled(written.map((undo) => undo()));
      const { code } = cause as NodeJS.ErrnoException;
      const isWhole = undone.slice(1).every(({ status }) => status === 'fulfilled');
      const rest = isWhole ? 'Nothing was changed.' : 'What was written before it could not be taken back.';
      throw new CodedError('USAGE', `${file} cannot be written (${code}). ${rest}`, { cause });
    }
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
