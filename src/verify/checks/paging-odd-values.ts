import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { misfit, pageAt, pagesOf } from '../pages.ts';
import { isListMissed } from '../seen-answers.ts';
import { couldNotRun, fail, pass } from '../verdict.ts';

const odd = [{ top: 0 }, { top: -1 }, { skip: -1 }];

export const pagingOddValues = actionCheck({
  id: 'paging-odd-values',
  group: 'paging',
  title: 'top=0 and negative numbers bring an empty page or the error body',
  why: 'A number that is passed on unchecked to a query ends in an internal error, or in everything at once.',
  source: "the extension point's page, Parameters (top, skip); the error body",
  mend: 'Answer 400 with the error body, or an empty list.',
  async run(subject) {
    const pages = await pagesOf(subject);
    if ('status' in pages) return pages;
    const wrong = misfit(pages);
    if (wrong) return couldNotRun('The pages do not fit together: see paging-pages.', wrong.exchange);
    for (const numbers of odd) {
      const asked = Object.entries(numbers).map(([name, number]) => `${name}=${number}`)[0];
      const { items, exchange } = await pageAt(subject, numbers);
      const { status, json } = exchange;
      if (items?.length === 0) continue;
      if (items) return fail(`With ${asked} ${items.length} items come.`, exchange);
      if (exchange.isAnswered && isListMissed(subject))
        return couldNotRun('The answer has no list: see answer-envelope.', exchange);
      if (status === null || status < 400 || status >= 500)
        return fail(`With ${asked} comes no list: ${answerWords(exchange)}.`, exchange);
      if (typeof (json as { errorCode?: unknown } | undefined)?.errorCode !== 'string')
        return couldNotRun(
          `With ${asked} status ${status} has not the error body: see the checks of errors.`,
          exchange,
        );
    }
    return pass(`${odd.length} calls`, pages.first.exchange);
  },
});
