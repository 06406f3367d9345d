import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { de } from './messages/de.ts';
import { en, type MessageKey, type Messages } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { it } from './messages/it.ts';
import { ja } from './messages/ja.ts';
import { ptBr } from './messages/pt-BR.ts';
import { zhHans } from './messages/zh-Hans.ts';
import { languages, wordingIn } from './wording.ts';

const catalogues: Record<string, Messages> = { en, de, es, fr, it, ja, 'pt-BR': ptBr, 'zh-Hans': zhHans };
const keys = Object.keys(en) as MessageKey[];

/** The arguments of a message, and those that it chooses a plural by. */
function argumentsOf(message: string, language: string) {
  const names = new Set<string>();
  const plurals: { name: string; forms: string[] }[] = [];
  const visit = (nodes: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const node of nodes) {
      if (node.type === 1 || node.type === 6) names.add(node.value);
      if (node.type === 6) {
        plurals.push({ name: node.value, forms: Object.keys(node.options) });
        for (const option of Object.values(node.options)) visit(option.value);
      }
    }
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return { names: [...names].sort(), plurals };
}

describe.each(languages)('%s', (language) => {
  const messages = catalogues[language] as Messages;

  test.each(keys)('%s takes the arguments that English takes', (key) => {
    expect(argumentsOf(messages[key], language).names).toEqual(argumentsOf(en[key], 'en').names);
  });

  test.each(keys)('%s has every plural form of the language', (key) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const { forms: given } of argumentsOf(messages[key], language).plurals)
      expect(given).toEqual(expect.arrayContaining(forms));
  });

  test('says something of its own in every sentence', () => {
    if (language === 'en') return;
    const sentences = keys.filter((key) => /\.text$|^insight|^content\.description/.test(key));
    expect(sentences.filter((key) => messages[key] === en[key])).toEqual([]);
  });
});

test.each([
  [1, 'Ann visited “Pricing” once.'],
  [3, 'Ann visited “Pricing” 3 times.'],
])('%i visits are put as they should be', (visits, sentence) => {
  expect(wordingIn('en').text('site-visited.text', { by: 'Ann', page: 'Pricing', visits })).toBe(sentence);
});

test('names are put as they are, whatever they hold', () => {
  const by = "<b>{Ann}</b> '#'";
  expect(wordingIn('de').text('agreement-viewed.text', { by, agreement: '{x}' })).toBe(`${by} hat „{x}“ geöffnet.`);
});

test('dates, numbers, currencies and lists follow the language', () => {
  const at = Date.UTC(2026, 8, 7, 23, 59);
  expect(languages.map((language) => wordingIn(language).date(at))).toEqual([
    'Sep 7, 2026',
    '07.09.2026',
    '7 sept 2026',
    '7 sept. 2026',
    '7 set 2026',
    '2026/09/07',
    '7 de set. de 2026',
    '2026年9月7日',
  ]);
  expect(wordingIn('de').money(118_500, 'EUR')).toBe('118.500\u00a0€');
  expect(wordingIn('fr').number(1234)).toBe('1\u202f234');
  expect(wordingIn('es').list(['Ana', 'Inés'])).toBe('Ana e Inés');
});
