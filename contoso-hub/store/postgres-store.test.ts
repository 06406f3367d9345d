import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../scripts/free-port.ts';
import { type PostgresServer, postgresPassword, startPostgres } from '../../scripts/postgres-server.ts';
import { readCommand, type ServeSettings } from '../command-line.ts';
import { loadSample, sampleTenant } from '../data/sample.ts';
import { serve } from '../serve.ts';
import { UnreachableError, UsageError } from '../usage-error.ts';
import { openStore } from './open-store.ts';
import { postgresMigrations } from './postgres-migrations.ts';
import { queries } from './postgres-store.ts';
import { insertions } from './postgres-writer.ts';
import { storeCases } from './store.cases.ts';
import type { Store } from './store.ts';
import { tables } from './tables.ts';

let server: PostgresServer;
let admin: pg.Pool;
let databases = 0;

const withDatabase = (name: string) => Object.assign(new URL(server.url), { pathname: name }).href;

async function newDatabase(): Promise<string> {
  const name = `store_${databases++}`;
  await admin.query(`CREATE DATABASE ${name}`);
  return withDatabase(name);
}

async function opened(url: string, connections?: number): Promise<Store> {
  const store = await openStore(url, connections);
  onTestFinished(() => store.close());
  return store;
}

const rowsIn = async (url: string, sql: string, values: unknown[] = []) => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql, values);
  await client.end();
  return rows;
};

beforeAll(async () => {
  server = await startPostgres();
  admin = new pg.Pool({ connectionString: server.url, max: 1 });
  admin.on('error', () => {});
});
afterAll(async () => {
  await admin?.end();
  await server?.close();
});

describe('on a server', () => {
  let url: string;
  let cleaner: pg.Client;
  beforeAll(async () => {
    url = await newDatabase();
    await (await openStore(url)).close();
    cleaner = new pg.Client(url);
    await cleaner.connect();
  });
  afterAll(() => cleaner.end());

  storeCases('PostgreSQL', async () => {
    await cleaner.query(tables.map(({ name }) => `DELETE FROM contoso_hub.${name}`).join(';'));
    return openStore(url);
  });
});

test('several instances may start at once: the schema is made once, and filled once', async () => {
  const url = await newDatabase();
  let fills = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const store = await opened(url, 2);
      await store.fillWhenEmpty(async () => {
        fills++;
        await loadSample(store);
      });
      expect(await store.accounts({ tenant: sampleTenant }, 'Fourth Coffee')).toHaveLength(1);
    }),
  );
  expect(fills).toBe(1);
  expect(await rowsIn(url, 'SELECT version FROM contoso_hub.schema_version')).toEqual([
    { version: String(postgresMigrations.length) },
  ]);
});

test('several may write the same at once, in any order', async () => {
  const url = await newDatabase();
  const store = await opened(url);
  const subject = (id: string) => ({ id, kind: 'account' as const, name: id, account: id, accountName: id });
  const subjects = Array.from({ length: 200 }, (_, index) => subject(`account-${index}`));
  await Promise.all(
    [subjects, subjects.toReversed(), subjects].map((each) => store.load('tenant', { subjects: [...each, ...each] })),
  );
  expect(await rowsIn(url, 'SELECT count(*)::int FROM contoso_hub.subject')).toEqual([{ count: subjects.length }]);
});

