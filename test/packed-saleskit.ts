/** The tarball that would be published, made once for the sources as they are. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/packed');
const sources = [
  '{src,contoso-hub,scripts}/**/*.*',
  'docs/published-readme.md',
  'schemas/*.json',
  'CHANGELOG.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Its path. Building takes some seconds; where nothing has changed since, it is there already. */
export function packedSaleskit(): string {
  const place = join(folder, sourceHash());
  if (!existsSync(place)) pack(place);
  const name = readdirSync(place).find((each) => each.endsWith('.tgz'));
  if (!name) throw new Error(`There is no tarball in ${place}: remove that folder.`);
  return join(place, name);
}

/** Several processes may pack at once: each in a folder of its own, which then takes its place. */
function pack(place: string): void {
  mkdirSync(folder, { recursive: true });
  const mine = mkdtempSync(join(folder, 'packing-'));
  run(process.execPath, ['scripts/build.ts', join(mine, 'package')]);
  run('npm', ['pack', join(mine, 'package'), '--pack-destination', mine, '--loglevel=error']);
  rmSync(join(mine, 'package'), { recursive: true });
  try {
    renameSync(mine, place);
  } catch (error) {
    rmSync(mine, { recursive: true });
    if (!existsSync(place)) throw error;
  }
  for (const name of readdirSync(folder))
    if (join(folder, name) !== place && !name.startsWith('packing-')) rmSync(join(folder, name), { recursive: true });
}

function run(file: string, args: readonly string[]): void {
  const shell = process.platform === 'win32' && file === 'npm';
  const { status, stderr, error } = spawnSync(file, args, { cwd: root, shell, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} failed. ${error?.message ?? stderr}`);
}

/** The files that the package is built of, by their paths in the repository. */
export function packageSources(): string[] {
  const names = sources.flatMap((pattern) => globSync(pattern, { cwd: root }));
  return names.filter((name) => !/\.(test|fixtures)\./.test(name)).sort();
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const name of packageSources())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
