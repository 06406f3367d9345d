/** Words, days, amounts and lists in the languages of the generated texts. */
import { de } from './texts/de.ts';
import { en, type TextKey, type Texts } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import { it } from './texts/it.ts';
import { ja } from './texts/ja.ts';
import { ptBr } from './texts/pt-BR.ts';
import { zhHans } from './texts/zh-Hans.ts';

/** The texts by language, the fallback first. */
export const textCatalogues = { en, de, es, fr, it, ja, 'pt-BR': ptBr, 'zh-Hans': zhHans } as const satisfies Record<
  string,
  Texts
>;

export type TextLanguage = keyof typeof textCatalogues;

type Values = Readonly<Record<string, string | undefined>>;

/** The words of one language. */
export interface Words {
  readonly language: TextLanguage;
  text(key: TextKey, values?: Values): string;
  /** The day of a time in ISO 8601, in UTC; a text that is none as it is. */
  day(time: string): string;
  money(amount: number, currency: string): string;
  list(texts: readonly string[]): string;
  /** Sentences one after the other. */
  sentences(texts: readonly string[]): string;
}

const tags = Object.keys(textCatalogues) as TextLanguage[];

/** The language of the texts for a BCP 47 tag: by its subtags, then by its language and script; else English. */
export function textLanguageOf(tag: string): TextLanguage {
  const subtags = tag.toLowerCase().split('-');
  const ranges = subtags.map((_, left) => subtags.slice(0, subtags.length - left).join('-'));
  const exact = ranges.map((range) => tags.find((each) => each.toLowerCase() === range)).find(Boolean);
  return exact ?? tags.find((each) => languageAndScript(each) === languageAndScript(tag)) ?? 'en';
}

/** The words of the language of the texts that fits a tag. */
export function wordsIn(tag: string): Words {
  const language = textLanguageOf(tag);
  const texts: Texts = textCatalogues[language];
  return {
    language,
    text: (key, values = {}) =>
      withoutUnknown(texts[key], values).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
    day: (time) => {
      const at = Date.parse(time);
      return Number.isNaN(at)
        ? time
        : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
    },
    money: (amount, currency) =>
      new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount),
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
    sentences: (texts) => texts.join(language === 'ja' || language === 'zh-Hans' ? '' : ' '),
  };
}

/** The text without the parts in [ ] whose value is not known, and without the brackets of the others. */
function withoutUnknown(text: string, values: Values): string {
  return text.replace(/\[([^\]]*)\]/g, (_whole, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => values[name]) ? part : '',
  );
}

function languageAndScript(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return tag;
  }
}
