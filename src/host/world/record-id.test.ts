import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameRecordId } from './record-id.ts';

const short = fc.stringMatching(/^[0-9a-zA-Z]{15}$/);

test.each([
  ['0065i00000A1CaF', '0065i00000A1CaFAAV', true],
  ['0065i00000A1CaFAAV', '0065I00000A1CAFaav', true],
  ['0065i00000A1CaF', '0065i00000A1Caf', false],
  ['{50CAFE00-A100-4000-8000-000000000001}', ' 50cafe00-a100-4000-8000-000000000001', true],
  ['50cafe00-a100-4000-8000-000000000001', '50cafe00-a100-4000-8000-000000000002', false],
  ['Deal 1', 'deal 1', false],
])('%s and %s: %s', (one, other, same) => {
  expect(sameRecordId(one, other)).toBe(same);
});

test('a GUID is the same in either case, in braces or not', () => {
  fc.assert(fc.property(fc.uuid(), (id) => sameRecordId(id, `{${id.toUpperCase()}}`)));
});

test('short Salesforce ids are the same when they are equal, and not otherwise', () => {
  fc.assert(fc.property(short, (id) => !sameRecordId(id, id.toUpperCase()) || id === id.toUpperCase()));
});
