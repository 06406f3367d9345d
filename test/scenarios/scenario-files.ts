/** The folder that a scenario runs in: what is put there, and what a command changes. */
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipOf } from '../lint/zip-of.ts';
import type { Input } from './scenario.ts';

const root = join(import.meta.dirname, '../..');

/** Files by their names; a zip is such a tree itself. */
type Tree = Map<string, Buffer | Tree>;

/** Puts the inputs into the folder, zips made of what is to be in them. */
export function putInputs(folder: string, inputs: readonly Input[]): void {
  const tree: Tree = new Map();
  for (const input of inputs) for (const [place, content] of filesOf(input)) putInto(tree, place.split('!'), content);
  for (const [path, content] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytesOf(content));
  }
}

function filesOf(input: Input): [place: string, content: Buffer][] {
  const { place } = input;
  if ('content' in input) return [[place, Buffer.from(input.content)]];
  const from = join(root, input.of);
  if (statSync(from).isFile()) return [[place, readFileSync(from)]];
  const before = place.endsWith('!') ? place : `${place}/`;
  return pathsBelow(from).map((path) => [before + path, readFileSync(join(from, path))]);
}

function putInto(tree: Tree, [name = '', ...rest]: readonly string[], content: Buffer): void {
  if (rest.length === 0) {
    tree.set(name, content);
    return;
  }
  const known = tree.get(name);
  const zip: Tree = known instanceof Map ? known : new Map();
  tree.set(name, zip);
  putInto(zip, rest, content);
}

function bytesOf(content: Buffer | Tree): Buffer {
  if (Buffer.isBuffer(content)) return content;
  return zipOf([...content].map(([name, each]) => ({ name, content: bytesOf(each) })));
}

/** All files of a folder with their contents. */
export function filesIn(folder: string): Map<string, string> {
  return new Map(pathsBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** The files that are another than before, or were not there, or are gone. */
export function changedFiles(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

function pathsBelow(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
