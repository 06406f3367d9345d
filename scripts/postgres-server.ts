/** A PostgreSQL server of one's own, for tests and the bench: in a new folder, on a free port, gone with this process. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';
import { ensurePostgres } from './postgresql.ts';

export interface PostgresServer {
  readonly port: number;
  /** The address of its one database, with the password of its owner. */
  readonly url: string;
  /** Ends it at once, as if it had crashed, and keeps its data. */
  stop(): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  /** Ends it, and removes all that is of it. */
  close(): Promise<void>;
}

export interface PostgresServerOptions {
  /** Whether what it has committed survives a crash of the machine; it costs time. */
  readonly durable?: boolean;
  /** What runs it, such as `taskset -c 2-3`. */
  readonly runBy?: readonly string[];
  /** Further settings, such as `max_connections=20`. */
  readonly settings?: readonly string[];
}

/** A shell that ends the server at the first line of its input; where that ends, this process is gone, however it went: then the folder goes too. */
const untilGone =
  '"$@" & server=$!; read -r _ || gone=1; kill -QUIT $server; wait $server; [ -z "$gone" ] || rm -rf "$0"';

export const postgresUser = 'hub';
export const postgresPassword = 'sesame';

/** Starts a server. Throws where PostgreSQL is not installed and cannot be, or does not start. */
export async function startPostgres({ durable = false, runBy = [], settings = [] }: PostgresServerOptions = {}) {
  const programs = ensurePostgres();
  const folder = mkdtempSync(join(tmpdir(), 'saleskit-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const owner = ownerOfData();
  let child: ChildProcess | undefined;

  const start = async () => {
    const options = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'timezone=UTC',
      ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
      ...settings,
    ].flatMap((setting) => ['-c', setting]);
    const args = [
      '-c',
      untilGone,
      folder,
      ...runBy,
      join(programs, 'postgres'),
      '-D',
      join(folder, 'data'),
      ...options,
    ];
    // In a session of its own: Ctrl-C ends the tests, and by that the server.
    child = spawn('sh', args, { ...owner, cwd: folder, detached: true, stdio: ['pipe', 'ignore', 'pipe'] });
    await readiness(child);
  };
  const stop = async () => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    running.stdin?.end('stop\n');
    await once(running, 'exit');
  };

  const port = await freePort();
  try {
    const password = join(folder, 'password');
    writeFileSync(password, postgresPassword);
    if (owner.uid !== undefined) for (const path of [folder, password]) chownSync(path, owner.uid, owner.gid);
    const options = ['--username', postgresUser, '--pwfile', password, '--auth', 'scram-sha-256', '--encoding', 'UTF8'];
    const { status, stderr } = spawnSync(
      join(programs, 'initdb'),
      ['-D', join(folder, 'data'), '--no-sync', '--no-locale', ...options],
      { ...owner, cwd: folder, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`initdb made no database in ${folder}: ${stderr}`);
    await start();
  } catch (error) {
    remove();
    throw error;
  }

  process.once('exit', remove);
  const server: PostgresServer = {
    port,
    url: `postgres://${postgresUser}:${postgresPassword}@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async close() {
      await stop();
      process.off('exit', remove);
      remove();
    },
  };
  return server;
}

/** PostgreSQL does not run as root: then it is Debian's user for it, or nobody. */
function ownerOfData(): { uid: number; gid: number } | { uid?: undefined } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string, user: string) => spawnSync('id', [option, user], { encoding: 'utf8' });
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name).status === 0);
  if (!user) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
  return { uid: Number(idOf('-u', user).stdout), gid: Number(idOf('-g', user).stdout) };
}

/** Waits until it takes connections. What it says until then is in the error where it ends. */
async function readiness(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
    lines.once('close', () => reject(new Error(`PostgreSQL does not start: ${said.join('\n')}`)));
  });
  lines.removeAllListeners('line').on('line', () => {});
}
