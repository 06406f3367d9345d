/** What a check answers. */
import type { Exchange } from './asking/exchange.ts';

/** could-not-run is never green: nothing was seen. */
export const statuses = ['pass', 'fail', 'advice', 'not-applicable', 'could-not-run'] as const;
export type Status = (typeof statuses)[number];

export interface Verdict {
  readonly status: Status;
  /** In words, what was seen; of a failure also where. */
  readonly message: string;
  /** The exchange that shows it. */
  readonly exchange?: Exchange | undefined;
}

type Say = (message: string, exchange?: Exchange) => Verdict;

const saying =
  (status: Status): Say =>
  (message, exchange) => ({ status, message, exchange });

export const pass = saying('pass');
export const fail = saying('fail');
export const advice = saying('advice');
export const notApplicable = saying('not-applicable');
export const couldNotRun = saying('could-not-run');
