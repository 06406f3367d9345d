import { type Bench, hubCommand, type Server } from '../bench.ts';

/** Starts Contoso Hub over a store, everything switched on; further arguments switch on more. */
export function startHub(bench: Bench, store: string, ...args: string[]): Promise<Server> {
  return bench.start(hubCommand, [
    '--port',
    '0',
    '--store',
    store,
    '--throttle',
    'off',
    '--log-level',
    'warn',
    ...args,
  ]);
}
