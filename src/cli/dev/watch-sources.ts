import { createHash } from 'node:crypto';
import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { basename, extname, join } from 'node:path';

const extensions = new Set(['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '.yaml', '.yml', '.env']);
const passedOver = new Set(['node_modules', 'dist', 'test', 'tests', 'coverage']);
const settleMilliseconds = 25;
const largestSource = 5_000_000;

/**
 * Calls back when a source file below a folder is another than it was; gives a function that ends it. Written again as it
 * was is no change, so that a program may write files when it starts.
 */
export function watchSources(folder: string, changed: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  /** Watches a folder and what is below it; gives its source files that were not known. */
  const follow = (place: string): string[] => {
    if (watchers.has(place)) return [];
    try {
      const watcher = watch(place, (_event, name) => name !== null && touch(join(place, name)));
      watchers.set(
        place,
        watcher.on('error', () => leave(place)),
      );
    } catch {
      return [];
    }
    return entriesIn(place).flatMap((path) => {
      if (isFolder(path)) return follow(path);
      return isSource(path) && isNew(path) ? [path] : [];
    });
  };
  const leave = (place: string) => {
    watchers.get(place)?.close();
    watchers.delete(place);
  };
  const touch = (path: string) => {
    touched.add(path);
    clearTimeout(timer);
    timer = setTimeout(look, settleMilliseconds);
  };
  const isNew = (file: string): boolean => {
    const content = contentOf(file);
    const isOther = contents.get(file) !== content;
    if (content === undefined) contents.delete(file);
    else contents.set(file, content);
    return isOther;
  };
  const look = () => {
    const paths = [...touched];
    touched.clear();
    const files = paths.flatMap((path) => {
      if (isFolder(path)) return isPassedOver(path) ? [] : follow(path);
      leave(path);
      return isSource(path) && isNew(path) ? [path] : [];
    });
    if (files[0]) changed(files[0]);
  };

  follow(folder);
  return () => {
    clearTimeout(timer);
    for (const place of [...watchers.keys()]) leave(place);
  };
}

/** The configuration itself is followed by who reads it. */
function isSource(file: string): boolean {
  const name = basename(file);
  return extensions.has(extname(name)) && !/\.test\.\w+$/.test(name) && !/^saleskit\.config\.\w+$/.test(name);
}

function isPassedOver(path: string): boolean {
  const name = basename(path);
  return passedOver.has(name) || name.startsWith('.');
}

function entriesIn(place: string): string[] {
  try {
    return readdirSync(place)
      .map((name) => join(place, name))
      .filter((path) => !isPassedOver(path));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What tells one content from another; undefined where there is none. */
function contentOf(file: string): string | undefined {
  try {
    const { size, mtimeMs } = statSync(file);
    if (size > largestSource) return `${size} ${mtimeMs}`;
    return createHash('sha1').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}
