import { breaches } from '../answer-schema.ts';
import { actionCheck } from '../check.ts';
import { findingsOf, itemsIn, judgeItems, type SeenAnswer, seenAnswers } from '../seen-answers.ts';
import { advice, pass } from '../verdict.ts';

export const answerTypes = actionCheck({
  id: 'answer-types',
  group: 'answers',
  title: 'Answers have the types and formats that the definition and the documentation give',
  why: 'The gateway and the host read values by their types: another one is shown as raw text, or not at all.',
  source: "the definition's 200 response; the extension point's page, Response",
  mend: 'Send the type that is declared. Where a value is unknown, leave an optional property out.',
  async run(subject) {
    return judgeItems(
      subject,
      (answer) => [
        ...findingsOf(answer, 'item-type', 'answer-has-more').filter(
          (told) => !/^\S*\/additionalProperties:/.test(told),
        ),
        ...noObjects(answer),
        ...breaches(subject, answer.exchange.json, 'type'),
      ],
      (answers) => {
        const [unknown] = seenAnswers(subject).flatMap((answer) => findingsOf(answer, 'item-content-type'));
        return unknown ? advice(unknown, answers[0]?.exchange) : pass(itemsIn(answers), answers[0]?.exchange);
      },
    );
  },
});

function noObjects({ list, pointer }: SeenAnswer): string[] {
  return list.flatMap((item, index) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? [] : [`${pointer}/${index} is no object.`],
  );
}
