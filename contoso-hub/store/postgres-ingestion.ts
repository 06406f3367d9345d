/** Events in PostgreSQL: read with what is known, and written with what comes of them, in one transaction. */
import { type HubEvent, timeOf } from '../events/event.ts';
import { outcomeOf, wantedBy } from '../events/facts-of-events.ts';
import { type KnownRows, knownFacts } from './known-facts.ts';
import type { PostgresConnections, Run } from './postgres-connections.ts';
import { aloneWith } from './postgres-locks.ts';
import { toPostgres } from './postgres-text.ts';
import { writeFacts, writeRows } from './postgres-writer.ts';
import type { Store } from './store.ts';
import { versionTable } from './tables.ts';

/** Milliseconds that a statement may take; the first waits for other instances that take in events of the tenant. */
const patience = 5000;

/** The statements that read, each with the tenant as its first parameter and ids as its second. */
export const ingestionQueries = {
  subjects: 'SELECT facts FROM contoso_hub.subject WHERE tenant = $1 AND id = ANY($2::text[])',
  agreements: 'SELECT subject, facts FROM contoso_hub.agreement WHERE tenant = $1 AND id = ANY($2::text[])',
  content: 'SELECT facts FROM contoso_hub.content WHERE tenant = $1 AND id = ANY($2::text[])',
  versions: 'SELECT fact, at FROM contoso_hub.fact_version WHERE tenant = $1 AND fact = ANY($2::text[])',
} as const satisfies Record<keyof KnownRows, string>;

/** Keeps the ids of events, and gives those that are new. */
export const eventInsertion = `INSERT INTO contoso_hub.event (tenant, id, at)
    SELECT $1, * FROM unnest($2::text[], $3::bigint[]) AS given(id, at) ORDER BY id
    ON CONFLICT (tenant, id) DO NOTHING RETURNING id`;

/** Stores events of a tenant, all or none, but for those that are known; one batch of the tenant at a time, whoever sends it. */
export function postgresIngestion(connections: PostgresConnections): Store['ingest'] {
  return (tenant, events) =>
    connections.repeatable(async (run) => {
      await aloneWith(run, tenant);
      const taken = await newOf(run, tenant, events);
      if (taken.length === 0) return { stored: 0 };
      const { data, versions } = outcomeOf(taken, knownFacts(await knownRows(run, tenant, taken)));
      await writeFacts(run, tenant, data);
      const rows = versions.map(({ fact, at }) => [fact, at]);
      await writeRows(run, versionTable, tenant, rows);
      return { stored: taken.length };
    }, patience);
}

async function newOf(run: Run, tenant: string, events: readonly HubEvent[]): Promise<HubEvent[]> {
  // Of several with the same id the first counts.
  const first = new Map(events.toReversed().map((event) => [event.id, event]));
  const given = [...first.values()];
  const values = [toPostgres(tenant), given.map(({ id }) => toPostgres(id)), given.map(timeOf)];
  const rows = (await run({ name: 'into event', text: eventInsertion, values })) as [id: string][];
  const fresh = new Set(rows.map(([id]) => id));
  return events.filter((event) => fresh.has(event.id) && first.get(event.id) === event);
}

async function knownRows(run: Run, tenant: string, events: readonly HubEvent[]): Promise<KnownRows> {
  const wanted = wantedBy(events);
  const read = async <List extends keyof KnownRows>(list: List): Promise<KnownRows[List]> => {
    if (wanted[list].length === 0) return [];
    const values = [toPostgres(tenant), wanted[list].map(toPostgres)];
    return (await run({ name: `known ${list}`, text: ingestionQueries[list], values })) as KnownRows[List];
  };
  return {
    subjects: await read('subjects'),
    agreements: await read('agreements'),
    content: await read('content'),
    versions: await read('versions'),
  };
}
