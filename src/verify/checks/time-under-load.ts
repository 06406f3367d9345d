import { limits } from '../../contract/contract.ts';
import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { latencyOfTimes } from '../report/verify-report.ts';
import { whyUnseen } from '../seen-answers.ts';
import { advice, couldNotRun, fail, pass } from '../verdict.ts';

export const timeUnderLoad = actionCheck({
  id: 'time-under-load',
  group: 'five-seconds',
  title: 'Calls at once are answered within five seconds too',
  why: 'Copilot for Sales asks for several cards at once, and several sellers open them at the same time.',
  source: 'guideline G8',
  mend: 'Let calls wait for no lock and no single connection; measure with a larger --concurrency.',
  turn: 'load',
  async run(subject) {
    const { surveyed, ask, options } = subject;
    if (!surveyed.some(({ exchange }) => exchange.isAnswered)) return whyUnseen(subject);
    const exchanges = await Promise.all(Array.from({ length: Math.max(2, options.concurrency) }, () => ask()));
    const slowest = exchanges.toSorted((one, other) => other.answer.durationMs - one.answer.durationMs)[0];
    if (slowest && (slowest.answer.failure === 'timeout' || slowest.answer.durationMs > limits.deadline))
      return fail(`Of ${exchanges.length} calls at once one took ${seconds(slowest.answer.durationMs)}.`, slowest);
    const broken = exchanges.find(({ status }) => status === null || status >= 500);
    if (broken) return fail(`Of ${exchanges.length} calls at once one failed: ${answerWords(broken)}.`, broken);
    const latency = latencyOfTimes(exchanges.map(({ answer }) => answer.durationMs));
    if (!latency) return couldNotRun('No call could be made.');
    const words = `${latency.calls} calls at once: median ${latency.median} ms, slowest ${latency.max} ms of ${limits.deadline}`;
    return latency.max > limits.deadline / 2
      ? advice(`More than half of the five seconds is used up: ${words}.`, slowest)
      : pass(words, slowest);
  },
});

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} seconds`;
}
