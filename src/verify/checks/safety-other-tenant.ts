import { isDeepStrictEqual } from 'node:util';
import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { askedAs, untried } from '../token-refusal.ts';
import { couldNotRun, fail, pass } from '../verdict.ts';

export const safetyOtherTenant = actionCheck({
  id: 'safety-other-tenant',
  group: 'safety',
  title: "A record of one tenant is not another tenant's to read",
  why: 'Ids of records are no secrets: what one customer has must not be read by another who knows them.',
  source: 'guideline G9; certification, data of customers is kept apart',
  mend: 'Look every record up within the tenant of the token, and answer 404 RECORD_NOT_FOUND for those of others.',
  async run(subject) {
    const why = untried(subject);
    if (why) return why;
    const own = subject.surveyed.find(({ values }) => values === subject.values);
    if (!own || own.items.length === 0)
      return couldNotRun('The tenant has no item itself: name a record that it has items for by --record.');
    const exchange = await askedAs(subject, 'other-tenant');
    if (exchange.status === 401)
      return couldNotRun(`The token of the other tenant is refused: ${answerWords(exchange)}.`, exchange);
    if (!exchange.isAnswered && exchange.answer.failure)
      return couldNotRun(`No answer for the other tenant: ${answerWords(exchange)}.`, exchange);
    const shared = subject
      .itemsOf(exchange)
      .filter((item) => own.items.some((each) => isDeepStrictEqual(each, item))).length;
    return shared > 0
      ? fail(`Asked about ${own.about}, the other tenant gets ${shared} of the same items.`, exchange)
      : pass(exchange.isAnswered ? 'other items or none' : answerWords(exchange), exchange);
  },
});
