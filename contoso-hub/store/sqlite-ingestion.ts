/** Events in SQLite: read with what is known, and written with what comes of them, in one transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { type HubEvent, timeOf } from '../events/event.ts';
import { outcomeOf, wantedBy } from '../events/facts-of-events.ts';
import { knownFacts } from './known-facts.ts';
import { inTransaction } from './sqlite-database.ts';
import type { sqliteWriter } from './sqlite-writer.ts';
import type { Ingested } from './store.ts';

/** The statements that read, each with the tenant as its first parameter and a JSON array of ids as its second. */
export const ingestionQueries = {
  knownEvents: 'SELECT id FROM event WHERE tenant = ? AND id IN (SELECT value FROM json_each(?))',
  subjects: 'SELECT facts FROM subject WHERE tenant = ? AND id IN (SELECT value FROM json_each(?))',
  // Left to itself, SQLite reads all agreements of the tenant: it takes the key for cheaper than the index.
  agreements: `SELECT subject, facts FROM agreement INDEXED BY agreement_by_id
    WHERE tenant = ? AND id IN (SELECT value FROM json_each(?))`,
  content: 'SELECT facts FROM content WHERE tenant = ? AND id IN (SELECT value FROM json_each(?))',
  versions: 'SELECT fact, at FROM fact_version WHERE tenant = ? AND fact IN (SELECT value FROM json_each(?))',
} as const;

/** Stores events of a tenant, all or none, but for those that are known. */
export function sqliteIngestion(
  database: DatabaseSync,
  write: ReturnType<typeof sqliteWriter>,
): (tenant: string, events: readonly HubEvent[]) => Ingested {
  const rows = <Row>(query: keyof typeof ingestionQueries) => {
    const statement = database.prepare(ingestionQueries[query]);
    statement.setReturnArrays(true);
    return (tenant: string, ids: readonly string[]): Row[] =>
      ids.length === 0 ? [] : (statement.all(tenant, JSON.stringify(ids)) as unknown[] as Row[]);
  };
  const knownEvents = rows<[id: string]>('knownEvents');
  const subjects = rows<[facts: string]>('subjects');
  const agreements = rows<[subject: string, facts: string]>('agreements');
  const content = rows<[facts: string]>('content');
  const versions = rows<[fact: string, at: number]>('versions');
  const addEvent = database.prepare('INSERT INTO event (tenant, id, at) VALUES (?, ?, ?)');
  const addVersion = database.prepare(
    `INSERT INTO fact_version (tenant, fact, at) VALUES (?, ?, ?)
     ON CONFLICT (tenant, fact) DO UPDATE SET at = excluded.at`,
  );

  const newOf = (tenant: string, events: readonly HubEvent[]): Map<string, HubEvent> => {
    const ids = events.map(({ id }) => id);
    const known = new Set(knownEvents(tenant, ids).map(([id]) => id));
    // Of several with the same id the first counts.
    return new Map(events.toReversed().flatMap((event) => (known.has(event.id) ? [] : [[event.id, event] as const])));
  };
  const known = (tenant: string, events: readonly HubEvent[]) => {
    const wanted = wantedBy(events);
    return knownFacts({
      subjects: subjects(tenant, wanted.subjects),
      agreements: agreements(tenant, wanted.agreements),
      content: content(tenant, wanted.content),
      versions: versions(tenant, wanted.versions),
    });
  };

  return (tenant, events) => {
    // What is known already costs no transaction: an import that is run again passes over it quickly.
    if (newOf(tenant, events).size === 0) return { stored: 0 };
    return inTransaction(database, () => {
      const fresh = newOf(tenant, events);
      const taken = events.filter((event) => fresh.get(event.id) === event);
      const outcome = outcomeOf(taken, known(tenant, taken));
      for (const event of taken) addEvent.run(tenant, event.id, timeOf(event));
      write(tenant, outcome.data);
      for (const { fact, at } of outcome.versions) addVersion.run(tenant, fact, at);
      return { stored: taken.length };
    });
  };
}
