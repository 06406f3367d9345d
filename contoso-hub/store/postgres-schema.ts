import { UsageError } from '../usage-error.ts';
import type { PostgresConnections, Run } from './postgres-connections.ts';
import { postgresMigrations } from './postgres-migrations.ts';

/** Locks of ours in PostgreSQL's common space of them: "CHub" and what it is for. */
const application = 0x43487562;
const locks = { schema: 1, filling: 2 } as const;

/** Milliseconds: an index on a large table takes its time. */
const longestMigration = 3_600_000;

/** Waits until no other instance does the same, until the end of the transaction. */
export async function alone(run: Run, what: keyof typeof locks): Promise<void> {
  await run(`SELECT pg_advisory_xact_lock(${application}, ${locks[what]})`);
}

/** Brings the schema up to date, one instance at a time. Where it is so already, nothing but reading is done. */
export async function migrate(connections: PostgresConnections): Promise<void> {
  const isNewest = await connections.transaction(async (run) => (await versionIn(run)) === postgresMigrations.length);
  if (isNewest) return;
  await connections.transaction(async (run) => {
    await alone(run, 'schema');
    const version = await versionIn(run);
    if (version > postgresMigrations.length) {
      throw new UsageError(
        `The store was written by a newer version (schema ${version}, this one knows ${postgresMigrations.length}). Start that version, or give another database with --store.`,
      );
    }
    if (version === 0) {
      await run('CREATE SCHEMA contoso_hub; CREATE TABLE contoso_hub.schema_version AS SELECT 0::bigint AS version');
    }
    for (const migration of postgresMigrations.slice(version)) await run(migration);
    await run(`UPDATE contoso_hub.schema_version SET version = ${postgresMigrations.length}`);
  }, longestMigration);
}

/** How many migrations were applied; 0 where there is no schema. Read from the catalogue: to_regclass remembers what it did not find. */
async function versionIn(run: Run): Promise<number> {
  const tables = await run("SELECT FROM pg_tables WHERE schemaname = 'contoso_hub' AND tablename = 'schema_version'");
  if (tables.length === 0) return 0;
  const [[version]] = (await run('SELECT version FROM contoso_hub.schema_version')) as [[number]];
  return version;
}
