/** The types of what is imported by name: declarations by TypeScript, as far as they are reached from the three files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const entries = ['connector/connector.d.ts', 'contract/contract.d.ts', 'host/configuration/configuration.d.ts'];

/** Writes them into a folder and gives the packages that they import. */
export function writePublicTypes(folder: string): Set<string> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const all = mkdtempSync(join(root, 'dist/types-'));
  try {
    const args = ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.types.json', '--outDir', all];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The types cannot be written.\n${stdout}`);
    return copyReached(all, folder);
  } finally {
    rmSync(all, { recursive: true });
  }
}

/** A declaration names its neighbours as they are named when built: `./x.js` stands for `./x.d.ts`. */
function copyReached(from: string, to: string): Set<string> {
  const packages = new Set<string>();
  const reached = new Set(entries);
  for (const file of reached) {
    const text = readFileSync(join(from, file), 'utf8');
    const copy = text.replace(
      /(^(?:import|export) [^'";]*from |import\()(['"])([^'"]+)\2/gm,
      (whole, before, quote, target) => {
        if (!target.startsWith('.')) packages.add(target);
        if (!target.endsWith('.ts')) return whole;
        reached.add(relative(from, join(from, dirname(file), target.replace(/\.ts$/, '.d.ts'))));
        return `${before}${quote}${target.replace(/\.ts$/, '.js')}${quote}`;
      },
    );
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), copy);
  }
  return packages;
}
