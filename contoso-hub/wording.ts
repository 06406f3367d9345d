/** Sentences, dates and numbers in the languages of Contoso Hub. What can be formatted once is formatted once. */
import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './messages/de.ts';
import { en, type MessageKey, type Messages } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { it } from './messages/it.ts';
import { ja } from './messages/ja.ts';
import { ptBr } from './messages/pt-BR.ts';
import { zhHans } from './messages/zh-Hans.ts';

const catalogues: Readonly<Record<string, Messages>> = { en, de, es, fr, it, ja, 'pt-BR': ptBr, 'zh-Hans': zhHans };

/** The languages, the fallback first. */
export const languages = ['en', 'de', 'es', 'fr', 'it', 'ja', 'pt-BR', 'zh-Hans'] as const satisfies [
  string,
  ...string[],
];

type Values = Readonly<Record<string, string | number>>;

/** The words of one language. */
export interface Wording {
  readonly language: string;
  text(key: MessageKey, values?: Values): string;
  /** The day of a time (milliseconds since 1970), in UTC. */
  date(at: number): string;
  money(amount: number, currency: string): string;
  number(value: number): string;
  minutes(minutes: number): string;
  list(names: readonly string[]): string;
}

const day = 86_400_000;
const remembered = 10_000;
const wordings = new Map<string, Wording>();

/** The wording of a language that `languages` has. */
export function wordingIn(language: string): Wording {
  let wording = wordings.get(language);
  if (!wording) {
    wording = makeWording(language);
    wordings.set(language, wording);
  }
  return wording;
}

function makeWording(language: string): Wording {
  const messages = catalogues[language] ?? en;
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const currencies = once((currency: string) => {
    const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(language, style);
  });
  const dateOfDay = once((number: number) => dates.format(number * day));
  const money = once((amountAndCurrency: string) => {
    const [amount, currency = 'USD'] = amountAndCurrency.split(' ');
    return currencies(currency).format(Number(amount));
  });

  const sentence = once((key: MessageKey) =>
    sentenceOf(new IntlMessageFormat(messages[key], language, undefined, { ignoreTag: true })),
  );

  const text: Wording['text'] = (key, values) => (values ? sentence(key)(values) : messages[key]);

  return {
    language,
    text,
    minutes: once((minutes) => text('minutes', { minutes })),
    date: (at) => dateOfDay(Math.floor(at / day)),
    money: (amount, currency) => money(`${amount} ${currency}`),
    number: once((value) => numbers.format(value)),
    list: (names) => (names.length === 1 ? (names[0] ?? '') : lists.format(names)),
  };
}

/** A message as a function; one that only puts in values is put together without the formatter, which costs ten times that. */
function sentenceOf(format: IntlMessageFormat): (values: Values) => string {
  const elements = format.getAst();
  if (!elements.every((element) => element.type === 0 || element.type === 1))
    return (values) => String(format.format(values));
  return (values) => {
    let sentence = '';
    for (const { type, value } of elements as { type: 0 | 1; value: string }[])
      sentence += type === 0 ? value : given(values, value);
    return sentence;
  };
}

function given(values: Values, name: string): string | number {
  const value = values[name];
  if (value === undefined) throw new TypeError(`A sentence lacks its value ${name}.`);
  return value;
}

/** Remembers what was made of a key, for so many keys. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (known.size >= remembered) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
