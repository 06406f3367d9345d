import { breaches } from '../answer-schema.ts';
import { actionCheck } from '../check.ts';
import { findingsOf, judgeItems } from '../seen-answers.ts';
import { notApplicable, pass } from '../verdict.ts';

export const answerTimes = actionCheck({
  id: 'answer-times',
  group: 'answers',
  title: 'Times are RFC 3339 in UTC',
  why: 'The host reckons and words times itself; a local time is off by hours, another format is shown raw.',
  source: "the extension point's page, Response (date-time); RFC 3339",
  mend: 'Send times such as 2026-05-07T03:28:38Z.',
  async run(subject) {
    const names = (subject.point?.item ?? []).filter(({ format }) => format === 'date-time').map(({ name }) => name);
    if (names.length === 0 && !subject.action.operation.outputs.some(({ format }) => format === 'date-time'))
      return notApplicable('The answer has no times.');
    return judgeItems(
      subject,
      (answer) => [...findingsOf(answer, 'item-time'), ...breaches(subject, answer.exchange.json, 'time')],
      (answers) => {
        const count = answers.flatMap(({ checked }) =>
          checked.items.flatMap((item) => names.filter((name) => item[name] !== undefined)),
        ).length;
        return count > 0 || names.length === 0
          ? pass(`${count} times`, answers[0]?.exchange)
          : notApplicable('No item has a time.');
      },
    );
  },
});
