import type { DatabaseSync } from 'node:sqlite';
import type { HubData } from './hub-data.ts';
import { tables } from './tables.ts';

/** Writes facts of a tenant, within a transaction that is open. */
export function sqliteWriter(database: DatabaseSync): (tenant: string, data: HubData) => void {
  const writers = tables.map(({ name, columns, rows }) => {
    const names = ['tenant', ...Object.keys(columns)];
    const values = names.map(() => '?').join(', ');
    return { rows, into: database.prepare(`INSERT OR REPLACE INTO ${name} (${names.join(', ')}) VALUES (${values})`) };
  });
  return (tenant, data) => {
    for (const { rows, into } of writers) for (const row of rows(data)) into.run(tenant, ...row);
  };
}
