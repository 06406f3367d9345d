import { actionCheck } from '../check.ts';
import { errorBodyProblem } from '../error-body.ts';
import { refusals } from '../provoked.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export const errorBody = actionCheck({
  id: 'error-body',
  group: 'errors',
  title: 'What is refused is refused with the error body',
  why: 'Copilot for Sales tells by errorCode what went wrong; of a page or a body of its own nothing reaches the seller.',
  source: 'api-error-responses: errorCode, errorMessage, activityId, details',
  mend: 'Answer every error with application/json and { errorCode, errorMessage, activityId, details }, also those of the framework and of what stands before it.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const refused = (await refusals(subject)).filter(({ exchange }) => (exchange.status ?? 0) < 500);
    for (const { words, exchange } of refused) {
      const problem = errorBodyProblem(exchange);
      if (problem) return fail(`Asked ${words}: ${problem}`, exchange);
    }
    const [first] = refused;
    return first
      ? pass(`${refused.length} errors`, first.exchange)
      : notApplicable('Nothing was refused that was asked.');
  },
});
