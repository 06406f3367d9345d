/** The embedded store: SQLite in a file (WAL) or in memory. Every statement begins with the tenant and is bounded. */
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { bounds } from '../facts.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { sqliteWriter } from './sqlite-writer.ts';
import type { Store } from './store.ts';
import { type Queries, type QueryValue, storedFacts } from './stored-facts.ts';

/** The statements, each with the tenant as its first parameter. */
export const queries = {
  connection:
    'SELECT 1 FROM crm_connection WHERE tenant = ? AND type = coalesce(?, type) AND host = coalesce(?, host) LIMIT 1',
  record: `SELECT record.crm_type AS crmType, record.crm_host AS crmHost, subject.facts AS facts
    FROM record JOIN subject ON subject.tenant = record.tenant AND subject.id = record.subject
    WHERE record.tenant = ? AND record.type = ? AND record.id = ? LIMIT 10`,
  activities: `SELECT id, at, facts FROM activity
    WHERE tenant = ? AND subject = ? AND at <= ? AND at >= ? ORDER BY at DESC, id LIMIT ? OFFSET ?`,
  agreements: 'SELECT facts FROM agreement WHERE tenant = ? AND subject = ? ORDER BY at DESC, id LIMIT ? OFFSET ?',
  people: `SELECT facts FROM person WHERE tenant = ? AND email IN (SELECT value FROM json_each(?)) LIMIT ${bounds.people}`,
  acquaintances: `SELECT facts FROM acquaintance
    WHERE tenant = ? AND subject = ? ORDER BY meetings DESC LIMIT ${bounds.acquaintances}`,
  acquaintancesOfContact: `SELECT facts FROM acquaintance
    WHERE tenant = ? AND subject = ? AND contact = ? ORDER BY meetings DESC LIMIT ${bounds.acquaintances}`,
  stakeholders: `SELECT facts FROM stakeholder
    WHERE tenant = ? AND subject = ? ORDER BY power DESC, id LIMIT ${bounds.stakeholders}`,
  accountsNamed: `SELECT facts FROM subject
    WHERE tenant = ? AND kind = 'account' AND name_key = ? LIMIT ${bounds.accounts}`,
  accountsBeginning: `SELECT facts FROM subject
    WHERE tenant = ? AND kind = 'account' AND name_key >= ? AND name_key < ? ORDER BY name_key LIMIT ${bounds.accounts}`,
  content: `SELECT facts FROM content WHERE tenant = ? ORDER BY opened DESC, id LIMIT ${bounds.content}`,
} as const satisfies Queries;

/** Opens a store in a file, or a new one in memory. Throws an Error in words. */
export function openSqliteStore(location: string): Store {
  const database = openSqliteDatabase(location);
  const prepared = Object.fromEntries(
    Object.entries(queries).map(([name, sql]) => [name, database.prepare(sql)]),
  ) as Record<keyof Queries, StatementSync>;
  for (const statement of Object.values(prepared)) statement.setReturnArrays(true);

  return {
    ...storedFacts((query, { tenant }, ...values) => prepared[query].all(tenant, ...values.map(bindable))),
    load: sqliteWriter(database),
    // A file has one instance that writes.
    async fillWhenEmpty(fill) {
      if (database.prepare('SELECT 1 FROM crm_connection LIMIT 1').get() === undefined) await fill();
    },
    async ready() {
      database.prepare('SELECT 1 FROM crm_connection LIMIT 1').get();
    },
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

/** SQLite has no lists: they go as JSON. */
function bindable(value: QueryValue): SQLInputValue {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
