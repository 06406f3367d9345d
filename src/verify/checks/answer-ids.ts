import { actionCheck } from '../check.ts';
import { itemsIn, judgeItems, type SeenAnswer } from '../seen-answers.ts';
import { notApplicable, pass } from '../verdict.ts';

export const answerIds = actionCheck({
  id: 'answer-ids',
  group: 'answers',
  title: 'Each item has an id of its own',
  why: 'By its id a record is told from the others: of two with the same one may be left out, or stand for the other.',
  source: "the extension point's page, Response (recordId: uniquely identifies each related record)",
  mend: 'Answer as recordId what names the record in your application, and each record once.',
  async run(subject) {
    if (!subject.point?.item.some(({ name }) => name === 'recordId'))
      return notApplicable('Its items have no recordId.');
    return judgeItems(subject, repeated, (answers) => pass(itemsIn(answers), answers[0]?.exchange));
  },
});

/** Records of different types may have the same id. */
function repeated({ checked, pointer }: SeenAnswer): string[] {
  const keys = checked.items.map(({ recordType, recordId }) => JSON.stringify([recordType, recordId]));
  return checked.items.flatMap(({ recordId }, index) => {
    const first = keys.indexOf(keys[index] ?? '');
    return first === index
      ? []
      : [`Items ${first + 1} and ${index + 1} of ${pointer || 'the answer'} have the same recordId ${recordId}.`];
  });
}
