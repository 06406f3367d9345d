/** What is installed is what was chosen: each package by its hash, from the registry, running nothing that is not named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

describe.each(['', 'bench/rivals/', 'site/'])('the lockfile in %j', (folder) => {
  const manifest = read(`${folder}package.json`);
  const { packages } = read(`${folder}package-lock.json`) as { packages: Record<string, Locked> };
  const { '': root = {}, ...installed } = packages;
  const all = Object.entries(installed);

  test('is that of package.json', () => {
    for (const kind of kinds) expect(root[kind] ?? {}).toEqual(manifest[kind] ?? {});
  });

  test('has a hash of every package, and no address but the registry’s', () => {
    const unproven = all.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path);
    expect(unproven, 'see "To add a dependency" in docs/guide/working-on-this-project.md').toEqual([]);
    const elsewhere = all.filter(([, { resolved = '' }]) => !/^(https:\/\/registry\.npmjs\.org\/|$)/.test(resolved));
    expect(elsewhere).toEqual([]);
  });

  test('has every package that another asks for, those of other systems too', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isFound(installed, path, name))
        .map((name) => `${name} of ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('lets no package run a script at installation that is not named', () => {
    const names = all
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(names.sort()).toEqual(Object.keys(manifest.allowScripts ?? {}).sort());
  });
});

/** As Node looks for it: in node_modules of the package, then of each that it lies in. */
function isFound(installed: Readonly<Record<string, Locked>>, path: string, name: string): boolean {
  const at = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (at in installed) return true;
  return path !== '' && isFound(installed, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}
