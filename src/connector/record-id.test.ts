import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalRecordId } from './record-id.ts';

const guid = fc.uuid();
const salesforce = fc.stringMatching(/^[0-9a-zA-Z]{15}$/);

test.each([
  ['0065i00000A1CaF', '0065i00000A1CaFAAV'],
  ['0065i00000A1CaFAAV', '0065i00000A1CaFAAV'],
  ['0065I00000A1CAFAAV', '0065i00000A1CaFAAV'],
  ['0065i00000a1cafaav', '0065i00000A1CaFAAV'],
  ['{50CAFE00-A100-4000-8000-000000000001}', '50cafe00-a100-4000-8000-000000000001'],
  [' 50cafe00-a100-4000-8000-000000000001 ', '50cafe00-a100-4000-8000-000000000001'],
  ['something else', 'something else'],
])('%s is %s', (id, canonical) => {
  expect(canonicalRecordId(id)).toBe(canonical);
});

test('a GUID is the same in either case, in braces or not', () => {
  fc.assert(
    fc.property(guid, (id) => {
      expect(canonicalRecordId(id.toUpperCase())).toBe(id);
      expect(canonicalRecordId(`{${id}}`)).toBe(id);
    }),
  );
});

test('a Salesforce id is the same with 15 and 18 characters, and with 18 whatever the case', () => {
  fc.assert(
    fc.property(salesforce, (id) => {
      const long = canonicalRecordId(id);
      expect(long).toHaveLength(18);
      expect(canonicalRecordId(long)).toBe(long);
      expect(canonicalRecordId(long.toLowerCase())).toBe(long);
      expect(canonicalRecordId(long.toUpperCase())).toBe(long);
    }),
  );
});

test('two Salesforce ids of 15 characters that differ in case are different', () => {
  fc.assert(
    fc.property(salesforce, salesforce, (a, b) => {
      fc.pre(a !== b);
      expect(canonicalRecordId(a)).not.toBe(canonicalRecordId(b));
    }),
  );
});

test('the canonical spelling is canonical', () => {
  fc.assert(fc.property(fc.string(), (id) => canonicalRecordId(canonicalRecordId(id)) === canonicalRecordId(id)));
});
