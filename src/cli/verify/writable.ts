import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';

/** Refuses a file that could not be written at the end of a run, before the run begins. Throws USAGE. */
export async function refuseUnwritable(option: string, file: string): Promise<void> {
  const refused = (why: string, cause?: unknown) =>
    new CodedError('USAGE', `--${option}: ${file} cannot be written (${why}).`, { cause });
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw refused('it is a folder');
  const place = there ? file : dirname(file);
  await access(place, constants.W_OK).catch((cause: NodeJS.ErrnoException) => {
    throw refused(cause.code ?? cause.message, cause);
  });
  if (!there && !(await stat(place)).isDirectory()) throw refused('ENOTDIR');
}
