import type { DatabaseSync } from 'node:sqlite';
import type { Store } from './store.ts';
import { tables } from './tables.ts';

/** Writes facts of a tenant in one transaction. */
export function sqliteWriter(database: DatabaseSync): Store['load'] {
  const writers = tables.map(({ name, columns, rows }) => {
    const names = ['tenant', ...Object.keys(columns)];
    const values = names.map(() => '?').join(', ');
    return { rows, into: database.prepare(`INSERT OR REPLACE INTO ${name} (${names.join(', ')}) VALUES (${values})`) };
  });
  return async (tenant, data) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const { rows, into } of writers) for (const row of rows(data)) into.run(tenant, ...row);
      database.exec('COMMIT');
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
}
