import { extensionPoints } from '../../contract/contract.ts';
import { breaches } from '../answer-schema.ts';
import { actionCheck } from '../check.ts';
import { findingsOf, itemsIn, judgeItems, type SeenAnswer } from '../seen-answers.ts';
import { pass } from '../verdict.ts';

export const answerRequiredProperties = actionCheck({
  id: 'answer-required-properties',
  group: 'answers',
  title: 'Every item has the properties that are required',
  why: 'An item without one of them is not shown (G7), and the gateway holds answers to the definition.',
  source: "guideline G7; the extension point's page, Response; the definition's 200 response",
  mend: 'Fill the property in every item, or leave the item out.',
  async run(subject) {
    return judgeItems(
      subject,
      (answer) => [
        ...findingsOf(answer, 'item-required-property'),
        ...(subject.point ? [] : missingOfCards(answer)),
        ...breaches(subject, answer.exchange.json, 'required').filter((told) => !isOfList(answer, told)),
      ],
      (answers) => pass(itemsIn(answers), answers[0]?.exchange),
    );
  },
});

/** The list stands under a name of another case: answer-envelope tells of that. */
function isOfList({ checked }: SeenAnswer, told: string): boolean {
  return told.startsWith('The answer lacks') && checked.findings.some(({ rule }) => rule === 'answer-envelope-case');
}

/** Of the entries of a chat skill's adaptiveCards. */
function missingOfCards({ list, pointer, checked }: SeenAnswer): string[] {
  if (checked.findings.some(({ rule }) => rule === 'chat-without-cards')) return [];
  return list.flatMap((entry, index) =>
    extensionPoints.salesChat.item
      .filter(({ name }) => !isThere(entry, name))
      .map(({ name }) => `${pointer}/${index} lacks ${name}.`),
  );
}

function isThere(entry: unknown, name: string): boolean {
  const value = (entry as Record<string, unknown> | null)?.[name];
  return value !== undefined && value !== null;
}
