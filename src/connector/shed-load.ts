import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { ConnectorError } from './connector-error.ts';
import { pointAttributes } from './observed-calls.ts';

/**
 * Far below the deadline, and on purpose: the system hands over at most 1,024 events a turn, so that turns stay short
 * (0.2 s) while callers wait in a queue that cannot be seen.
 */
const defaultDelay = 100;
/** A single stall does not count for much in a second of turns. */
const sampleInterval = 1000;
const retryAfter = '2';

/**
 * Refuses calls of a scope while the event loop is late by more than so many milliseconds in the mean of a second:
 * SERVICE_UNAVAILABLE with Retry-After at once, so that those that were begun are answered in time. 0 refuses none.
 */
export async function shedLoad(
  scope: FastifyInstance,
  telemetry: Telemetry | undefined,
  delay = defaultDelay,
): Promise<void> {
  if (delay === 0) return;
  await scope.register(underPressure, {
    maxEventLoopDelay: delay,
    sampleInterval,
    pressureHandler: async (request, _reply, _type, value) => {
      // Nothing was measured yet: it has only just started.
      if (value === Number.POSITIVE_INFINITY) return;
      telemetry?.measure('saleskit.load.shed', 1, pointAttributes(request));
      throw new ConnectorError(
        'SERVICE_UNAVAILABLE',
        `More is asked than can be answered in time. Try again in ${retryAfter} seconds.`,
        {
          headers: { 'retry-after': retryAfter },
        },
      );
    },
  });
}
