import type { Item } from '../../host/host.ts';
import { askedIn } from '../asked-once.ts';
import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import { baseOf, readOf } from '../languages.ts';
import { whyUnseen } from '../seen-answers.ts';
import { advice, couldNotRun, fail, notApplicable, pass } from '../verdict.ts';

/** What no language changes. */
const sameInAll = ['recordId', 'recordType', 'dateTime', 'contentType'];

interface Spoken {
  readonly language: string;
  readonly exchange: Exchange;
  readonly items: readonly Item[];
}

export const languageDiffers = actionCheck({
  id: 'language-differs',
  group: 'language',
  title: 'What people read follows the language, what they do not read stays the same',
  why: "A seller reads the host in their own language; an answer in another one looks like somebody else's.",
  source: 'guideline G10',
  mend: 'Choose texts by Accept-Language; leave ids, types and times as they are.',
  async run(subject) {
    const languages = [...new Set(subject.options.languages)];
    if (languages.length === 1)
      return notApplicable(`${languages[0]} alone is named (--language): nothing to compare.`);
    const isAlike = new Set(languages.map(baseOf)).size < 2;
    if (isAlike)
      return advice(
        'Name two languages that the connector has, such as --language en-US --language de-DE, or the only one that it has.',
      );
    const spoken: Spoken[] = [];
    for (const language of languages) {
      const exchange = await askedIn(subject, language);
      if (exchange.answer.failure === 'timeout')
        return language === languages[0]
          ? couldNotRun('The usual call was not answered in time: see time-within-budget.', exchange)
          : fail(`In ${language} no answer came in time.`, exchange);
      spoken.push({ language, exchange, items: subject.itemsOf(exchange) });
    }
    if (spoken.every(({ items }) => items.length === 0)) return whyUnseen(subject);
    const silent = spoken.find(({ items }) => items.length === 0);
    if (silent) {
      const { language, exchange } = silent;
      const what = exchange.isAnswered ? 'no item' : (exchange.answer.problem ?? `status ${exchange.status}`);
      return fail(`In ${language} comes ${what}, in another language there are items.`, exchange);
    }
    for (const [index, one] of spoken.entries())
      for (const other of spoken.slice(index + 1)) {
        const pair = `${one.language} and ${other.language}`;
        const [a, b] = [fixedOf(one.items), fixedOf(other.items)];
        if (a.join() !== b.join())
          return fail(`In ${pair} other items come, or other ids, types or times of them.`, other.exchange);
        const isSame = readOf(subject, one.items) === readOf(subject, other.items);
        if (isSame && baseOf(one.language) !== baseOf(other.language))
          return fail(`In ${pair} the texts are the same.`, other.exchange);
      }
    return pass(spoken.map(({ language }) => language).join(', '), spoken[1]?.exchange);
  },
});

/** Sorted: an order by words may differ from language to language. */
function fixedOf(items: readonly Item[]): string[] {
  return items.map((item) => JSON.stringify(sameInAll.map((name) => item[name] ?? null))).toSorted();
}
