/** The child processes of a run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

export type CommandLine = readonly [string, ...string[]];

/** Where a process writes to: to us, nowhere, or to a process of its own that reads it and throws it away. */
export type Output = 'ours' | 'discarded' | 'drained';

export interface RunningProcess {
  readonly pid: number;
  /** The first line that it prints to us. */
  readonly firstLine: Promise<string>;
  /** How it ended: its exit code, or the signal, and what it said on standard error to us. */
  readonly ended: Promise<{ readonly code: number | string; readonly words: string }>;
  stop(): Promise<void>;
}

export interface Processes {
  run(command: CommandLine, output: Output): RunningProcess;
  /** Ends all that run, at once. */
  killAll(): void;
}

const drainCommand = [process.execPath, '--eval', 'process.stdin.resume()'] as const;

/** Processes that run in a folder. */
export function processesIn(folder: string): Processes {
  const running = new Set<ChildProcess>();

  const start = ([file, ...args]: CommandLine, input: 'ignore' | 'pipe', output: 'ignore' | 'pipe' | Writable) => {
    const child = spawn(file, args, { cwd: folder, stdio: [input, output, output] });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  };

  /** The input of a new process that reads all of it. */
  const drain = () => start(drainCommand, 'pipe', 'ignore').stdin as Writable;

  return {
    run(command, output) {
      const sink = output === 'drained' ? drain() : undefined;
      const child = start(command, 'ignore', sink ?? (output === 'ours' ? 'pipe' : 'ignore'));
      sink?.destroy();
      const words = child.stderr ? text(child.stderr) : '';
      const ended = once(child, 'exit').then(async ([code, signal]) => ({ code: code ?? signal, words: await words }));
      return {
        pid: child.pid ?? 0,
        firstLine: child.stdout
          ? once(createInterface({ input: child.stdout }), 'line').then(([line]) => line)
          : never(),
        ended,
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      };
    },
    killAll() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
