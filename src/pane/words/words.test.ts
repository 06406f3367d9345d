import { describe, expect, test } from 'vitest';
import { de as hostDe } from '../../host/world/texts/de.ts';
import { en as hostEn } from '../../host/world/texts/en.ts';
import { es as hostEs } from '../../host/world/texts/es.ts';
import { fr as hostFr } from '../../host/world/texts/fr.ts';
import { it as hostIt } from '../../host/world/texts/it.ts';
import { ja as hostJa } from '../../host/world/texts/ja.ts';
import { ptBr as hostPt } from '../../host/world/texts/pt-BR.ts';
import { zhHans as hostZh } from '../../host/world/texts/zh-Hans.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import { languages, type Words } from './words.ts';
import { zh } from './zh.ts';

const catalogues = { en, de, es, fr, it, ja, pt, zh } as const;
const hostTexts = {
  en: hostEn,
  de: hostDe,
  es: hostEs,
  fr: hostFr,
  it: hostIt,
  ja: hostJa,
  pt: hostPt,
  zh: hostZh,
} as const;

type Phrase = (...values: (string | number)[]) => string;

/** Every text by its path; phrases as functions. */
function entriesOf(words: object, path = ''): [path: string, text: string | Phrase][] {
  return Object.entries(words).flatMap(([key, value]): [string, string | Phrase][] =>
    typeof value === 'object' && value !== null
      ? entriesOf(value, `${path}${key}.`)
      : [[path + key, value as string | Phrase]],
  );
}

/** Texts that may well be the same in two languages. */
const names =
  /^(salesPane|copyTo|inspector|detailsOf|records$|references|source|recordTypes?\.|connectors|conversation|citation|suggestions|severities\.|mail$)/;

test('there is a catalogue for every language that the pane offers', () => {
  expect(Object.keys(catalogues).sort()).toEqual(languages.map((tag) => tag.slice(0, 2)).sort());
});

describe.each(Object.entries(catalogues) as [keyof typeof catalogues, Words][])('%s', (language, words) => {
  const english = new Map(entriesOf(en));

  test('has every text of the English catalogue, none empty', () => {
    expect(entriesOf(words).map(([path]) => path)).toEqual([...english.keys()]);
    expect(entriesOf(words).filter(([, text]) => typeof text === 'string' && text.trim() === '')).toEqual([]);
  });

  test('says in each phrase what it was given', () => {
    for (const [path, phrase] of entriesOf(words)) {
      if (typeof phrase !== 'function') continue;
      const given = path === 'references' || path === 'citation' ? [7] : ['Contoso', 'Hub'].slice(0, phrase.length);
      expect(phrase.length, path).toBe((english.get(path) as Phrase).length);
      for (const value of given) expect(phrase(...given), path).toContain(String(value));
    }
  });

  test('is translated', () => {
    const same = entriesOf(words).filter(([path, text]) => english.get(path) === text && !names.test(path));
    if (language !== 'en') expect(same).toEqual([]);
  });

  test('counts references by the rule of its language', () => {
    const rule = new Intl.PluralRules(language);
    const form = (count: number) => words.references(count).replace(/\d+/, '');
    for (const count of [1, 2, 5, 11, 21])
      expect(form(count) === form(1), String(count)).toBe(rule.select(count) === rule.select(1));
  });

  test('names the prompts of drafts as the host knows them', () => {
    const texts = hostTexts[language];
    expect(words.draftPrompts).toEqual([texts['prompt.inquiry'], texts['prompt.concern'], texts['prompt.proposal']]);
  });
});
