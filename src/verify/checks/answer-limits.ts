import { breaches } from '../answer-schema.ts';
import { actionCheck } from '../check.ts';
import { firstPage, pageAt } from '../pages.ts';
import { findingsOf, itemsIn, judgeItems } from '../seen-answers.ts';
import { takes } from '../subject.ts';
import { fail, pass } from '../verdict.ts';

export const answerLimits = actionCheck({
  id: 'answer-limits',
  group: 'answers',
  title: 'Texts are no longer than allowed, and no more items come than were asked for',
  why: 'Longer texts are cut in the pane, and items beyond top are not shown: a seller misses the end.',
  source: "the extension point's page, Response and Limitations",
  mend: 'Shorten the text at its source, and answer at most top items.',
  async run(subject) {
    const verdict = judgeItems(
      subject,
      (answer) => [...findingsOf(answer, 'item-length'), ...breaches(subject, answer.exchange.json, 'limit')],
      (answers) => pass(itemsIn(answers), answers[0]?.exchange),
    );
    const first = firstPage(subject);
    if (verdict.status !== 'pass' || !takes(subject, 'top') || !first?.items) return verdict;
    for (const { top, items, exchange } of [first, await pageAt(subject, { top: 1, skip: 0 })])
      if (top !== undefined && items && items.length > top)
        return fail(
          `${top} ${top === 1 ? 'item was' : 'items were'} asked for by top, ${items.length} came.`,
          exchange,
        );
    return verdict;
  },
});
