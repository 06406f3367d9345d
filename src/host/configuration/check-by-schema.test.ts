import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBySchema } from './check-by-schema.ts';
import { configurationSchema } from './configuration-schema.ts';

const ajv = new Ajv.default({ strict: false, validateFormats: false });
const isValid = ajv.compile(configurationSchema);

test('the schema is a JSON Schema, and uses only what the checker knows', () => {
  expect(ajv.validateSchema(configurationSchema)).toBe(true);
  const understood = ['type', 'enum', 'minimum', 'pattern', 'items', 'required', 'properties', 'additionalProperties'];
  const words = ['anyOf', 'description', 'title', '$schema', 'format'];
  const keywords = new Set<string>();
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [keyword, value] of Object.entries(schema)) {
      keywords.add(keyword);
      if (keyword === 'properties') Object.values(value).forEach(walk);
      else if (keyword === 'anyOf') (value as unknown[]).forEach(walk);
      else if (keyword === 'items' || keyword === 'additionalProperties') walk(value);
    }
  };
  walk(configurationSchema);
  expect([...keywords].filter((keyword) => ![...understood, ...words].includes(keyword))).toEqual([]);
});

/** Values that are often nearly right. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'omitted', 'EUR', '2026-01-01', 'RECORD_NOT_FOUND', 'URL', -1, 0, 1.5, true, null),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(
      fc.constantFrom(
        'packages',
        'urls',
        'users',
        'name',
        'email',
        'records',
        'type',
        'id',
        'fields',
        'amount',
        'mails',
        'to',
        'faults',
        '*',
        'addedLatency',
        'errorCode',
        'hostProfile',
        'top',
        'crmOrgUrl',
        'odd',
        'currency',
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

test('the checker says of every value what a validator of others says', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(configurationSchema.properties)), value), (own) => {
      expect(checkBySchema(own, configurationSchema).length === 0).toBe(isValid(own));
    }),
    { numRuns: 2000 },
  );
});
