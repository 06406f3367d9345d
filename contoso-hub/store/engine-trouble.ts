import { ConnectorError } from 'saleskit/connector';
import { UsageError } from '../usage-error.ts';
import type { Store } from './store.ts';

type Ask = (...args: unknown[]) => unknown;

/**
 * The store, its engine's failures (locked, damaged, full, not reached) told for what they are: to callers
 * SERVICE_UNAVAILABLE with Retry-After, to who loads data a UsageError. Failures without a code are bugs and stay.
 */
export function withTroubleTold(store: Store, location: string): Store {
  const told = Object.entries(store).map(([name, ask]: [string, Ask]) => {
    const answer = async (...args: unknown[]) => {
      try {
        return await ask(...args);
      } catch (error) {
        if (!isOfEngine(error)) throw error;
        throw name === 'load' ? notWritten(error, location) : notAnswered(error);
      }
    };
    return [name, answer];
  });
  return Object.fromEntries(told) as Store;
}

function isOfEngine(error: unknown): error is Error {
  const isOurs = error instanceof ConnectorError || error instanceof TypeError;
  return !isOurs && typeof (error as { code?: unknown }).code === 'string';
}

function notAnswered(cause: Error): ConnectorError {
  return new ConnectorError('SERVICE_UNAVAILABLE', 'Contoso Hub cannot read its data at the moment.', {
    cause,
    headers: { 'retry-after': '5' },
  });
}

function notWritten(cause: Error, location: string): UsageError {
  const words = `The store ${location} cannot be written: ${cause.message}. What was written before is kept. Make room, or give another file with --store.`;
  return new UsageError(words, { cause });
}
