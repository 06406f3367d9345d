import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
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
    // For who reads along: an editor forgets what it was told before.
    process.stderr.write('Linting again.\n');
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

interface Watcher {
  close(): void;
}

/** None where the path is not there. */
function watcherOf(given: string, changed: () => void): Watcher[] {
  const path = resolve(given);
  const folder = dirname(path);
  try {
    statSync(path);
    let inner = watchAll(path, changed);
    // Editors put a new file in the place of the old one, and so does who makes a folder anew: what is around it stays.
    const outer = watch(folder, (_event, name) => {
      if (name !== basename(path)) return;
      inner?.close();
      inner = watchAll(path, changed);
      changed();
    });
    outer.on('error', changed);
    return [{ close: () => [inner, outer].map((each) => each?.close()) }];
  } catch {
    return [];
  }
}

/** Everything below a folder; undefined where there is none, for the moment. */
function watchAll(path: string, changed: () => void): FSWatcher | undefined {
  try {
    if (!statSync(path).isDirectory()) return undefined;
    return watch(path, { recursive: true }, changed).on('error', changed);
  } catch {
    return undefined;
  }
}
