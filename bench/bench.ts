/** What a run of the bench has: a folder, stores, servers; all of it gone when the process ends, however it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onServerCore } from './machine.ts';
import { type CommandLine, type Output, processesIn } from './processes.ts';

export interface Bench {
  /** Outside the repository. */
  readonly folder: string;
  /** The file of a store with so many generated records, ten activities a record; made once. */
  store(records: number): Promise<string>;
  /** Fills a store, a file or a PostgreSQL's URL, in the same way. */
  fill(store: string, records: number): Promise<void>;
  /** Starts a server on the core of the servers: a TypeScript or JavaScript file with its arguments. */
  start(file: string, args: readonly string[], options?: StartOptions): Promise<Server>;
  /** Shows how far it is; on a terminal only. */
  progress(words: string): void;
}

export interface StartOptions {
  /** Where it will listen, for a server that does not print its address on a line of its own. */
  readonly address: string;
  readonly output: Output;
}

export interface Server {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Contoso Hub's command. */
export const hubCommand = join(import.meta.dirname, '../contoso-hub/main.ts');

const patience = 30_000;

/** A bench; `placed` says whether servers get a core of their own. */
export function openBench(placed: boolean): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'saleskit-bench-'));
  const processes = processesIn(folder);
  const stores = new Map<number, Promise<string>>();
  process.on('exit', () => {
    processes.killAll();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = async (store: string, records: number) => {
    progress(`Generating ${records.toLocaleString('en')} records`);
    const command: CommandLine = [
      process.execPath,
      hubCommand,
      'generate',
      '--records',
      `${records}`,
      '--store',
      store,
    ];
    const { code, words } = await processes.run(command, 'ours').ended;
    if (code !== 0) throw new Error(`No data was generated (${code}). ${words}`);
  };
  const generate = async (records: number) => {
    const file = join(folder, `${records}.db`);
    await fill(file, records);
    return file;
  };

  return {
    folder,
    progress,
    fill,
    store(records) {
      const store = stores.get(records) ?? generate(records);
      stores.set(records, store);
      return store;
    },
    async start(file, args, options) {
      const command: CommandLine = [process.execPath, file, ...args];
      const { pid, firstLine, ended, stop } = processes.run(
        placed ? onServerCore(command) : command,
        options?.output ?? 'ours',
      );
      const failed = ended.then(({ code, words }) =>
        Promise.reject(new Error(`${command.join(' ')} ended (${code}). ${words}`)),
      );
      const address = await Promise.race([options ? reached(options.address) : firstLine, failed]);
      return { address, pid, stop };
    },
  };
}

function progress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
}

/** Waits until the address answers, whatever the answer is. */
async function reached(address: string): Promise<string> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const answer = await fetch(address).then(
      (response) => response.arrayBuffer(),
      () => undefined,
    );
    if (answer) return address;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at ${address} after ${patience / 1000} seconds.`);
}
