/** What PATH means on the command line: packages, folders full of them, patterns, URLs, standard input. */
import { type Dirent, existsSync, globSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import { definitionNameIn, packageFileNames } from '../../package/connector-package.ts';

const deepest = 8;
const passedOver = new Set(['node_modules', '.git']);

/** The packages that one PATH stands for, in order. Throws a CodedError PACKAGE_UNREADABLE that names it where there is none. */
export async function locationsOf(path: string): Promise<string[]> {
  if (path === '-' || isUrl(path)) return [path];
  if (isPattern(path)) return matched(path);
  // What is not there, or may not be read, is told by who reads it.
  if (!(await isFolder(path))) return [path];
  const found = await packagesBelow(path, deepest);
  if (found.length > 0) return found;
  const names = await readdir(path);
  const near = names.find((name) => /^api.*def.*\.json$/i.test(name));
  const hint = near
    ? `Is ${near} meant? Give it by its name.`
    : 'Give the folder of a connector package, or a definition itself.';
  throw new CodedError(
    'PACKAGE_UNREADABLE',
    `${path} has no ${packageFileNames.definition}, nor has a folder below it. ${hint}`,
  );
}

/** A path that is there is none, whatever signs are in it. */
function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path) && !existsSync(path);
}

async function matched(pattern: string): Promise<string[]> {
  const namesFiles = /\.[\w{},]+$/.test(basename(pattern));
  const paths = globSync(pattern, { exclude: (name) => passedOver.has(basename(String(name))) }).sort();
  const found: string[] = [];
  for (const path of paths) {
    if (await isFolder(path)) {
      if (definitionNameIn(await namesIn(path))) found.push(path);
    } else if (namesFiles || /\.zip$/i.test(path) || definitionNameIn([basename(path)])) found.push(path);
  }
  // A definition in a folder that is taken itself is not taken twice.
  const folders = new Set(found);
  const packages = found.filter((path) => !folders.has(join(path, '..')));
  if (packages.length > 0) return packages;
  throw new CodedError('PACKAGE_UNREADABLE', `The pattern ${pattern} matches no connector package.`);
}

/** A folder that is a package, else those below it. */
async function packagesBelow(folder: string, levels: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  if (definitionNameIn(files)) return [folder];
  if (levels === 0) return [];
  const folders = entries.filter((entry) => entry.isDirectory() && !passedOver.has(entry.name));
  const names = folders.map(({ name }) => name).sort();
  const found = await Promise.all(names.map((name) => packagesBelow(join(folder, name), levels - 1)));
  return found.flat();
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (kind) => kind.isDirectory(),
    () => false,
  );
}

export function isUrl(path: string): boolean {
  return /^https?:\/\//i.test(path);
}
