/** The PostgreSQL that tests and the bench run: one that is installed, else Debian's by the system's package manager. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackage } from './debian-package.ts';

const oldest = 15;
const places = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
];

/** The folder of initdb and postgres, of the newest version that is installed: SALESKIT_POSTGRES, else the usual places and the path. */
export function installedPostgres(): string | undefined {
  const { SALESKIT_POSTGRES: named, PATH = '' } = process.env;
  const found = [...places.flatMap((place) => globSync(place)), ...PATH.split(delimiter)]
    .filter((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
    .map((folder) => ({ folder, version: versionOf(folder) }))
    .filter(({ version }) => version >= oldest)
    .sort((one, other) => other.version - one.version);
  return named ?? found[0]?.folder;
}

/** Installs Debian's PostgreSQL where none is found. Throws where that cannot be done. */
export function ensurePostgres(): string {
  const found = installedPostgres();
  if (found) return found;
  installPackage('postgresql', 'PostgreSQL for the tests');
  const installed = installedPostgres();
  if (installed) return installed;
  throw new Error(
    `There is no PostgreSQL: install version ${oldest} or newer, or name the folder of its programs in SALESKIT_POSTGRES, and run the tests again.`,
  );
}

function versionOf(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(stdout ?? '')?.[0] ?? 0);
}
