/** Contoso Hub as a process of its own, for tests of what crosses processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface HubProcess {
  readonly address: string;
  readonly pid: number;
  /** Its log so far, a line each; what is no JSON stands in `msg`. */
  log(): LogLine[];
  /** Waits for a line of the log about this request, of a warning or worse. */
  warningOf(requestId: string): Promise<LogLine>;
  /** Ends it, and gives the exit code. */
  close(): Promise<number | null>;
}

export interface LogLine {
  readonly level?: number;
  readonly requestId?: string;
  readonly msg: string;
  readonly [name: string]: unknown;
}

const warning = 40;

/** Starts it on a free port. */
export async function startHubProcess(args: readonly string[], environment: Record<string, string> = {}) {
  const command = ['contoso-hub/main.ts', '--port', '0', '--throttle', 'off', ...args];
  const child = spawn(process.execPath, command, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const ended = once(child, 'close') as Promise<[number | null]>;
  while (!stdout.includes('\n')) {
    await Promise.race([once(child.stdout, 'data'), ended]);
    if (child.exitCode !== null) throw new Error(stderr);
  }
  const log = () =>
    stderr
      .split('\n')
      .filter((line) => line !== '')
      .map(readLine);
  const running: HubProcess = {
    address: stdout.trim(),
    pid: child.pid ?? 0,
    log,
    async warningOf(requestId) {
      for (;;) {
        const found = log().find((line) => line.requestId === requestId && (line.level ?? 0) >= warning);
        if (found) return found;
        await once(child.stderr, 'data');
      }
    },
    async close() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
  return running;
}

function readLine(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return { msg: line };
  }
}
