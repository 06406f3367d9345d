import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Identity } from './authentication.ts';
import { ConnectorError } from './connector-error.ts';

/** So many calls in so many seconds, for each connection. */
export interface ThrottleOptions {
  readonly calls: number;
  readonly seconds: number;
}

/** Counts a call of a connection (tenant, user, client), or throws REQUEST_THROTTLED with Retry-After in seconds. */
export type Throttle = (identity: Identity) => Promise<void>;

export function throttle({ calls, seconds }: ThrottleOptions): Throttle {
  const limiter = new RateLimiterMemory({ points: calls, duration: seconds });
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
