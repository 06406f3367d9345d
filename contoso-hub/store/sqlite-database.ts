import { DatabaseSync } from 'node:sqlite';
import { sqliteMigrations } from './sqlite-migrations.ts';

/** Marks a file as a store of Contoso Hub ("CHub"). */
const applicationId = 0x43487562;

/** Opens a file, or memory, with the newest schema. Throws an Error in words where the file is none of ours. */
export function openSqliteDatabase(location: string): DatabaseSync {
  const database = new DatabaseSync(location, { timeout: 1000 });
  try {
    refuseForeign(database);
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456',
    );
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function refuseForeign(database: DatabaseSync): void {
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  if (tables > 0 && pragma(database, 'application_id') !== applicationId) {
    throw new Error('it is a database of another application');
  }
}

/** Brings the schema up to date, one instance at a time. */
function migrate(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = pragma(database, 'user_version');
    if (version > sqliteMigrations.length) {
      throw new Error(
        `it was written by a newer version (schema ${version}, this one knows ${sqliteMigrations.length})`,
      );
    }
    for (const migration of sqliteMigrations.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${sqliteMigrations.length}; PRAGMA application_id = ${applicationId}; COMMIT`);
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
}
