import { limits } from '../../contract/contract.ts';
import { repeatedCalls } from '../asked-once.ts';
import type { Exchange } from '../asking/exchange.ts';
import { NotAsked } from '../asking/not-asked.ts';
import { actionCheck } from '../check.ts';
import { latencyOfTimes } from '../report/verify-report.ts';
import type { Subject } from '../subject.ts';
import { unaskedVerdict } from '../usual-answer.ts';
import { advice, fail, pass } from '../verdict.ts';

export const timeWithinBudget = actionCheck({
  id: 'time-within-budget',
  group: 'five-seconds',
  title: 'Every call is answered within five seconds',
  why: "Copilot for Sales waits five seconds and then shows nothing; what a seller's network takes comes on top.",
  source: 'guideline G8',
  mend: 'Answer from what is at hand: cache, ask back ends side by side, and give up before the five seconds are over.',
  // Measured before all others and told after those that may be late, too.
  prepare: measured,
  turn: 'load',
  async run(subject) {
    const asked = askedFirst(subject);
    const [first] = asked;
    if (!first) return unaskedVerdict(subject);
    const { timedOut } = subject;
    const again = await measured(subject).catch(none([...asked, ...timedOut].some(isLate)));
    const later = [...new Set([...asked.slice(1), ...again, ...timedOut])];
    const warm = latencyOfTimes(later.map(({ answer }) => answer.durationMs));
    const start = `first ${rounded(first)} ms`;
    const words = warm
      ? `${start}, then median ${warm.median} ms, 95 % within ${warm.p95} ms, slowest ${warm.max} ms of ${limits.deadline}`
      : `${start} of ${limits.deadline}`;
    const late = later.find(isLate);
    if (late) return fail(`${late.answer.problem ?? 'Too late.'} Of all calls: ${words}.`, late);
    if (isLate(first))
      return fail(
        later.length > 0
          ? `The first call, a cold start, came too late; ${later.length} later ones did not: ${words}.`
          : `${first.answer.problem ?? 'Too late.'} No other call was made.`,
        first,
      );
    const isHalf = (exchange: Exchange) => exchange.answer.durationMs > limits.deadline / 2;
    const half = later.find(isHalf);
    if (half) return advice(`More than half of the five seconds is used up: ${words}.`, half);
    if (isHalf(first))
      return advice(`The first call, a cold start, takes more than half of the time: ${words}.`, first);
    return pass(words, first);
  },
});

function askedFirst({ surveyed }: Subject): Exchange[] {
  return surveyed.map(({ exchange }) => exchange);
}

/** The usual call again; not where it would only be waited for once more. */
async function measured(subject: Subject): Promise<readonly Exchange[]> {
  return askedFirst(subject).filter(isTimeout).length > 1 ? [] : repeatedCalls(subject);
}

/** What was late already is told, also where nothing can be asked again. */
function none(isLateAlready: boolean): (error: unknown) => readonly Exchange[] {
  return (error) => {
    if (isLateAlready && error instanceof NotAsked) return [];
    throw error;
  };
}

function isTimeout({ answer }: Exchange): boolean {
  return answer.failure === 'timeout';
}

function isLate(exchange: Exchange): boolean {
  return isTimeout(exchange) || exchange.answer.durationMs > limits.deadline;
}

function rounded({ answer }: Exchange): number {
  return Math.round(answer.durationMs * 10) / 10;
}
