/** A point in time by which work must be done. The clock is in milliseconds and only ever compared with itself. */
export interface Deadline {
  /** Aborts when the time is up, with a TimeoutError as its reason. */
  readonly signal: AbortSignal;
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
  const controller = new AbortController();
  const left = () => Math.max(0, start + budget - clock.now());
  const clear = clock.after(left(), () => {
    controller.abort(new DOMException(`The ${budget} ms for this call are over.`, 'TimeoutError'));
  });
  return { signal: controller.signal, left, clear };
}

/**
 * Waits for `work`, but no longer than the deadline: then it throws the signal's reason, and what becomes of the work
 * after that is told to `late`, so that a late answer is discarded knowingly.
 */
export async function within<T>(deadline: Deadline, work: Promise<T>, late: (outcome: unknown) => void): Promise<T> {
  const { signal } = deadline;
  let onAbort = () => {};
  const over = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } catch (error) {
    if (signal.aborted) work.then(late, late);
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    deadline.clear();
  }
}
