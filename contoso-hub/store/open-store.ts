import { UsageError } from '../usage-error.ts';
import { withTroubleTold } from './engine-trouble.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';
import { defaultConnections, isPostgres, storeName } from './store-location.ts';

/**
 * Opens the store at a file's path, a new one in memory (`:memory:`), or one in a database of PostgreSQL
 * (`postgres://…`, with so many connections at most). Throws a UsageError or an UnreachableError where that cannot be.
 */
export async function openStore(location: string, mostConnections = defaultConnections): Promise<Store> {
  if (isPostgres(location)) return (await loadPostgres()).openPostgresStore(location, mostConnections);
  try {
    return withTroubleTold(openSqliteStore(location), location);
  } catch (cause) {
    const words = `The store ${storeName(location)} cannot be opened: ${(cause as Error).message}. Give another file with --store.`;
    throw new UsageError(words, { cause });
  }
}

/** The driver is a package that one may leave out. */
async function loadPostgres() {
  try {
    return await import('./postgres-store.ts');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new UsageError('A store in PostgreSQL needs the package pg. Install it, or give a file with --store.', {
      cause,
    });
  }
}
