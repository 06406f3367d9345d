/** Locks of ours in PostgreSQL. Each is held until its transaction ends, however that ends. */
import type { Run } from './postgres-connections.ts';
import { toPostgres } from './postgres-text.ts';

/** "CHub": whose the locks are, in a space that a database's applications share. */
const application = 0x43487562;
const locks = { schema: 1, filling: 2 } as const;

/** The statement that waits until no other instance takes in events of the tenant. */
export const tenantLock = `SELECT pg_advisory_xact_lock(hashtextextended($1, ${application}))`;

/** Waits until no other instance does the same. */
export async function alone(run: Run, what: keyof typeof locks): Promise<void> {
  await run(`SELECT pg_advisory_xact_lock(${application}, ${locks[what]})`);
}

/** Waits until no other instance takes in events of the tenant. */
export async function aloneWith(run: Run, tenant: string): Promise<void> {
  await run({ name: 'tenant lock', text: tenantLock, values: [toPostgres(tenant)] });
}
