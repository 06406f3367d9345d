import { actionCheck } from '../check.ts';
import { misfit, type Page, pageAt, pagesOf } from '../pages.ts';
import { couldNotRun, fail, pass } from '../verdict.ts';

export const pagingHasMore = actionCheck({
  id: 'paging-has-more',
  group: 'paging',
  title: 'hasMoreResults is true exactly where there is more',
  why: 'The host offers more, or stops, by this word alone.',
  source: "the extension point's page, Response (hasMoreResults)",
  mend: 'Look one item further than top: where it is there, answer true.',
  async run(subject) {
    const pages = await pagesOf(subject);
    if ('status' in pages) return pages;
    const wrong = misfit(pages);
    if (wrong) return couldNotRun('The pages do not fit together: see paging-pages.', wrong.exchange);
    const { first, parts, next } = pages;
    const after = next.items?.length ? await pageAt(subject, { skip: next.skip + next.items.length }) : undefined;
    const known = [first, next, after].reduce((sum, page) => sum + (page?.items?.length ?? 0), 0);
    const further = [next, after].filter((page) => page?.items?.length === 0 || (page === next && after?.items));
    const judged: Page[] = [...parts, first, ...further.filter((page) => page !== undefined)];
    for (const page of judged) {
      const isMore = page.skip + (page.items?.length ?? 0) < known;
      if (page.hasMore === null)
        return couldNotRun('hasMoreResults is neither true nor false: see answer-types.', page.exchange);
      if ((page.hasMore === true) === isMore) continue;
      const said = page.hasMore === undefined ? 'absent, which reads as false' : String(page.hasMore);
      const asked = `${page.top === undefined ? '' : `top=${page.top} and `}skip=${page.skip}`;
      return fail(
        `With ${asked} hasMoreResults is ${said}, though ${isMore ? 'more items follow' : 'nothing follows'}.`,
        page.exchange,
      );
    }
    return pass(`${judged.length} pages`, first.exchange);
  },
});
