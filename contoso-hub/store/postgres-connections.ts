/** Connections to a PostgreSQL server: at most so many, each for one statement or transaction at a time. */
import pg from 'pg';
import { cancelStatement } from './postgres-cancel.ts';
import { isBroken, isLost, storeFailure } from './postgres-failures.ts';
import { fromPostgres } from './postgres-text.ts';

export interface PostgresConnections {
  /** The rows of a prepared statement, as arrays. Cancelled with the signal; asked again where its connection had broken. */
  ask(statement: Statement, signal?: AbortSignal): Promise<unknown[]>;
  /** Runs statements in one transaction, each within a minute or the milliseconds given; where `work` throws, nothing of it is stored. */
  transaction<T>(work: (run: Run) => Promise<T>, limit?: number): Promise<T>;
  /** Waits for what runs. */
  close(): Promise<void>;
}

export interface Statement {
  /** It is prepared once a connection by this name. */
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Runs a statement of a transaction; several, without values, where they stand in one text. */
export type Run = (statement: Statement | string) => Promise<unknown[]>;

/** Milliseconds. A user's call has 4500 in all; what is loaded may take longer. */
const patience = { connection: 2000, statement: 5000, transaction: 60_000, idle: 30_000 };
/** So much longer than the server does this process wait: then the network must be gone. */
const grace = 1000;

const bigint = 20;
const text = 25;
const readers = new Map<number, (value: string) => unknown>([
  [bigint, Number],
  [text, fromPostgres],
]);
const asItIs = (value: string) => value;

/** Connections to the server of a URL, `most` at a time; made when they are needed, again where they broke. */
export function postgresConnections(url: string, most: number): PostgresConnections {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: patience.connection,
    idleTimeoutMillis: patience.idle,
    statement_timeout: patience.statement,
    query_timeout: patience.statement + grace,
    keepAlive: true,
    fallback_application_name: 'contoso-hub',
    types: { getTypeParser: (type: number) => readers.get(type) ?? asItIs },
  });
  // A connection that breaks leaves the pool by itself; whoever was using it hears of it by the statement.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  const askOnce = async (statement: Statement, signal?: AbortSignal) => {
    const client = await pool.connect();
    let cancelled: Promise<void> | undefined;
    const cancel = () => {
      cancelled = cancelStatement(client);
    };
    let failure: unknown;
    try {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', cancel);
      return (await client.query({ ...statement, rowMode: 'array' })).rows as unknown[];
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      // Or the statement that comes next on this connection would be the one cancelled.
      await cancelled;
      client.release(isBroken(failure));
    }
  };

  /** After a restart of the server each connection of the pool may be a broken one, and leaves it when that shows. */
  const askUntilWhole = async (statement: Statement, signal?: AbortSignal, left = most): Promise<unknown[]> => {
    try {
      return await askOnce(statement, signal);
    } catch (error) {
      if (left === 0 || !isLost(error)) throw error;
      return askUntilWhole(statement, signal, left - 1);
    }
  };

  return {
    async ask(statement, signal) {
      try {
        return await askUntilWhole(statement, signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw storeFailure(error);
      }
    },
    async transaction(work, limit = patience.transaction) {
      const client = await pool.connect().catch((error) => {
        throw storeFailure(error);
      });
      const run: Run = async (statement) => {
        const config = typeof statement === 'string' ? { text: statement } : statement;
        const limits = { query_timeout: limit + grace, rowMode: 'array' as const };
        return (await client.query({ ...config, ...limits }).catch((error) => Promise.reject(storeFailure(error))))
          .rows;
      };
      let broken = false;
      try {
        await run(`BEGIN; SET LOCAL statement_timeout = ${limit}`);
        const result = await work(run);
        await run('COMMIT');
        return result;
      } catch (error) {
        await run('ROLLBACK').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
