import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedSaleskit } from '../../test/packed-saleskit.ts';
import { median, medianRatio } from '../comparison.ts';
import { group, MissingInput } from '../figure.ts';
import { hasRegistry } from '../registry.ts';

const rounds = 3;
const rivals = { prism: '@stoplight/prism-cli@5.16.0', spectral: '@stoplight/spectral-cli@6.16.3' };

/** What npm puts on the disk, and how long that takes: the tarball as it would be published against what others have. */
export const install = group({
  id: 'install',
  title: 'npm install of saleskit against Prism and Spectral: empty folder, warm cache',
  figures: [
    { id: 'install-size-prism', title: 'bytes, Prism to ours', unit: '×', goal: { atLeast: 2 } },
    { id: 'install-size-spectral', title: 'bytes, Spectral to ours', unit: '×', goal: { atLeast: 1.5 } },
    { id: 'install-time-prism', title: 'time, Prism to ours', unit: '×', goal: { atLeast: 1.2 } },
    { id: 'install-time-spectral', title: 'time, Spectral to ours', unit: '×', goal: { atLeast: 1.2 } },
    { id: 'install-megabytes', title: 'saleskit in node_modules', unit: 'MB' },
    { id: 'install-megabytes-least', title: 'saleskit without optional dependencies', unit: 'MB' },
    { id: 'install-files', title: 'saleskit in node_modules', unit: 'files' },
    { id: 'install-packages', title: 'saleskit in node_modules', unit: 'packages' },
    { id: 'install-seconds', title: 'saleskit', unit: 's' },
  ],
  async run({ folder, progress }) {
    progress('Packing');
    if (!hasRegistry(rivals.prism)) throw new MissingInput('npm reaches no registry.');
    const packages = { prism: [rivals.prism], spectral: [rivals.spectral], saleskit: [packedSaleskit()] };
    const names = Object.keys(packages) as (keyof typeof packages)[];
    const sizes = Object.fromEntries(
      names.map((name) => {
        progress(`First install: ${name}`);
        return [name, npmInstall(packages[name], folder).size];
      }),
    ) as Record<keyof typeof packages, Size>;
    const least = npmInstall([...packages.saleskit, '--omit=optional'], folder).size;
    const seconds: Record<keyof typeof packages, number[]> = { prism: [], spectral: [], saleskit: [] };
    for (let round = 0; round < rounds; round++)
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        progress(`${name}: round ${round + 1} of ${rounds}`);
        seconds[name].push(npmInstall(packages[name], folder).seconds);
      }
    return {
      'install-size-prism': sizes.prism.bytes / sizes.saleskit.bytes,
      'install-size-spectral': sizes.spectral.bytes / sizes.saleskit.bytes,
      'install-time-prism': medianRatio(seconds.prism, seconds.saleskit),
      'install-time-spectral': medianRatio(seconds.spectral, seconds.saleskit),
      'install-megabytes': sizes.saleskit.bytes / 1e6,
      'install-megabytes-least': least.bytes / 1e6,
      'install-files': sizes.saleskit.files,
      'install-packages': sizes.saleskit.packages,
      'install-seconds': median(seconds.saleskit),
    };
  },
});

interface Size {
  readonly bytes: number;
  readonly files: number;
  readonly packages: number;
}

/** Installs into a new folder, which is gone afterwards. No package runs anything: one of Prism's reports installations. */
function npmInstall(args: readonly string[], folder: string): { readonly seconds: number; readonly size: Size } {
  const place = mkdtempSync(join(folder, 'install-'));
  writeFileSync(join(place, 'package.json'), '{ "private": true }');
  const options = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const began = performance.now();
  const { status, stderr } = spawnSync('npm', ['install', ...options, ...args], { cwd: place, encoding: 'utf8' });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`npm install ${args.join(' ')} failed. ${stderr}`);
  const size = sizeOf(place);
  rmSync(place, { recursive: true });
  return { seconds, size };
}

function sizeOf(place: string): Size {
  const entries = globSync('node_modules/**/*', { cwd: place }).filter((name) => !/\/\.bin\//.test(name));
  const files = entries.map((name) => statSync(join(place, name))).filter((entry) => entry.isFile());
  return {
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    files: files.length,
    packages: entries.filter((name) => /node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(name)).length,
  };
}
