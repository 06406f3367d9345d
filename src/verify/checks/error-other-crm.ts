import { actionCheck } from '../check.ts';
import { answerWords, codeProblem, errorCodeOf } from '../error-body.ts';
import { otherCrm, provoke } from '../provoked.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

/** A record of another organization may as well be unknown, or not be the seller's. */
const fitting: readonly (string | undefined)[] = [
  'INVALID_CRM_CONNECTION',
  'RECORD_NOT_FOUND',
  'INSUFFICIENT_PERMISSIONS',
];

export const errorOtherCrm = actionCheck({
  id: 'error-other-crm',
  group: 'errors',
  title: 'Another CRM than the connected one is refused with INVALID_CRM_CONNECTION, or answered',
  why: 'By this code Copilot for Sales tells that the seller works in another CRM than the one that is connected.',
  source: 'api-error-responses, INVALID_CRM_CONNECTION',
  mend: 'Answer 400 with errorCode INVALID_CRM_CONNECTION where crmOrgUrl is not the CRM that is connected.',
  async run(subject) {
    const provocation = otherCrm(subject);
    if (!provocation) return notApplicable('The action does not take crmOrgUrl.');
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const exchange = await provoke(subject, provocation);
    const { status, isAnswered, json } = exchange;
    const asked = `Asked ${provocation.words}: ${answerWords(exchange)}`;
    if (isAnswered && json !== undefined) return pass('answered', exchange);
    const problem = codeProblem(exchange);
    if (problem) return fail(`Asked ${provocation.words}: ${problem}.`, exchange);
    const code = errorCodeOf(exchange);
    const isFitting = code === undefined ? [400, 403, 404].includes(status ?? 0) : fitting.includes(code);
    return isFitting
      ? pass(answerWords(exchange), exchange)
      : fail(`${asked}, not 400 INVALID_CRM_CONNECTION.`, exchange);
  },
});
