/** A point in time by which work must be done. The clock is in milliseconds and only ever compared with itself. */
export interface Deadline {
  /** Aborts when the time is up, with a TimeoutError as its reason. Made when it is first asked for. */
  readonly signal: AbortSignal;
  /** Whether the time is up. */
  readonly isOver: boolean;
  /** Calls back when the time is up, or at once where it is; gives a function that takes the listener away. */
  whenOver(listener: () => void): () => void;
  /** Milliseconds left, at least 0. */
  left(): number;
  /** Takes the timer down. Work that ended in time calls it. */
  clear(): void;
}

/** What a deadline measures and waits with; tests put in a clock of their own. */
export interface Clock {
  now(): number;
  after(milliseconds: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A deadline `budget` milliseconds after `start` (now, unless told otherwise). */
export function deadlineIn(budget: number, clock: Clock = systemClock, start = clock.now()): Deadline {
  return new TimedDeadline(budget, clock, start);
}

class TimedDeadline implements Deadline {
  isOver = false;
  readonly clear: () => void;
  readonly #budget: number;
  readonly #clock: Clock;
  readonly #end: number;
  readonly #listeners = new Set<() => void>();
  #controller: AbortController | undefined;

  constructor(budget: number, clock: Clock, start: number) {
    this.#budget = budget;
    this.#clock = clock;
    this.#end = start + budget;
    this.clear = clock.after(this.left(), () => this.#expire());
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.isOver) this.#controller.abort(this.#reason());
    }
    return this.#controller.signal;
  }

  whenOver(listener: () => void): () => void {
    if (this.isOver) listener();
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  left(): number {
    return Math.max(0, this.#end - this.#clock.now());
  }

  #expire(): void {
    this.isOver = true;
    this.#controller?.abort(this.#reason());
    for (const listener of this.#listeners) listener();
  }

  #reason(): DOMException {
    return new DOMException(`The ${this.#budget} ms for this call are over.`, 'TimeoutError');
  }
}

/**
 * Waits for `work`, but no longer than the deadline: then it throws the signal's reason, and what becomes of the work
 * after that is told to `late`, so that a late answer is discarded knowingly.
 */
export function within<T>(deadline: Deadline, work: Promise<T>, late: (outcome: unknown) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = deadline.whenOver(() => reject(deadline.signal.reason));
    const settle =
      <Outcome>(tell: (outcome: Outcome) => void) =>
      (outcome: Outcome) => {
        if (deadline.isOver) return late(outcome);
        forget();
        deadline.clear();
        tell(outcome);
      };
    work.then(settle(resolve), settle(reject));
  });
}
