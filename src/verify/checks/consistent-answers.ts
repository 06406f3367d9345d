import { repeatedCalls } from '../asked-once.ts';
import { actionCheck } from '../check.ts';
import { listOf, whyUnseen } from '../seen-answers.ts';
import { advice, couldNotRun, pass } from '../verdict.ts';

export const consistentAnswers = actionCheck({
  id: 'consistent-answers',
  group: 'consistency',
  title: 'The same question brings the same answer',
  why: 'A seller who looks twice and reads something else trusts neither.',
  source: 'what is merely wise',
  mend: 'Answer from one state of the data; keep what was generated for a while.',
  async run(subject) {
    const { action, surveyed, values } = subject;
    const usual = surveyed.find((each) => each.values === values)?.exchange;
    const list = usual && listOf(action, usual)?.list;
    if (!usual || !list || list.length === 0) return whyUnseen(subject);
    const again = await repeatedCalls(subject);
    for (const exchange of again) {
      const other = listOf(action, exchange)?.list;
      if (!other) return couldNotRun('The same question was not answered with a list each time.', exchange);
      if (asSet(other) !== asSet(list))
        return advice('Asked again, other items came, or others of their values.', exchange);
    }
    return pass(`asked ${again.length + 1} times`, usual);
  },
});

/** The order is told by paging-order. */
function asSet(list: readonly unknown[]): string {
  return list
    .map((item) => JSON.stringify(item))
    .toSorted()
    .join();
}
