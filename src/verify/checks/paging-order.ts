import { actionCheck } from '../check.ts';
import { pagesOf, unstable } from '../pages.ts';
import { pass } from '../verdict.ts';

export const pagingOrder = actionCheck({
  id: 'paging-order',
  group: 'paging',
  title: 'The order of items stays the same',
  why: 'Pages are cut from the order: where it changes, items are missed or shown twice.',
  source: "the extension point's page, Parameters (top, skip)",
  mend: 'Sort by something, and by the id where that is equal.',
  async run(subject) {
    const pages = await pagesOf(subject);
    if ('status' in pages) return pages;
    return (
      (await unstable(subject, pages)) ??
      pass(`${pages.first.items.length} items, asked again and again`, pages.first.exchange)
    );
  },
});