describe('what is asked', () => {
  let client: pg.Client;
  beforeAll(async () => {
    const url = await newDatabase();
    await (await openStore(url)).close();
    client = new pg.Client(url);
    await client.connect();
    // The table is small here: what a large one would be read by is what counts, whatever the values are.
    await client.query(
      'SET enable_seqscan = off; SET enable_bitmapscan = off; SET plan_cache_mode = force_generic_plan',
    );
  });
  afterAll(() => client.end());

  test.each(Object.entries(queries))(
    'the query %s begins with the tenant and is read from an index, without sorting',
    async (name, sql) => {
      await client.query(`PREPARE "${name}" AS ${sql}`);
      const values = new Set(sql.match(/\$\d+/g)).size;
      const { rows } = await client.query(`EXPLAIN EXECUTE "${name}"(${Array(values).fill('NULL').join(', ')})`);
      const plan = rows.map((row) => row['QUERY PLAN'] as string);
      const scans = plan.filter((step) => /Scan/.test(step));
      expect(scans.length).toBeGreaterThan(0);
      for (const scan of scans) expect(scan).toMatch(/Index (Only )?Scan/);
      const conditions = plan.filter((step) => /Index Cond:/.test(step));
      expect(conditions).toHaveLength(scans.length);
      for (const condition of conditions) expect(condition).toMatch(/Index Cond: \(+tenant = \(?(\$1|record\.tenant)/);
      expect(plan.join('\n')).not.toMatch(/Sort/);
      expect(sql).toMatch(/WHERE (record\.)?tenant = \$1 /);
    },
  );

  test.each(Object.entries(insertions))('what is written to %s begins with the tenant', (_table, sql) => {
    expect(sql).toMatch(/^INSERT INTO contoso_hub\.\w+ \(tenant, .*\s+SELECT \$1, /);
    expect(sql).toMatch(/ON CONFLICT \(tenant, /);
  });

  test('every key begins with the tenant', async () => {
    const { rows } = await client.query(
      `SELECT t.relname AS table, i.indisprimary AS primary, a.attname AS first FROM pg_index i
       JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] WHERE n.nspname = 'contoso_hub'`,
    );
    expect(new Set(rows.map(({ first }) => first))).toEqual(new Set(['tenant']));
    const primary = rows.filter((row) => row.primary).map(({ table }) => table);
    expect(primary.toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });
});

describe('where time is up', () => {
  const asker = { tenant: 'tenant' };
  let url: string;
  let store: Store;
  let blocker: pg.Client;
  beforeAll(async () => {
    url = await newDatabase();
    store = await openStore(url, 2);
    blocker = new pg.Client(url);
    await blocker.connect();
  });
  afterAll(async () => {
    await blocker.end();
    await store.close();
  });
  beforeEach(async () => {
    await blocker.query('BEGIN; LOCK TABLE contoso_hub.content');
    onTestFinished(async () => void (await blocker.query('ROLLBACK')));
  });
  const waiting = async () => {
    for (;;) {
      const { rows } = await blocker.query(
        `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      // What this transaction sees of others, it keeps.
      await blocker.query('SELECT pg_stat_clear_snapshot()');
      if (rows[0].count > 0) return;
    }
  };

  test('the statement is cancelled on the server, and its connection serves the next', async () => {
    const ending = new AbortController();
    const asked = store.content({ ...asker, signal: ending.signal });
    asked.catch(() => {});
    await waiting();
    ending.abort(new Error('time is up'));
    await expect(asked).rejects.toThrow('time is up');
    const [{ count }] = await rowsIn(
      url,
      `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(count).toBe(0);
    expect(await store.agreements(asker, 'x', { limit: 1, offset: 0 })).toEqual([]);
  });

  test('nothing is asked of the server any more', async () => {
    await expect(store.content({ ...asker, signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
  });

  test('more questions than connections wait no longer than two seconds', async () => {
    const ending = new AbortController();
    const asked = [1, 2].map(() => store.content({ ...asker, signal: ending.signal }));
    for (const each of asked) each.catch(() => {});
    await expect(store.ready()).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      headers: { 'retry-after': '1' },
    });
    ending.abort(new Error('over'));
    await Promise.allSettled(asked);
    await store.ready();
  });
});

test('Contoso Hub lives through a restart of the server, and says meanwhile that it is not ready', async () => {
  const args = ['--store', await newDatabase(), '--port', '0', '--log-level', 'silent'];
  const hub = await serve(readCommand(args, {}) as ServeSettings);
  onTestFinished(() => hub.close());
  const deal = '/api/enhanceskills/related-activities?recordType=opportunity&recordId=0065i00000A1CaFAAV';
  const answers = () => Promise.all(['/health/ready', deal].map((path) => fetch(hub.address + path)));
  const statuses = async () => (await answers()).map(({ status }) => status);

  expect(await statuses()).toEqual([200, 200]);
  await server.stop();
  const [ready, refused] = await answers();
  expect([ready?.status, refused?.status]).toEqual([503, 503]);
  expect(refused?.headers.get('retry-after')).toBe('1');
  expect(await refused?.json()).toMatchObject({ errorCode: 'SERVICE_UNAVAILABLE' });
  await server.start();
  expect(await statuses()).toEqual([200, 200]);
});

test('connections that an operator ends are not noticed', async () => {
  const url = await newDatabase();
  const store = await opened(url);
  await Promise.all(Array.from({ length: 5 }, () => store.ready()));
  const ended = admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'contoso-hub'`,
  );
  await Promise.all([ended, ...Array.from({ length: 20 }, () => store.ready())]);
});

describe('what goes wrong at the start is told, without the password', () => {
  const wrong = (part: 'hostname' | 'password' | 'port' | 'username', value: string) =>
    Object.assign(new URL(server.url), { [part]: value }).href;
  let free: number;
  beforeAll(async () => {
    free = await freePort();
    await admin.query(`CREATE ROLE guest LOGIN PASSWORD '${postgresPassword}'`);
  });

  test.each<[string, () => string, RegExp, typeof UsageError | typeof UnreachableError]>([
    [
      'nobody listens',
      () => wrong('port', String(free)),
      /127\.0\.0\.1:\d+\/postgres cannot be opened: nobody listens there\. Start PostgreSQL/,
      UnreachableError,
    ],
    [
      'no such host',
      () => wrong('hostname', 'no-such-host.invalid'),
      /no-such-host\.invalid:.*there is no such host/,
      UnreachableError,
    ],
    ['another password', () => wrong('password', 'wrong-password'), /wants the right password/, UsageError],
    ['no password', () => wrong('password', ''), /wants the right password/, UsageError],
    [
      'no such database',
      () => withDatabase('nowhere'),
      /\/nowhere cannot be opened: it has no such database\. Make it with createdb/,
      UsageError,
    ],
    ['a user who may not make the schema', () => wrong('username', 'guest'), /GRANT CREATE ON DATABASE/, UsageError],
    ['TLS that the server has not', () => `${server.url}?sslmode=verify-full`, /no secure connection/, UsageError],
    ['no address at all', () => 'postgres://hub:sesame@:x/y', /postgres:\/\/… cannot be opened/, UsageError],
  ])('%s', async (_what, location, words, kind) => {
    const failure = (await openStore(location()).catch((error: Error) => error)) as Error;
    expect(failure).toBeInstanceOf(kind);
    const { message } = failure;
    expect(message).toMatch(words);
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/sesame|wrong-password/);
  });
});
