import {
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { ConnectorError } from '../connector-error.ts';

/** When a service counts as down, and for how long it is then left alone. */
export interface CircuitOptions {
  /** Failures in a row; 5 by default. */
  readonly failures?: number | undefined;
  /** Milliseconds until one call tries again; 10,000 by default. */
  readonly pause?: number | undefined;
  /** Calls at a time; 50 by default. */
  readonly atOnce?: number | undefined;
  /** Calls that wait for their turn; 200 by default. What comes beyond is refused. */
  readonly waiting?: number | undefined;
}

/** Work that is done only while the service that it needs is up. */
export interface Circuit {
  /** Work at this moment: being done, and waiting for its turn; and whether it is refused because of failures. */
  state(): { readonly atWork: number; readonly waiting: number; readonly isOpen: boolean };
  /**
   * The work's result. While the circuit is open, and beyond the bounds, SERVICE_UNAVAILABLE with Retry-After at once;
   * after the pause one call tries, and the others are refused until it is back. Work whose signal has aborted is not begun.
   */
  run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

/** Failures of the service, as told from errors of the caller: what was thrown, or what came back. */
export interface FailureTest {
  error(thrown: unknown): boolean;
  result?(given: unknown): boolean;
}

/** A circuit of its own. `service` is what callers are told of: "The back end". */
export function circuit(service: string, isFailure: FailureTest, options: CircuitOptions = {}): Circuit {
  const { failures = 5, pause = 10_000, atOnce = 50, waiting = 200 } = options;
  const failing = handleWhen((thrown) => isFailure.error(thrown)).orWhenResult(
    (given) => isFailure.result?.(given) ?? false,
  );
  const breaker = circuitBreaker(failing, { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) });
  const room = bulkhead(atOnce, waiting);
  let reopensAt = 0;
  breaker.onBreak(() => {
    reopensAt = Date.now() + pause;
  });
  const isOpen = () =>
    breaker.state === CircuitState.HalfOpen || (breaker.state === CircuitState.Open && Date.now() < reopensAt);
  const refuseWhileOpen = () => {
    const left = reopensAt - Date.now();
    if (isOpen()) throw unavailable(`${service} has failed repeatedly and is left alone for a while.`, left);
  };
  return {
    state: () => ({ atWork: atOnce - room.executionSlots, waiting: waiting - room.queueSlots, isOpen: isOpen() }),
    async run(work, signal) {
      refuseWhileOpen();
      try {
        return await room.execute(() => {
          refuseWhileOpen();
          signal.throwIfAborted();
          return breaker.execute(work);
        }, signal);
      } catch (error) {
        if (!(error instanceof BulkheadRejectedError)) throw error;
        throw unavailable(`${service} is asked too much at the moment.`, 0);
      }
    },
  };
}

/** SERVICE_UNAVAILABLE, to be tried again after these milliseconds, a second at least. */
export function unavailable(words: string, milliseconds: number, cause?: unknown): ConnectorError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return new ConnectorError('SERVICE_UNAVAILABLE', words, { headers: { 'retry-after': String(seconds) }, cause });
}
