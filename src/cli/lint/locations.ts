/** What PATH means on the command line: packages, folders full of them, patterns, URLs, standard input. */
import { type Dirent, existsSync, globSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import { definitionNameIn, packageFileNames } from '../../package/connector-package.ts';
import { isSolutionFolder } from '../../package/solution-folder.ts';

const deepest = 8;
const passedOver = new Set(['node_modules', '.git']);

/** The packages that one PATH stands for, in order. Throws a CodedError PACKAGE_UNREADABLE that names it where there is none. */
export async function locationsOf(path: string): Promise<string[]> {
  if (path === '-' || isUrl(path)) return [path];
  if (isPattern(path)) return matched(path);
  // What is not there, or may not be read, is told by who reads it.
  if (!isFolder(path)) return [path];
  const found = await packagesBelow(path, deepest);
  if (found.length > 0) return found;
  const names = await readdir(path).catch(() => undefined);
  if (!names) return [path];
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
    if (isFolder(path)) {
      if (definitionNameIn(await namesIn(path)) || (await isSolutionFolder(path))) found.push(path);
    } else if (namesFiles || /\.zip$/i.test(path) || definitionNameIn([basename(path)])) found.push(path);
  }
  // A definition in a folder that is taken itself is not taken twice, nor are properties beside a definition.
  const folders = new Set(found);
  const isTaken = (path: string) =>
    folders.has(join(path, '..')) || (isProperties(path) && found.some((other) => isDefinitionBeside(other, path)));
  const packages = found.filter((path) => !isTaken(path));
  if (packages.length > 0) return packages;
  throw new CodedError('PACKAGE_UNREADABLE', `The pattern ${pattern} matches no connector package.`);
}

function isProperties(path: string): boolean {
  return basename(path).toLowerCase() === packageFileNames.properties.toLowerCase();
}

function isDefinitionBeside(path: string, properties: string): boolean {
  return dirname(path) === dirname(properties) && definitionNameIn([basename(path)]) !== undefined;
}

/** A folder that is a package or an unpacked solution, else those below it. */
async function packagesBelow(folder: string, levels: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  if (definitionNameIn(files)) return [folder];
  if (levels === 0) return [];
  const folders = entries.filter((entry) => entry.isDirectory() && !passedOver.has(entry.name));
  const names = folders.map(({ name }) => name).sort();
  if (names.some((name) => /^connectors?$/i.test(name)) && (await isSolutionFolder(folder))) return [folder];
  const found = await Promise.all(names.map((name) => packagesBelow(join(folder, name), levels - 1)));
  return found.flat();
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

export function isUrl(path: string): boolean {
  return /^https?:\/\//i.test(path);
}
