import { retryAfterMs } from '../asking/asker.ts';
import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { unaskedVerdict } from '../usual-answer.ts';
import { couldNotRun, fail, pass } from '../verdict.ts';

export const answerStatus = actionCheck({
  id: 'answer-status',
  group: 'answers',
  title: 'Every usual call is answered with 200',
  why: 'Copilot for Sales shows what comes with a status of 2xx and JSON; of anything else a seller sees nothing.',
  source: "guideline G7; the extension point's page, Responses",
  mend: 'Answer 200, with an empty list where there is nothing to show.',
  async run(subject) {
    const { surveyed, options } = subject;
    const [first] = surveyed;
    if (!first) return unaskedVerdict(subject);
    const wanting = surveyed.find(({ exchange }) => exchange.status === 401 && options.credentials.kind === 'none');
    if (wanting) return couldNotRun('The connector wants a token: give --auth.', wanting.exchange);
    const throttled = surveyed.find(({ exchange }) => exchange.status === 429)?.exchange;
    if (throttled) return couldNotRun(throttledWords(throttled), throttled);
    const odd = surveyed.find(
      ({ exchange }) => !exchange.isAnswered && exchange.status !== 404 && exchange.answer.failure !== 'timeout',
    );
    if (odd) return fail(`Asked about ${odd.about}: ${answerWords(odd.exchange)}.`, odd.exchange);
    const unknown = surveyed.find(({ exchange }) => exchange.status === 404);
    if (unknown && options.isRecordGiven)
      return fail(`The connector does not know ${unknown.about}, which --record names: status 404.`, unknown.exchange);
    const answered = surveyed.filter(({ exchange }) => exchange.isAnswered);
    const [seen] = answered;
    if (seen) return pass(`${answered.length} of ${surveyed.length} calls`, seen.exchange);
    const late = surveyed.find(({ exchange }) => exchange.answer.failure === 'timeout');
    if (late) return couldNotRun('No call was answered in time: see time-within-budget.', late.exchange);
    return couldNotRun(
      'Every call is answered with 404: name a record that the connector knows by --record, or its right address by --url.',
      first.exchange,
    );
  },
});

function throttledWords({ answer }: Exchange): string {
  const seconds = Math.round(retryAfterMs(answer) / 1000);
  return `The connector throttles the usual calls: it answered 429, and the next is to wait ${seconds} seconds.`;
}
