import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, medianRatio } from '../comparison.ts';
import { group } from '../figure.ts';
import { corpusDefinitions, type Definition, enlarged, nearestInSize } from '../lint-inputs.ts';
import { rivalEntry } from '../rivals/rivals.ts';
import { alternateProcesses, type WholeProcess } from '../whole-processes.ts';

const root = join(import.meta.dirname, '../..');
const saleskit = join(root, 'dist/saleskit/cli.mjs');

/** The built lint with all its rules against the linters of OpenAPI that people have. */
export const lint = group({
  id: 'lint',
  title: 'saleskit lint against Redocly and Spectral, whole processes',
  figures: [
    { id: 'lint-100-redocly', title: '100 definitions, times faster than Redocly', unit: '×', goal: { atLeast: 3 } },
    { id: 'lint-100-spectral', title: '100 definitions, times faster than Spectral', unit: '×', goal: { atLeast: 10 } },
    { id: 'lint-100-memory', title: 'peak memory, ours to the smaller of theirs', unit: '×', goal: { atMost: 1 } },
    { id: 'lint-100-time', title: '100 definitions', unit: 's' },
    { id: 'lint-100-megabytes', title: '100 definitions, peak memory', unit: 'MB' },
    { id: 'lint-one-redocly', title: 'one of 200 KB, times faster than Redocly', unit: '×', goal: { atLeast: 1.5 } },
    { id: 'lint-one-spectral', title: 'one of 200 KB, times faster than Spectral', unit: '×', goal: { atLeast: 3 } },
    { id: 'lint-one-time', title: 'one of 200 KB', unit: 's' },
    { id: 'lint-growth', title: 'time a byte, 1 MB to 250 KB, start left out', unit: '×', goal: { atMost: 1.5 } },
    { id: 'lint-start', title: 'start to end of --version', unit: 'ms', goal: { atMost: 50 } },
  ],
  async run({ folder, progress }) {
    const definitions = corpusDefinitions(100);
    const middle = nearestInSize(definitions, 200_000);
    const programs = { redocly: await rivalEntry('redocly'), spectral: await rivalEntry('spectral') };
    progress('Building');
    build();
    const ruleset = join(folder, 'spectral.json');
    writeFileSync(ruleset, JSON.stringify({ extends: ['spectral:oas'] }));
    const linters = (files: readonly Definition[]) => lintersOf(files, { ...programs, ruleset });
    const turns = (rounds: number) => ({ rounds, folder, progress });

    const all = alternateProcesses(linters(definitions), turns(5));
    const one = alternateProcesses(linters([middle]), turns(15));
    const small = enlarged(middle, 250_000, folder);
    const large = enlarged(middle, 1_000_000, folder);
    const tiny = join(folder, 'tiny.json');
    writeFileSync(tiny, '{"swagger":"2.0","info":{"title":"Tiny","version":"1"},"paths":{}}');
    const own = alternateProcesses(
      {
        tiny: ours([tiny]),
        small: ours([small.file]),
        large: ours([large.file]),
        version: { args: [saleskit, '--version'], check: () => {} },
      },
      turns(15),
    );
    const start = median(own.tiny.seconds);
    const perByte = (seconds: readonly number[], { bytes }: Definition) => (median(seconds) - start) / bytes;
    return {
      'lint-100-redocly': medianRatio(all.redocly.seconds, all.saleskit.seconds),
      'lint-100-spectral': medianRatio(all.spectral.seconds, all.saleskit.seconds),
      'lint-100-memory':
        median(all.saleskit.megabytes) / Math.min(median(all.redocly.megabytes), median(all.spectral.megabytes)),
      'lint-100-time': median(all.saleskit.seconds),
      'lint-100-megabytes': median(all.saleskit.megabytes),
      'lint-one-redocly': medianRatio(one.redocly.seconds, one.saleskit.seconds),
      'lint-one-spectral': medianRatio(one.spectral.seconds, one.saleskit.seconds),
      'lint-one-time': median(one.saleskit.seconds),
      'lint-growth': perByte(own.large.seconds, large) / perByte(own.small.seconds, small),
      'lint-start': median(own.version.seconds) * 1000,
    };
  },
});

function build(): void {
  const args = [join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c', 'scripts/rolldown.config.ts'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed. ${stderr}`);
}

/** The three, each with the rules that it recommends (ours: all), telling of the same files as JSON. */
function lintersOf(
  definitions: readonly Definition[],
  { redocly, spectral, ruleset }: { redocly: string; spectral: string; ruleset: string },
) {
  const files = definitions.map(({ file }) => file);
  return {
    saleskit: ours(files),
    redocly: {
      args: [redocly, 'lint', '--extends=recommended', '--format=json', '--max-problems=100000', ...files],
      check: (printed: string) => mustName(files, printed, 'Redocly'),
    },
    spectral: {
      args: [spectral, 'lint', '--ruleset', ruleset, '--format=json', '--quiet', ...files],
      check: (printed: string) => mustName(files, printed, 'Spectral'),
    },
  } satisfies Record<string, WholeProcess>;
}

function ours(files: readonly string[]): WholeProcess {
  return {
    args: [saleskit, 'lint', '--format', 'json', ...files],
    check: (printed) => {
      const { packages } = JSON.parse(printed) as { packages: unknown[] };
      if (packages.length !== files.length) throw new Error(`saleskit tells of ${packages.length} packages.`);
    },
  };
}

/** Nearly every file has a finding: a linter that gave up half way names fewer. */
function mustName(files: readonly string[], printed: string, linter: string): void {
  const named = files.filter((file) => printed.includes(file.split('/').slice(-2).join('/')));
  if (named.length < files.length * 0.9)
    throw new Error(`${linter} tells of ${named.length} files of ${files.length}.`);
}
