/** So many calls in so many seconds. */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

/** Milliseconds that a call has to wait for its turn, counted at once: the caller waits and then sends. */
export function rateLimiter({ calls, seconds }: Rate, now: () => number = performance.now.bind(performance)) {
  const times: number[] = [];
  return (): number => {
    const earliest = times.length < calls ? now() : (times[times.length - calls] ?? 0) + seconds * 1000;
    const at = Math.max(now(), earliest);
    times.push(at);
    if (times.length > calls) times.shift();
    return at - now();
  };
}

/** Seconds that so many requests take at this rate, at least. */
export function secondsFor(requests: number, { calls, seconds }: Rate): number {
  return Math.floor(Math.max(0, requests - 1) / calls) * seconds;
}
