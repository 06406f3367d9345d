import { breaches } from '../answer-schema.ts';
import { actionCheck } from '../check.ts';
import { findingsOf, judgeItems } from '../seen-answers.ts';
import { notApplicable, pass } from '../verdict.ts';

export const answerAdditionalProperties = actionCheck({
  id: 'answer-additional-properties',
  group: 'answers',
  title: 'Additional properties are name-value pairs of texts',
  why: 'They are shown as they come: a number lacks its unit, an object is shown as raw JSON.',
  source: "the extension point's page, Response (additionalProperties)",
  mend: 'Send an object whose values are texts, written in the seller\'s language: { "Signed": "9/7/23" }.',
  async run(subject) {
    if (!subject.point?.item.some(({ name }) => name === 'additionalProperties'))
      return notApplicable('The answer has no additional properties.');
    return judgeItems(
      subject,
      (answer) => [
        ...findingsOf(answer, 'item-property-type'),
        ...findingsOf(answer, 'item-type').filter((told) => /^\S*\/additionalProperties:/.test(told)),
        ...breaches(subject, answer.exchange.json, 'additional'),
      ],
      (answers) => {
        const shown = answers.flatMap(({ checked }) => checked.items.map((item) => item.additionalProperties ?? {}));
        const count = shown.reduce((sum: number, properties) => sum + Object.keys(properties).length, 0);
        return count > 0
          ? pass(`${count} properties`, answers[0]?.exchange)
          : notApplicable('No item has additional properties.');
      },
    );
  },
});
