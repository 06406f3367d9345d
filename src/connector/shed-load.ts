import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { limits } from '../contract/contract.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { ConnectorError } from './connector-error.ts';
import { pointAttributes } from './observed-calls.ts';

/** A call takes several turns of the event loop: late by this much at each, it is still answered within the deadline. */
const defaultDelay = limits.deadline / 10;
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
