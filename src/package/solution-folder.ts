/** A Dataverse solution that lies unpacked in a folder, read like an archive of it. */
import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive, ArchiveLimits, ArchiveProblem } from './archive.ts';

const passedOver = new Set(['.git', 'node_modules']);
const manifest = /^(?:solution|customizations)\.xml$/i;

/** Whether a folder has a solution's manifest (at its root, or in Other, where unpacking puts it) and a connector's definition. */
export async function isSolutionFolder(folder: string): Promise<boolean> {
  const entries = await entriesIn(folder);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const holds = async (named: RegExp, file: RegExp) => {
    const inner = await Promise.all(
      folders.filter((name) => named.test(name)).map((name) => entriesIn(join(folder, name))),
    );
    return inner.flat().some((entry) => entry.isFile() && file.test(entry.name));
  };
  if (!(await holds(/^connectors?$/i, /_openapidefinition\.json$/i))) return false;
  return entries.some((entry) => entry.isFile() && manifest.test(entry.name)) || holds(/^other$/i, manifest);
}

/** The files of a folder as an archive. Never throws for what is in it: what cannot be read, or is too much, is a problem. Links are not followed. */
export async function readSolutionFolder(
  path: string,
  limits: Pick<ArchiveLimits, 'entries' | 'totalSize'>,
): Promise<Archive> {
  const files = new Map<string, Uint8Array>();
  const unread = new Set<string>();
  const problems: ArchiveProblem[] = [];
  const say = (kind: ArchiveProblem['kind'], message: string) => void problems.push({ kind, message, path });
  let size = 0;
  const read = async (name: string) => {
    const file = join(path, name);
    try {
      const facts: Stats = await stat(file);
      if (size + facts.size > limits.totalSize) {
        unread.add(name);
        return say('archive-too-large', `${name} is not read: it all has more than ${limits.totalSize} bytes.`);
      }
      size += facts.size;
      files.set(name, await readFile(file));
    } catch (error) {
      unread.add(name);
      say('archive-entry-unreadable', `${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
    }
  };
  let pending = [''];
  while (pending.length > 0) {
    const next: string[] = [];
    for (const folder of pending)
      for (const entry of await entriesIn(join(path, folder))) {
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && !passedOver.has(entry.name)) next.push(name);
        if (!entry.isFile()) continue;
        if (files.size >= limits.entries) {
          say('archive-too-large', `It holds more than ${limits.entries} files; the others are not read.`);
          return { path, isFolder: true, files, unread, archives: new Map(), problems };
        }
        await read(name);
      }
    pending = next;
  }
  return { path, isFolder: true, files, unread, archives: new Map(), problems };
}

async function entriesIn(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}
