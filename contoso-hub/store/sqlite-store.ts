/** The embedded store: SQLite in a file (WAL) or in memory. Every statement begins with the tenant and is bounded. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { CrmReference } from 'saleskit/connector';
import {
  type Acquaintance,
  type Activity,
  type Agreement,
  bounds,
  type Content,
  type CrmConnection,
  type Person,
  type RecordReference,
  type Stakeholder,
  type Subject,
} from '../facts.ts';
import { notConnected, recordNotFound } from '../failures.ts';
import { nameKey } from './name-key.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { sqliteWriter } from './sqlite-writer.ts';
import type { Store } from './store.ts';

/** The statements, each with the tenant as its first parameter. */
export const queries = {
  connection:
    'SELECT 1 FROM crm_connection WHERE tenant = ? AND (? IS NULL OR type = ?) AND (? IS NULL OR host = ?) LIMIT 1',
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
} as const;

interface RecordRow {
  crmType: CrmConnection['type'];
  crmHost: string;
  facts: string;
}

export function openSqliteStore(location: string): Store {
  const database = openSqliteDatabase(location);
  const prepared = Object.fromEntries(
    Object.entries(queries).map(([name, sql]) => [name, database.prepare(sql)]),
  ) as Record<keyof typeof queries, ReturnType<DatabaseSync['prepare']>>;

  // Rows as arrays, and one JSON.parse for all: a timeline is what is asked for most (4 % of a request).
  prepared.activities.setReturnArrays(true);

  const all = <Row>(query: keyof typeof queries, ...values: SQLInputValue[]): Row[] =>
    prepared[query].all(...values) as Row[];
  const facts = <Fact>(query: keyof typeof queries, ...values: SQLInputValue[]): Fact[] =>
    all<{ facts: string }>(query, ...values).map((row) => JSON.parse(row.facts) as Fact);

  const isConnected = (tenant: string, { type = null, host = null }: Partial<Record<'type' | 'host', string | null>>) =>
    all('connection', tenant, type, type, host, host).length > 0;

  const checkConnection = (tenant: string, crm: CrmReference) => {
    if (!isConnected(tenant, crm)) throw notConnected();
  };
  const subjectOf = (tenant: string, { type, id, crm }: RecordReference): Subject => {
    const rows = all<RecordRow>('record', tenant, type, id);
    const row = rows.find(
      ({ crmType, crmHost }) => (crm.type ?? crmType) === crmType && (crm.host ?? crmHost) === crmHost,
    );
    if (row) return JSON.parse(row.facts) as Subject;
    checkConnection(tenant, crm);
    throw recordNotFound({ type, id });
  };

  return {
    async checkConnection({ tenant }, crm) {
      checkConnection(tenant, crm);
    },
    async subjectOf({ tenant }, reference) {
      return subjectOf(tenant, reference);
    },
    async activities({ tenant }, subject, { from = 0, to = Number.MAX_SAFE_INTEGER, limit, offset }) {
      const rows = all<[id: string, at: number, facts: string]>('activities', tenant, subject, to, from, limit, offset);
      const facts = JSON.parse(`[${rows.map((row) => row[2]).join(',')}]`) as Activity['facts'][];
      return rows.map(([id, at], index): Activity => ({ id, at, facts: facts[index] as Activity['facts'] }));
    },
    async agreements({ tenant }, subject, { limit, offset }) {
      return facts<Agreement>('agreements', tenant, subject, limit, offset);
    },
    async people({ tenant }, emails) {
      return facts<Person>('people', tenant, JSON.stringify(emails.slice(0, bounds.people)));
    },
    async acquaintances({ tenant }, account, contact) {
      return contact === undefined
        ? facts<Acquaintance>('acquaintances', tenant, account)
        : facts<Acquaintance>('acquaintancesOfContact', tenant, account, contact);
    },
    async stakeholders({ tenant }, account) {
      return facts<Stakeholder>('stakeholders', tenant, account);
    },
    async accounts({ tenant }, name) {
      const key = nameKey(name);
      const named = facts<Subject>('accountsNamed', tenant, key);
      return named.length > 0 ? named : facts<Subject>('accountsBeginning', tenant, `${key} `, `${key}!`);
    },
    async content({ tenant }) {
      return facts<Content>('content', tenant);
    },
    load: sqliteWriter(database),
    async isEmpty() {
      return database.prepare('SELECT 1 FROM crm_connection LIMIT 1').get() === undefined;
    },
    async ready() {
      database.prepare('SELECT 1 FROM crm_connection LIMIT 1').get();
    },
    async close() {
      if (database.isOpen) database.close();
    },
  };
}
