import type { FastifyBaseLogger } from 'fastify';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Identity } from './authentication.ts';
import { ConnectorError } from './connector-error.ts';
import { sharedCount } from './shared-count.ts';

/** So many calls in so many seconds, for each connection. */
export interface ThrottleOptions {
  readonly calls: number;
  readonly seconds: number;
  /**
   * redis:// or rediss:// address of a Redis or Valkey by which all instances count together. Each counts for itself where
   * it is absent, and while it cannot be reached.
   */
  readonly shared?: string | undefined;
}

/** Counts a call of a connection (tenant, user, client), or throws REQUEST_THROTTLED with Retry-After in seconds. */
export type Throttle = (identity: Identity) => Promise<void>;

/** What calls are counted by. */
export interface Count {
  readonly limiter: RateLimiterAbstract;
  /** Ends its connection, if it has one. */
  close(): Promise<void>;
}

/** What the options say to count by. Throws a CodedError USAGE where that cannot be. */
export async function countOf(options: ThrottleOptions, log: FastifyBaseLogger): Promise<Count> {
  const limiter = new RateLimiterMemory({ points: options.calls, duration: options.seconds });
  return options.shared === undefined
    ? { limiter, close: async () => {} }
    : sharedCount({ address: options.shared, alone: limiter, log });
}

export function throttle({ calls, seconds }: ThrottleOptions, { limiter }: Count): Throttle {
  return async ({ tenant, user, client }) => {
    try {
      await limiter.consume(JSON.stringify([tenant, user, client]));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const wait = String(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
      throw new ConnectorError(
        'REQUEST_THROTTLED',
        `More than ${calls} calls in ${seconds} seconds. Try again in ${wait} seconds.`,
        {
          details: { retryAfterSeconds: wait },
          headers: { 'retry-after': wait },
        },
      );
    }
  };
}
