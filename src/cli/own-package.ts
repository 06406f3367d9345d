/** What package.json says of the package that runs: the repository, or what is made of it. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '../core/coded-error.ts';
import { packageRoot } from './package-root.ts';

interface Manifest {
  readonly version: string;
  readonly private?: boolean;
  readonly engines: { readonly node: string };
}

/** As far as it is read here. */
export const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Manifest;

/** This is the repository, where `npm run pack-package` makes the tarball. */
export const isRepository = manifest.private === true;

/** The tarball that projects install, as this saleskit was; undefined where it came from a registry. */
export const ownTarball: string | undefined = isRepository
  ? join(packageRoot, 'dist', `saleskit-${manifest.version}.tgz`)
  : installedTarball(packageRoot);

/** What npm has written down of where it took an installed package from, as far as that is a file. */
export function installedTarball(folder: string): string | undefined {
  const modules = dirname(folder);
  try {
    const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'));
    const source: unknown = packages[`node_modules/${basename(folder)}`]?.resolved;
    if (typeof source !== 'string' || !/^file:.*\.tgz$/.test(source)) return undefined;
    return resolve(dirname(modules), source.slice('file:'.length));
  } catch {
    return undefined;
  }
}

/** Throws USAGE where `node` is older than `needed`, such as ">=22.19". */
export function expectNode(node: string = process.versions.node, needed: string = manifest.engines.node): void {
  const [have, want] = [numbersIn(node), numbersIn(needed)];
  const differs = want.findIndex((number, index) => number !== have[index]);
  if (differs < 0 || Number(have[differs]) > Number(want[differs])) return;
  const least = want.join('.');
  throw new CodedError(
    'USAGE',
    `saleskit needs Node.js ${least} or newer; this is ${node}. Get it at https://nodejs.org.`,
  );
}

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
