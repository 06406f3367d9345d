import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { loadConfiguration } from './load-configuration.ts';
import type { ResolvedConfiguration } from './resolve-configuration.ts';

/** What is done when a configuration changes. */
export interface Following {
  /** Takes the new state; where it throws, that is told, and the last state is expected to be left as it was. */
  apply(next: ResolvedConfiguration): Promise<void>;
  /** Why the last change is not taken; undefined once one is. */
  failed?(error: Error | undefined): void;
  /** Is told in words what became of a change. */
  say(text: string): void;
}

const settleMilliseconds = 100;

/** Reads a configuration anew when it, or a mail that it names, changes. Gives a function that ends it. */
export function followConfiguration(
  { file, files }: ResolvedConfiguration,
  { apply, failed, say }: Following,
): () => void {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  let isOver = false;

  const reload = async () => {
    try {
      const next = await loadConfiguration({ file });
      if (!next || isOver) return;
      await apply(next);
      follow(next.files);
      failed?.(undefined);
      say(`Read ${file} anew.`);
    } catch (error) {
      failed?.(error as Error);
      say(`${(error as Error).message}\nWhat was read before stays.`);
    }
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(reload);
    }, settleMilliseconds);
  };
  const stop = () => {
    for (const watcher of watchers) watcher.close();
  };
  // A file is watched by its folder: editors replace files rather than write them.
  const follow = (named: readonly string[]) => {
    stop();
    watchers = [...new Set(named.map(dirname))].flatMap((folder) => watched(folder, named, changed));
  };
  follow(files);
  return () => {
    isOver = true;
    clearTimeout(timer);
    stop();
  };
}

/** Watches the named files of a folder; a folder that is gone is not watched. */
function watched(folder: string, named: readonly string[], changed: () => void): FSWatcher[] {
  const names = named.filter((file) => dirname(file) === folder).map((file) => basename(file));
  try {
    const watcher = watch(folder, (_event, name) => {
      if (name === null || names.includes(name)) changed();
    });
    return [watcher.on('error', () => watcher.close())];
  } catch {
    return [];
  }
}
