import { expect, test } from 'vitest';
import { exampleTexts } from './example-texts.ts';
import { explainedRules } from './reference-page.ts';

const rule = (id: string) => explainedRules.find((each) => each.id === id) ?? expect.fail(`There is no rule ${id}.`);

test('the good and the bad example of every rule differ as they are told', () => {
  const alike = explainedRules.filter((each) => {
    const { good, bad } = exampleTexts(each);
    return good === bad;
  });
  expect(alike.map(({ id }) => id)).toEqual([]);
});

test('no example is longer than a screen', () => {
  const lengths = explainedRules.flatMap((each) =>
    Object.values(exampleTexts(each)).map((text) => text.split('\n').length),
  );
  expect(Math.max(...lengths)).toBeLessThanOrEqual(26);
});

test('the difference stays: an operation’s name, a letter deep in a text, the version that takes something away', () => {
  expect(exampleTexts(rule('OperationIdNotFound')).bad).toContain('"operationId": "ListPipeline"');
  expect(exampleTexts(rule('script-operation-unknown')).bad).toContain('scp-get-related-recrods');
  expect(exampleTexts(rule('input-type-changed')).bad).toMatch(
    /"new": \{[\s\S]+"name": "top", "in": "query", "type": "string"/,
  );
});
