import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';

/** Editors write in several steps. */
const quiet = 100;

/** Does the work once, and again whenever something below the paths changes, until the process is told to end; the last exit code counts. */
export async function watching(paths: readonly string[], work: () => Promise<number>): Promise<number> {
  let code = await attempt(work);
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isStale = false;
  const again = async () => {
    isStale = isBusy;
    if (isBusy) return;
    isBusy = true;
    code = await attempt(work);
    isBusy = false;
    if (isStale) changed();
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void again(), quiet);
  };
  const watchers = paths.flatMap((path) => watcherOf(path, changed));
  if (watchers.length === 0) throw new CodedError('USAGE', 'There is nothing to watch: give files or folders.');
  process.stderr.write('Watching for changes. Ctrl+C ends it.\n');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  return code;
}

/** A package that cannot be read for the moment does not end the watching. */
async function attempt(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function watcherOf(path: string, changed: () => void): FSWatcher[] {
  try {
    // Editors put a new file in the place of the old one: its folder is what stays.
    const isFile = statSync(path).isFile();
    const watcher = isFile
      ? watch(dirname(path), (_event, name) => name === basename(path) && changed())
      : watch(path, { recursive: true }, changed);
    watcher.on('error', changed);
    return [watcher];
  } catch {
    return [];
  }
}
