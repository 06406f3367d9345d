import type { WriteStream } from 'node:tty';
import { allChecks, type Check, type Progress, type Rate, secondsFor } from '../../verify/verify.ts';

/** What a run will take, before it begins. */
interface Plan {
  readonly requests: number;
  readonly rate: Rate | undefined;
  readonly actions: number;
  readonly checks: readonly Check[];
}

/** Requests of an action, with all checks, beside the generated ones, about. */
const usualRequests = 60;
/** Calls of an action before any check. */
const firstCalls = 4;
const generating = 'robust-generated-inputs';
const barWidth = 20;

/** About how many requests a run makes: fewer with fewer checks. */
function requestsOf({ requests, actions, checks }: Plan): number {
  const share = checks.length / allChecks.length;
  const ofAction = Math.ceil(firstCalls + (usualRequests - firstCalls) * share);
  return actions * ofAction + (checks.some(({ id }) => id === generating) ? requests : 0);
}

/** 1 second, 40 seconds, 1 minute, 4 minutes. */
function durationWords(seconds: number): string {
  const [count, unit] =
    seconds < 60 ? [Math.max(1, Math.ceil(seconds)), 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A line on a terminal while the run goes on; nothing in a pipe, but for how long a rate makes it. */
export function verifyProgress(stream: WriteStream, plan: Plan) {
  const { rate } = plan;
  if (rate) {
    const all = requestsOf(plan);
    stream.write(
      `About ${all} requests; at ${rate.calls} in ${rate.seconds} ${rate.seconds === 1 ? 'second' : 'seconds'} that takes at least ${durationWords(secondsFor(all, rate))}.\n`,
    );
  }
  const isShown = stream.isTTY === true;
  let failures = 0;
  let doing = '';
  return {
    tell({ done, total, result, begun }: Progress): void {
      if (result?.status === 'fail') failures++;
      if (begun) doing = [begun.extensionPoint, begun.name].filter(Boolean).join(' ');
      if (!isShown) return;
      stream.write(`\r\u001b[K${progressLine({ done, total, doing, failures }, stream.columns ?? 80)}`);
    },
    end(): void {
      if (isShown) stream.write('\r\u001b[K');
    },
  };
}

interface State {
  readonly done: number;
  readonly total: number;
  readonly doing: string;
  readonly failures: number;
}

/** "████░░░░  12/80  2 failed  record-details paging-order", no longer than the terminal is wide. */
export function progressLine({ done, total, doing, failures }: State, columns: number): string {
  const filled = total > 0 ? Math.round((done / total) * barWidth) : 0;
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const failed = failures > 0 ? `${failures} failed` : '';
  return [bar, `${done}/${total}`, failed, doing]
    .filter((part) => part !== '')
    .join('  ')
    .slice(0, Math.max(0, columns - 1));
}
