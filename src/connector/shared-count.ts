import type { FastifyBaseLogger } from 'fastify';
import { type RateLimiterMemory, RateLimiterRedis, RLWrapperTimeouts } from 'rate-limiter-flexible';
import { CodedError } from '../core/coded-error.ts';
import type { Count } from './throttle.ts';

interface SharedCountOptions {
  readonly address: string;
  /** What counts while the shared one cannot be reached. */
  readonly alone: RateLimiterMemory;
  readonly log: FastifyBaseLogger;
}

const connectTimeout = 2000;
/** Milliseconds for a count: a call has better things to do. */
const commandTimeout = 300;
const longestPause = 2000;

/**
 * Counts in a Redis or Valkey, together with other instances. One that is away, or slow, keeps nobody from being answered:
 * then this instance counts for itself, and the log says so. Throws a CodedError USAGE for what is no address of one.
 */
export async function sharedCount({ address, alone, log }: SharedCountOptions): Promise<Count> {
  if (!/^rediss?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new CodedError('USAGE', 'The address of a shared throttle is such as redis://localhost:6379.');
  const { createClient } = await import('@redis/client').catch((cause) => {
    throw new CodedError('USAGE', 'A shared throttle needs @redis/client, which is not installed.', { cause });
  });
  const client = createClient({
    url: address,
    disableOfflineQueue: true,
    socket: { connectTimeout, reconnectStrategy: (tries) => Math.min(longestPause, 100 * (tries + 1)) },
  });
  let isAway = false;
  client.on('error', (err) => {
    if (!isAway) log.warn({ err }, 'The shared throttle cannot be reached: this instance counts for itself.');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) log.warn('The shared throttle is back.');
    isAway = false;
  });
  // It goes on trying by itself; a start waits for the first try only.
  const failed = new Promise((resolve) => client.once('error', resolve));
  await Promise.race([client.connect().catch(() => {}), failed]);
  const { points, duration } = alone;
  const shared = new RateLimiterRedis({
    storeClient: client,
    useRedisPackage: true,
    keyPrefix: 'saleskit:throttle',
    points,
    duration,
    insuranceLimiter: alone,
    rejectIfRedisNotReady: true,
    inMemoryBlockOnConsumed: points + 1,
  });
  return {
    limiter: new RLWrapperTimeouts({ limiter: shared, timeoutMs: commandTimeout }),
    async close() {
      client.destroy();
    },
  };
}
