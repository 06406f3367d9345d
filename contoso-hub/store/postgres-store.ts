/** The store for many instances: PostgreSQL. Every statement begins with the tenant and is bounded. */
import { bounds } from '../facts.ts';
import { postgresConnections } from './postgres-connections.ts';
import { openingFailure } from './postgres-failures.ts';
import { alone, migrate } from './postgres-schema.ts';
import { toPostgres } from './postgres-text.ts';
import { postgresWriter } from './postgres-writer.ts';
import type { Store } from './store.ts';
import { type Queries, type QueryValue, storedFacts } from './stored-facts.ts';

/** The statements, each with the tenant as its first parameter. */
export const queries = {
  connection: `SELECT 1 FROM contoso_hub.crm_connection
    WHERE tenant = $1 AND type = coalesce($2, type) AND host = coalesce($3, host) LIMIT 1`,
  record: `SELECT record.crm_type, record.crm_host, subject.facts
    FROM contoso_hub.record JOIN contoso_hub.subject ON subject.tenant = record.tenant AND subject.id = record.subject
    WHERE record.tenant = $1 AND record.type = $2 AND record.id = $3 LIMIT 10`,
  activities: `SELECT id, at, facts FROM contoso_hub.activity
    WHERE tenant = $1 AND subject = $2 AND minus_at >= -$3::bigint AND minus_at <= -$4::bigint
    ORDER BY minus_at, id LIMIT $5 OFFSET $6`,
  agreements: `SELECT facts FROM contoso_hub.agreement
    WHERE tenant = $1 AND subject = $2 ORDER BY at DESC, id LIMIT $3 OFFSET $4`,
  people: `SELECT facts FROM contoso_hub.person WHERE tenant = $1 AND email = ANY($2::text[]) LIMIT ${bounds.people}`,
  acquaintances: `SELECT facts FROM contoso_hub.acquaintance
    WHERE tenant = $1 AND subject = $2 ORDER BY meetings DESC LIMIT ${bounds.acquaintances}`,
  acquaintancesOfContact: `SELECT facts FROM contoso_hub.acquaintance
    WHERE tenant = $1 AND subject = $2 AND contact = $3 ORDER BY meetings DESC LIMIT ${bounds.acquaintances}`,
  stakeholders: `SELECT facts FROM contoso_hub.stakeholder
    WHERE tenant = $1 AND subject = $2 ORDER BY power DESC, id LIMIT ${bounds.stakeholders}`,
  accountsNamed: `SELECT facts FROM contoso_hub.subject
    WHERE tenant = $1 AND kind = 'account' AND name_key = $2 LIMIT ${bounds.accounts}`,
  accountsBeginning: `SELECT facts FROM contoso_hub.subject
    WHERE tenant = $1 AND kind = 'account' AND name_key >= $2 AND name_key < $3 ORDER BY name_key LIMIT ${bounds.accounts}`,
  content: `SELECT facts FROM contoso_hub.content WHERE tenant = $1 ORDER BY opened DESC, id LIMIT ${bounds.content}`,
} as const satisfies Queries;

/** The one question that is about every tenant; it is asked when an instance starts. */
const anyConnection = 'SELECT 1 FROM contoso_hub.crm_connection LIMIT 1';

/**
 * Opens the store in a database of PostgreSQL, with at most so many connections, and brings its schema up to date.
 * Throws a UsageError or an UnreachableError where that cannot be.
 */
export async function openPostgresStore(url: string, mostConnections: number): Promise<Store> {
  const connections = postgresConnections(url, mostConnections);
  try {
    await migrate(connections);
  } catch (error) {
    await connections.close();
    throw openingFailure(error, url);
  }
  let closing: Promise<void> | undefined;

  return {
    ...storedFacts((query, { tenant, signal }, ...values) =>
      connections.ask({ name: query, text: queries[query], values: [tenant, ...values].map(stored) }, signal),
    ),
    load: postgresWriter(connections),
    fillWhenEmpty: (fill) =>
      connections.transaction(async (run) => {
        await alone(run, 'filling');
        if ((await run(anyConnection)).length === 0) await fill();
      }),
    async ready() {
      await connections.ask({ name: 'ready', text: 'SELECT 1', values: [] });
    },
    close() {
      closing ??= connections.close();
      return closing;
    },
  };
}

function stored(value: QueryValue): QueryValue {
  if (typeof value === 'string') return toPostgres(value);
  return typeof value === 'object' && value !== null ? value.map(toPostgres) : value;
}
