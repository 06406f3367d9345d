import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageNegotiator } from './language.ts';

const offered = ['en', 'de', 'es', 'fr', 'it', 'ja', 'pt-BR', 'zh-Hans'] as const;
const negotiate = languageNegotiator(offered);

test.each([
  ['fr-FR', 'fr'],
  ['fr-CA, en;q=0.5', 'fr'],
  ['DE-at', 'de'],
  ['de-CH-1996', 'de'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-Hans-SG', 'zh-Hans'],
  ['zh-TW', 'en'],
  ['zh-TW, ja;q=0.8', 'ja'],
  ['xx, de;q=0.5', 'de'],
  ['de;q=0.3, fr;q=0.9', 'fr'],
  ['en;q=0, de;q=0.1', 'de'],
  ['*', 'en'],
  ['xx', 'en'],
  ['', 'en'],
  ['garbage;;;q=', 'en'],
  ['de;q=abc', 'en'],
  ['zh_CN', 'zh-Hans'],
  [undefined, 'en'],
  ['x'.repeat(5000), 'en'],
])('%s is answered in %s', (header, language) => {
  expect(negotiate(header)).toBe(language);
});

test('no header is an error', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(offered).toContain(negotiate(header));
    }),
  );
});
