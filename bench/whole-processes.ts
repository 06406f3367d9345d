/** Programs compared as whole processes, from their start to their end, with the most memory and the CPU time that each had. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WholeProcess {
  /** Arguments of this Node. */
  readonly args: readonly string[];
  /** Throws where what it printed is not what was asked for. Called once, before it is measured. */
  readonly check: (printed: string) => void;
}

export interface Measured {
  readonly seconds: number[];
  readonly megabytes: number[];
  /** Of all its threads. */
  readonly cpuSeconds: number[];
}

const recorder = join(import.meta.dirname, 'resource-recorder.cjs');
const mostPrinted = 500_000_000;

/** Each is run and checked once; then they take turns, in the opposite order in every other round. */
export function alternateProcesses<Name extends string>(
  processes: Readonly<Record<Name, WholeProcess>>,
  { rounds, folder, progress }: { rounds: number; folder: string; progress: (words: string) => void },
): Record<Name, Measured> {
  const names = Object.keys(processes) as Name[];
  const measured = Object.fromEntries(
    names.map((name) => [name, { seconds: [], megabytes: [], cpuSeconds: [] }]),
  ) as unknown as Record<Name, Measured>;
  for (const name of names) {
    progress(`First run: ${name}`);
    processes[name].check(run(processes[name].args, folder, 'pipe'));
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      progress(`${name}: round ${round + 1} of ${rounds}`);
      const began = performance.now();
      run(processes[name].args, folder, 'ignore');
      measured[name].seconds.push((performance.now() - began) / 1000);
      const [kibibytes, microseconds] = readFileSync(resourceFile(folder), 'utf8').split(' ').map(Number);
      measured[name].megabytes.push(((kibibytes ?? Number.NaN) * 1024) / 1e6);
      measured[name].cpuSeconds.push((microseconds ?? Number.NaN) / 1e6);
    }
  }
  return measured;
}

/** What it prints. Exit code 1 is that of findings. */
function run(args: readonly string[], folder: string, output: 'pipe' | 'ignore'): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', recorder, ...args], {
    cwd: folder,
    stdio: ['ignore', output, 'pipe'],
    encoding: 'utf8',
    maxBuffer: mostPrinted,
    env: { ...process.env, ...silence, BENCH_RESOURCE_FILE: resourceFile(folder) },
  });
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')} ended (${status}). ${stderr}`);
  return stdout ?? '';
}

/** Nobody calls home. */
const silence = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

const resourceFile = (folder: string) => join(folder, 'resources');
