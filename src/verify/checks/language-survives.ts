import { actionCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import { whyUnseen } from '../seen-answers.ts';
import { fail, pass } from '../verdict.ts';

/** A language that hardly anybody offers, no header as the standard has it, and one without end. */
const odd: readonly (readonly [language: string, words: string])[] = [
  ['tlh-Latn-KX', 'an unknown language'],
  ['de;q=much,,-_-;;q=', 'a malformed list'],
  [Array.from({ length: 300 }, (_, index) => `x-${index}`).join(','), 'a very long list'],
];

export const languageSurvives = actionCheck({
  id: 'language-survives',
  group: 'language',
  title: 'Unknown and malformed languages are answered as usual',
  why: 'A seller of a language that the connector does not have should see something, not nothing.',
  source: 'guideline G10; RFC 9110, 12.5.4',
  mend: 'Fall back to the usual language, whatever Accept-Language says.',
  async run(subject) {
    const usual = subject.surveyed.find(({ values }) => values === subject.values);
    if (!usual?.exchange.isAnswered) return whyUnseen(subject);
    for (const [language, words] of odd) {
      const exchange = await subject.ask({ language });
      if (!exchange.isAnswered) return fail(`With ${words}: ${answerWords(exchange)}.`, exchange);
      if (usual.items.length > 0 && subject.itemsOf(exchange).length === 0)
        return fail(`With ${words} no item comes, where usually ${usual.items.length} do.`, exchange);
    }
    return pass(odd.map(([, words]) => words).join(', '), usual.exchange);
  },
});
