/** What the log of a service made with the SDK says of calls that ended in an error of the connector itself. */
import { type Failure, failureAt } from '../../host/host.ts';
import { failureOfOutput } from './failure-of-output.ts';
import { logLine } from './log-line.ts';

export interface CallFailures {
  /** By action, those whose last call failed. */
  readonly list: () => readonly Failure[];
  /** Takes a line that the program has printed; true where the failures are others than before. */
  readonly read: (line: string) => boolean;
  readonly forget: () => void;
}

/** None yet. */
export function callFailures(): CallFailures {
  const failures = new Map<string, Failure>();
  return {
    list: () => [...failures.values()],
    read(line) {
      const { operationId, errorCode, status, err } = logLine(line);
      if (typeof operationId !== 'string') return false;
      const failure = typeof err?.stack === 'string' ? thrownIn(operationId, err.stack) : undefined;
      // What a back end lacks is told where the program itself says so.
      const isTold = errorCode === 'INTERNAL_SERVER_ERROR' || (errorCode === 'SERVICE_UNAVAILABLE' && failure?.file);
      if (failure && isTold) {
        failures.set(operationId, failure);
        return true;
      }
      return typeof status === 'number' && status < 500 && failures.delete(operationId);
    },
    forget: () => failures.clear(),
  };
}

/** A place in a dependency is no place to mend. */
function thrownIn(about: string, stack: string): Failure {
  const { message = stack, place } = failureOfOutput(stack) ?? {};
  const isOwn = place && !/[\\/]node_modules[\\/]/.test(place.file);
  return failureAt({ kind: 'call', about, message }, isOwn ? place : undefined);
}
