import { cardProblems } from '../adaptive-card.ts';
import { actionCheck } from '../check.ts';
import { judgeItems } from '../seen-answers.ts';
import { notApplicable, pass } from '../verdict.ts';

export const answerCards = actionCheck({
  id: 'answer-cards',
  group: 'answers',
  title: 'Cards are Adaptive Cards of version 1.5',
  why: 'Sales chat draws version 1.5: what it does not know it leaves out, or it draws no card at all.',
  source: 'extend-m365-chat.md, Response; adaptivecards.io, Schema Explorer',
  mend: 'Mend the card; the designer at adaptivecards.io shows it with the target version 1.5.',
  async run(subject) {
    if (subject.point) return notApplicable('The action is no chat skill.');
    return judgeItems(
      subject,
      ({ checked }) => [
        ...checked.dropped
          .filter(({ why }) => why !== 'adaptiveCard is missing')
          .map(({ index, why }) => `Card ${index + 1}: ${why}.`),
        ...(isPlain(checked)
          ? []
          : checked.items.flatMap(({ adaptiveCard }, index) =>
              cardProblems(adaptiveCard as Record<string, unknown>).map((problem) => `Card ${index + 1}: ${problem}`),
            )),
      ],
      (answers) => {
        const cards = answers.flatMap(({ checked }) => (isPlain(checked) ? [] : checked.items)).length;
        return cards > 0 ? pass(`${cards} cards`, answers[0]?.exchange) : notApplicable('The answer has no cards.');
      },
    );
  },
});

/** The card was made by the host, of an answer without one. */
function isPlain({ findings }: { readonly findings: readonly { readonly rule: string }[] }): boolean {
  return findings.some(({ rule }) => rule === 'chat-without-cards');
}
