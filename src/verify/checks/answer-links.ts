import { breaches } from '../answer-schema.ts';
import { actionCheck } from '../check.ts';
import { linksOf } from '../links-of.ts';
import { findingsOf, judgeItems } from '../seen-answers.ts';
import { notApplicable, pass } from '../verdict.ts';

export const answerLinks = actionCheck({
  id: 'answer-links',
  group: 'answers',
  title: 'Links are http or https addresses',
  why: 'A seller opens the partner application by them; another scheme is not opened, and may be an attack.',
  source: "the extension point's page, Response (url, content)",
  mend: 'Send whole https addresses, with scheme and host.',
  async run(subject) {
    return judgeItems(
      subject,
      (answer) => [
        ...findingsOf(answer, 'item-link'),
        ...linksOf(answer).flatMap(({ url, place }) =>
          isWeb(url) ? [] : [`${place} is no http or https address: ${JSON.stringify(url.slice(0, 60))}.`],
        ),
        ...breaches(subject, answer.exchange.json, 'link'),
      ],
      (answers) => {
        const count = answers.flatMap(linksOf).length;
        return count > 0 ? pass(`${count} links`, answers[0]?.exchange) : notApplicable('The items have no links.');
      },
    );
  },
});

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url.trim()) && URL.canParse(url.trim());
}
