import { retryAfterMs } from '../asking/asker.ts';
import type { Exchange } from '../asking/exchange.ts';
import { connectorCheck } from '../check.ts';
import { answerWords, errorBodyProblem, errorCodeOf } from '../error-body.ts';
import { latencyOfTimes } from '../report/verify-report.ts';
import type { Subject } from '../subject.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { advice, couldNotRun, fail, notApplicable, pass, type Verdict } from '../verdict.ts';

const mostCalls = 130;
const mostMs = 20_000;

export const errorThrottled = connectorCheck({
  id: 'error-throttled',
  group: 'errors',
  title: 'Too many calls are refused with 429 REQUEST_THROTTLED and Retry-After',
  why: 'The platform waits as long as Retry-After says and asks again; what it cannot wait for is lost.',
  source: 'api-error-responses, REQUEST_THROTTLED; RFC 9110, 10.2.3',
  mend: 'Answer 429 with errorCode REQUEST_THROTTLED and Retry-After in seconds.',
  turn: 'end',
  async run({ subjects, options }) {
    if (options.rate) return notApplicable('--rate keeps the calls below what a throttle lets through.');
    const [quickest] = subjects
      .filter((subject) => !isVerdict(usualAnswer(subject)))
      .toSorted((one, other) => medianOf(one) - medianOf(other));
    if (!quickest) return couldNotRun('No action answers its usual call: see answer-status.');
    const { sent, refused } = await burst(quickest);
    return refused
      ? judged(refused, sent)
      : notApplicable(`${sent} calls, ${options.concurrency} at a time, were answered: no throttle was seen.`);
  },
});

function medianOf({ surveyed }: Subject): number {
  const times = surveyed.map(({ exchange }) => exchange.answer.durationMs);
  return latencyOfTimes(times)?.median ?? Number.POSITIVE_INFINITY;
}

/** The usual call, as many at once as the run may, until one is not answered. */
async function burst(subject: Subject): Promise<{ sent: number; refused: Exchange | undefined }> {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  let sent = 0;
  let refused: Exchange | undefined;
  const worker = async () => {
    while (sent < mostCalls && !refused && elapsed() < mostMs) {
      sent++;
      const exchange = await subject.ask({ isThrottleWanted: true });
      if (!exchange.isAnswered) refused ??= exchange;
    }
  };
  await Promise.all(Array.from({ length: subject.options.concurrency }, worker));
  return { sent, refused };
}

function judged(refused: Exchange, sent: number): Verdict {
  const { status, answer } = refused;
  if (answer.failure) return couldNotRun(`Of ${sent} calls one was not answered: ${answerWords(refused)}.`, refused);
  const words = `After some ${sent} calls: ${answerWords(refused)}`;
  if (status !== 429) return fail(`${words}, not 429 REQUEST_THROTTLED.`, refused);
  const problem = errorBodyProblem(refused);
  if (problem) return fail(problem, refused);
  if (errorCodeOf(refused) !== 'REQUEST_THROTTLED') return fail(`${words}, not REQUEST_THROTTLED.`, refused);
  const retryAfter = answer.headers['retry-after'];
  if (retryAfter === undefined) return advice(`${words}, without Retry-After.`, refused);
  if (!/^\d+$/.test(retryAfter) && Number.isNaN(Date.parse(retryAfter)))
    return advice(`${words}, with Retry-After “${retryAfter}”, which is neither seconds nor a date.`, refused);
  return pass(`${words}, Retry-After ${Math.round(retryAfterMs(answer) / 1000)} s`, refused);
}
