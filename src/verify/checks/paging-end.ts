import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { misfit, pageAt, pagesOf } from '../pages.ts';
import { isListMissed } from '../seen-answers.ts';
import { advice, couldNotRun, fail, pass } from '../verdict.ts';

const beyond = 100_000;

export const pagingEnd = actionCheck({
  id: 'paging-end',
  group: 'paging',
  title: 'Beyond the end comes an empty list',
  why: 'Items may go while a seller pages on; that is no error.',
  source: "the extension point's page, Parameters (skip)",
  mend: 'Answer 200 with an empty list and hasMoreResults false.',
  async run(subject) {
    const pages = await pagesOf(subject);
    if ('status' in pages) return pages;
    const wrong = misfit(pages);
    if (wrong) return couldNotRun('The pages do not fit together: see paging-pages.', wrong.exchange);
    const { items, exchange } = await pageAt(subject, { skip: beyond });
    const { status } = exchange;
    if (status !== null && status >= 400 && status < 500)
      return advice(`With skip=${beyond} status ${status} comes in place of an empty list.`, exchange);
    if (!items && exchange.isAnswered && isListMissed(subject))
      return couldNotRun('The answer has no list: see answer-envelope.', exchange);
    if (!items) return fail(`With skip=${beyond} no list comes: ${answerWords(exchange)}.`, exchange);
    if (items.length > 0) return fail(`With skip=${beyond} ${items.length} items come.`, exchange);
    return pass(`skip=${beyond}`, exchange);
  },
});
