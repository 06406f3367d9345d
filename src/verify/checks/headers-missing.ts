import { headers } from '../../contract/contract.ts';
import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { isVerdict, usualAnswer } from '../usual-answer.ts';
import { fail, pass } from '../verdict.ts';

const optional = [headers.clientRequestId, headers.userAgent, headers.language] as const;

export const headersMissing = actionCheck({
  id: 'headers-missing',
  group: 'headers',
  title: 'A call without the headers of Copilot for Sales is answered',
  why: 'The test page of Power Platform and the reviewers of certification call without them.',
  source: 'guidelines G10, G11: the headers are read where they are there',
  mend: 'Make an id of your own where x-ms-client-request-id is absent, and take the usual language where Accept-Language is.',
  async run(subject) {
    const usual = usualAnswer(subject);
    if (isVerdict(usual)) return usual;
    const without = (names: readonly string[]) =>
      subject.ask({ headers: Object.fromEntries(names.map((name) => [name, null])) });
    const exchange = await without(optional);
    if (exchange.isAnswered) return pass(`without ${optional.join(', ')}`, exchange);
    const isLate = exchange.answer.failure === 'timeout';
    // Of each one alone it is seen which is missed; late ones would use up what time-outs an action may have.
    for (const name of isLate ? [] : optional) {
      const single = await without([name]);
      if (!single.isAnswered) return fail(`Without ${name}: ${answerWords(single)}.`, single);
    }
    return fail(`Without ${optional.join(', ')}: ${answerWords(exchange)}.`, exchange);
  },
});
