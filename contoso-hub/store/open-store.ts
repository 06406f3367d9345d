import { UsageError } from '../usage-error.ts';
import { withTroubleTold } from './engine-trouble.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** Opens the store at a file's path, or a new one in memory (`:memory:`). Throws a UsageError where that cannot be. */
export async function openStore(location: string): Promise<Store> {
  try {
    return withTroubleTold(openSqliteStore(location), location);
  } catch (cause) {
    const words = `The store ${location} cannot be opened: ${(cause as Error).message}. Give another file with --store.`;
    throw new UsageError(words, { cause });
  }
}
