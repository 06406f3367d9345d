import { actionCheck } from '../check.ts';
import { misfit, pagesOf, unstable } from '../pages.ts';
import { couldNotRun, pass } from '../verdict.ts';

export const pagingPages = actionCheck({
  id: 'paging-pages',
  group: 'paging',
  title: 'Pages fit together: no gap, no item twice',
  why: 'A seller who pages on would miss something or see it again.',
  source: "the extension point's page, Parameters (top, skip)",
  mend: 'Pass over skip items of one fixed order, then answer the next top of them.',
  async run(subject) {
    const pages = await pagesOf(subject);
    if ('status' in pages) return pages;
    const wrong = misfit(pages);
    if (!wrong)
      return pass(`${pages.parts.length + 1} pages of ${pages.first.items.length} items`, pages.next.exchange);
    return (await unstable(subject, pages))
      ? couldNotRun('The order is not stable: see paging-order.', wrong.exchange)
      : wrong;
  },
});
