/** A child process with all that it starts itself: its output line by line, its end, and how it is ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningChild {
  /** The last of what it said. */
  output(): string;
  /** How it ended, once it has: an exit code, a signal, or why it could not be started. */
  readonly ended: Promise<string | number>;
  hasEnded(): boolean;
  /** SIGTERM; what is still there after some milliseconds is killed. */
  end(graceMilliseconds: number): Promise<void>;
}

const outputKept = 64_000;
/** What others hold open of its output is not waited for longer. */
const lastWordsMilliseconds = 100;
/** Node writes what it has compiled when it ends; what is killed at the next change has written it by then. It starts in half the time. */
const keepCompiled = `data:text/javascript,${encodeURIComponent(
  "import module from 'node:module'; setTimeout(() => module.flushCompileCache?.(), 1000).unref();",
)}`;
const hasGroups = process.platform !== 'win32';

/** Starts a command in a folder, without a shell; `say` gets each line of its output. */
export function startChild(
  [program, ...args]: readonly [string, ...string[]],
  folder: string,
  say: (line: string) => void,
): RunningChild {
  const command = program === 'node' ? [process.execPath, '--import', keepCompiled, ...args] : [program, ...args];
  const child = spawn(command[0] ?? program, command.slice(1), {
    cwd: folder,
    detached: hasGroups,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      ...process.env,
      PATH: [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      output = `${output}${line}\n`.slice(-outputKept);
      say(line);
    });
  let isOver = false;
  const killNow = () => signal(child, 'SIGKILL');
  process.on('exit', killNow);
  const ended = new Promise<string | number>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? `${program} is not there` : error.message),
    );
    child.once('exit', (code, by) => {
      const how = code ?? by ?? 0;
      const timer = setTimeout(resolve, lastWordsMilliseconds, how);
      child.once('close', () => {
        clearTimeout(timer);
        resolve(how);
      });
    });
  }).then((how) => {
    isOver = true;
    process.off('exit', killNow);
    return how;
  });
  return {
    output: () => output,
    ended,
    hasEnded: () => isOver,
    async end(graceMilliseconds) {
      if (isOver) return;
      signal(child, 'SIGTERM');
      const timer = setTimeout(killNow, graceMilliseconds);
      await ended;
      clearTimeout(timer);
      // What it started may outlive it.
      killNow();
    },
  };
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(hasGroups ? -pid : pid, name);
  } catch {
    // It has ended already.
  }
}
