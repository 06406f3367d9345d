import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** Opens the store at a file's path, or a new one in memory (`:memory:`). */
export async function openStore(location: string): Promise<Store> {
  return openSqliteStore(location);
}
