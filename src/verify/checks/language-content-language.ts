import { askedIn } from '../asked-once.ts';
import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import { baseOf, readOf } from '../languages.ts';
import { whyUnseen } from '../seen-answers.ts';
import { advice, pass } from '../verdict.ts';

export const languageContentLanguage = actionCheck({
  id: 'language-content-language',
  group: 'language',
  title: 'Answers say in Content-Language which language they are in',
  why: 'Caches and people who look for a fault see at once which language was chosen.',
  source: 'guideline G10; RFC 9110, 8.5',
  mend: 'Send Content-Language with the language of the texts, and vary: accept-language where answers may be cached.',
  async run(subject) {
    const { surveyed, options, itemsOf } = subject;
    const usual = surveyed.find(({ exchange }) => isRead(exchange))?.exchange;
    if (!usual) return whyUnseen(subject);
    const [own = 'en-US', ...others] = new Set(options.languages);
    const asked = [
      { language: own, exchange: subject.surveyed.find(({ values }) => values === subject.values)?.exchange ?? usual },
    ];
    for (const language of others) asked.push({ language, exchange: await askedIn(subject, language) });
    const said: Said[] = [];
    for (const { language, exchange } of asked.filter((each) => isRead(each.exchange))) {
      const value = exchange.answer.headers['content-language'];
      if (value === undefined) return advice('Content-Language is missing.', exchange);
      if (!value.split(',').every((tag) => isTag(tag.trim())))
        return advice(`Content-Language is "${value}", which is no language.`, exchange);
      said.push({ language, value, text: readOf(subject, itemsOf(exchange)), exchange });
    }
    const wrong = said.find((each) => said.some((other) => isSaidOfBoth(each, other)));
    if (wrong) {
      const { value, language, exchange } = wrong;
      return advice(
        `Content-Language is "${value}" in ${language} as in another language, whose texts are others.`,
        exchange,
      );
    }
    return pass(said.map(({ value }) => value).join(', '), usual);
  },
});

interface Said {
  /** That was asked for. */
  readonly language: string;
  /** Content-Language. */
  readonly value: string;
  /** What people read. */
  readonly text: string;
  readonly exchange: Exchange;
}

/** The same language is said of texts that are not the same, though one of them was asked for in another. */
function isSaidOfBoth(one: Said, other: Said): boolean {
  return (
    baseOf(one.language) !== baseOf(other.language) &&
    baseOf(one.language) !== baseOf(one.value) &&
    !one.value.includes(',') &&
    one.value === other.value &&
    one.text !== other.text
  );
}

/** An answer that a seller reads. */
function isRead({ isAnswered, json }: Exchange): boolean {
  return isAnswered && json !== undefined;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
