/** What package.json says of the package that runs: the repository, or what is made of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../core/coded-error.ts';
import { packageRoot } from './package-root.ts';

interface Manifest {
  readonly version: string;
  readonly private?: boolean;
  readonly engines: { readonly node: string };
}

/** As far as it is read here. */
export const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Manifest;

/** The tarball that projects install where this is the repository: `npm run pack-package` makes it. */
export const ownTarball: string | undefined = manifest.private
  ? join(packageRoot, 'dist', `saleskit-${manifest.version}.tgz`)
  : undefined;

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
