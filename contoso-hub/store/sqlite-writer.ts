import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Agreement, StakeholderRole } from '../facts.ts';
import type { HubData } from './hub-data.ts';
import { nameKey } from './name-key.ts';
import type { Store } from './store.ts';

const power: Readonly<Record<StakeholderRole, number>> = {
  'decision-maker': 50,
  'economic-buyer': 40,
  champion: 30,
  influencer: 20,
  evaluator: 10,
};

/** Writes facts of a tenant in one transaction. */
export function sqliteWriter(database: DatabaseSync): Store['load'] {
  const into = (table: string, columns: number): StatementSync =>
    database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  const connection = into('crm_connection', 3);
  const subject = into('subject', 5);
  const record = into('record', 6);
  const activity = into('activity', 5);
  const agreement = into('agreement', 5);
  const person = into('person', 4);
  const acquaintance = into('acquaintance', 6);
  const stakeholder = into('stakeholder', 5);
  const content = into('content', 4);

  const write = (tenant: string, data: HubData) => {
    for (const { type, host } of data.connections ?? []) connection.run(tenant, type, host);
    for (const facts of data.subjects ?? []) {
      subject.run(tenant, facts.id, facts.kind, nameKey(facts.name), JSON.stringify(facts));
    }
    for (const { type, id, crm, subject } of data.records ?? [])
      record.run(tenant, type, id, crm.host, crm.type, subject);
    for (const { subject, at, id, facts } of data.activities ?? [])
      activity.run(tenant, subject, at, id, JSON.stringify(facts));
    for (const { subject, ...facts } of data.agreements ?? []) {
      agreement.run(tenant, subject, facts.id, facts.at, JSON.stringify(facts satisfies Agreement));
    }
    for (const facts of data.people ?? []) person.run(tenant, facts.email, facts.account, JSON.stringify(facts));
    for (const { subject, ...facts } of data.acquaintances ?? []) {
      acquaintance.run(tenant, subject, facts.contact, facts.colleague, facts.meetings, JSON.stringify(facts));
    }
    for (const { subject, ...facts } of data.stakeholders ?? []) {
      stakeholder.run(tenant, subject, facts.id, power[facts.role], JSON.stringify(facts));
    }
    for (const facts of data.content ?? []) content.run(tenant, facts.id, facts.opened, JSON.stringify(facts));
  };

  return async (tenant, data) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      write(tenant, data);
      database.exec('COMMIT');
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
}
