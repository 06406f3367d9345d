/** What the keywords of a value may say: ranges, lengths, counts, patterns. One table, one place where values are found. */
import { extensionPoints } from '../../../contract/contract.ts';
import { eachEntry, isObject, type JsonObject, step } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { byKeyword, type Keyword, schemasWith } from '../../model/parts-with.ts';
import { perModel } from '../../model/per-model.ts';
import { type TypedPart, typedParameters, withItems } from '../../model/typed-parts.ts';
import type { Problem, Rule, Sample } from '../../rule.ts';

const { recordDetails } = extensionPoints;
const source = 'Fix Swagger Validator errors (Microsoft Learn, 2022). No published definition breaks it.';

/** What declares a value and is no schema: parameters and headers, with their items. */
const plainPartsByKeyword = perModel((model) => {
  const found = [...typedParameters(model)];
  for (const { responses } of model.operations)
    for (const { value, pointer } of responses)
      eachEntry(value.headers, (name, header) => found.push(...withItems(header, `${pointer}/headers${step(name)}`)));
  // Operations share responses, and so their headers.
  const once = new Map(found.map((part) => [part.pointer, part]));
  return byKeyword([...once.values()]);
});

/** A property of an answer with these keywords. */
const withKeywords = (type: string, keywords: object): Sample => ({
  definition: {
    definitions: { RecordDetailsItem: { properties: { size: { type, description: 'The size.', ...keywords } } } },
  },
});

interface KeywordRule {
  readonly id: string;
  readonly keyword: Keyword;
  readonly title: string;
  readonly good: Sample;
  readonly bad: Sample;
  /** What is wrong with the keyword's value, and how to mend it. */
  readonly wrong: (value: unknown, all: JsonObject) => string | undefined;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The keyword must be zero or more. */
function zeroOrMore(id: string, keyword: Keyword, type: string): KeywordRule {
  return {
    id,
    keyword,
    title: `${keyword} is zero or more`,
    good: withKeywords(type, { [keyword]: 0, ...(type === 'array' && { items: { type: 'string' } }) }),
    bad: withKeywords(type, { [keyword]: -1, ...(type === 'array' && { items: { type: 'string' } }) }),
    wrong: (value) =>
      isNumber(value) && value < 0
        ? `${keyword} is ${value}; a number below zero can never hold. Write zero or more.`
        : undefined,
  };
}

/** The lower keyword must not be above the upper one. */
function inOrder(id: string, keyword: Keyword, upper: string, type: string): KeywordRule {
  const more = type === 'array' ? { items: { type: 'string' } } : {};
  return {
    id,
    keyword,
    title: `${keyword} is not above ${upper}`,
    good: withKeywords(type, { [keyword]: 3, [upper]: 3, ...more }),
    bad: withKeywords(type, { [keyword]: 4, [upper]: 3, ...more }),
    wrong: (value, all) => {
      const most = all[upper];
      return isNumber(value) && isNumber(most) && value > most
        ? `${keyword} (${value}) is above ${upper} (${most}), so no value is right. Exchange them, or correct one.`
        : undefined;
    },
  };
}

/** The keyword says nothing without another one. */
function together(id: string, keyword: Keyword, needed: string): KeywordRule {
  return {
    id,
    keyword,
    title: `${keyword} goes with ${needed}`,
    good: withKeywords('integer', { [keyword]: true, [needed]: 1 }),
    bad: withKeywords('integer', { [keyword]: true }),
    wrong: (_, all) =>
      all[needed] === undefined
        ? `${keyword} needs ${needed} beside it. Add ${needed}, or remove ${keyword}.`
        : undefined,
  };
}

const keywords: readonly KeywordRule[] = [
  zeroOrMore('MaxItemsMustBeGreaterThanOrEqualToZero', 'maxItems', 'array'),
  zeroOrMore('MinItemsMustBeGreaterThanOrEqualToZero', 'minItems', 'array'),
  zeroOrMore('MaxLengthMustBeGreaterThanOrEqualToZero', 'maxLength', 'string'),
  zeroOrMore('MinLengthMustBeGreaterThanOrEqualToZero', 'minLength', 'string'),
  zeroOrMore('MaxPropertiesMustBeGreaterThanOrEqualToZero', 'maxProperties', 'object'),
  zeroOrMore('MinPropertiesMustBeGreaterThanOrEqualToZero', 'minProperties', 'object'),
  inOrder('MinimumShouldBeLessThanOrEqualToMaximum', 'minimum', 'maximum', 'integer'),
  inOrder('MinItemsShouldBeLessThanOrEqualToMaxItems', 'minItems', 'maxItems', 'array'),
  inOrder('MinLengthShouldBeLessThanOrEqualToMaxLength', 'minLength', 'maxLength', 'string'),
  together('ExclusiveMaximumRequiresMaximum', 'exclusiveMaximum', 'maximum'),
  together('ExclusiveMinimumRequiresMinimum', 'exclusiveMinimum', 'minimum'),
  {
    id: 'MultipleOfMustBeGreaterThanZero',
    keyword: 'multipleOf',
    title: 'multipleOf is above zero',
    good: withKeywords('number', { multipleOf: 0.01 }),
    bad: withKeywords('number', { multipleOf: 0 }),
    wrong: (value) =>
      isNumber(value) && value <= 0 ? `multipleOf is ${value}; only a number above zero divides.` : undefined,
  },
  {
    id: 'PatternShouldBeValidRegularExpression',
    keyword: 'pattern',
    title: 'pattern is a regular expression',
    good: withKeywords('string', { pattern: '(?i)^[A-Z]{2}-\\d+$' }),
    bad: withKeywords('string', { pattern: '^[A-Z{2}-(\\d+$' }),
    wrong: (value) =>
      typeof value === 'string' && !isRegularExpression(value)
        ? `pattern is no regular expression: ${reasonOf(value)}. Correct it, or leave it out.`
        : undefined,
  },
  {
    id: 'CollectionFormatValueNotSupported',
    keyword: 'collectionFormat',
    title: 'collectionFormat is one that is supported',
    good: withArrayParameter('multi'),
    bad: withArrayParameter('semicolons'),
    wrong: (value, { in: location }) => {
      const known = [
        'csv',
        'ssv',
        'tsv',
        'pipes',
        ...(location === 'query' || location === 'formData' ? ['multi'] : []),
      ];
      return known.includes(String(value))
        ? undefined
        : `collectionFormat ${JSON.stringify(value)} is not supported here. Write ${known.join(', ')}.`;
    },
  },
  {
    id: 'AllowEmptyValueOnlyValidForQueryFormData',
    keyword: 'allowEmptyValue',
    title: 'Only parameters in query and formData may be empty',
    good: withParameter({ allowEmptyValue: true }),
    bad: withParameter({ in: 'header', allowEmptyValue: true }),
    wrong: (_, { in: location }) =>
      location === undefined || location === 'query' || location === 'formData'
        ? undefined
        : `allowEmptyValue is for parameters in query and formData; this one is in ${String(location)}. Remove it.`,
  },
];

const keywordRules: readonly Rule[] = keywords.map(({ id, keyword, title, good, bad, wrong }) => ({
  id,
  group: 'certification',
  severity: 'error',
  title,
  why: 'The validator refuses it: what it says of a value can not be meant.',
  source,
  good,
  bad,
  check: (model) =>
    partsOf(model, keyword).flatMap(({ value, pointer }): Problem[] => {
      const message = wrong(value[keyword], value);
      return message === undefined ? [] : [{ message, pointer: `${pointer}/${keyword}` }];
    }),
}));

/** Everything that declares a value and has the keyword. */
function partsOf(model: PackageModel, keyword: Keyword): readonly TypedPart[] {
  return [...(plainPartsByKeyword(model).get(keyword) ?? []), ...schemasWith(model, keyword)];
}

const discriminator: Rule = {
  id: 'DiscriminatorMustBeARequiredStringProperty',
  group: 'certification',
  severity: 'warning',
  title: 'discriminator names a required string property',
  why: 'Without it no reader can tell which of several kinds of object it has. 5 of 1,012 published definitions use discriminators.',
  source: 'Fix Swagger Validator errors (Microsoft Learn, 2022)',
  good: withDiscriminator(['kind']),
  bad: withDiscriminator(['size']),
  check: (model) =>
    schemasWith(model, 'discriminator').flatMap(({ value, pointer }): Problem[] => {
      const name = String(value.discriminator);
      const property = isObject(value.properties) ? value.properties[name] : undefined;
      const isRequired = Array.isArray(value.required) && value.required.includes(name);
      const isText = isObject(property) && (property.type === 'string' || property.$ref !== undefined);
      if (isRequired && isText) return [];
      const message = `discriminator names "${name}", which is no required property of type string. Declare it, and list it in required.`;
      return [{ message, pointer: `${pointer}/discriminator` }];
    }),
};

export const limitRules: readonly Rule[] = [...keywordRules, discriminator];

/** Patterns are written for other engines as well: what only those know is left out before trying. */
function isRegularExpression(pattern: string): boolean {
  if (pattern.length > 10_000) return true;
  const plain = pattern.replace(/\(\?[a-z]+(?:-[a-z]+)?\)/g, '').replace(/\(\?(?:>|[a-z]+:)/g, '(?:');
  return compiles(plain, '') || compiles(plain, 'u');
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(pattern: string): string {
  try {
    new RegExp(pattern);
    return 'it is broken';
  } catch (error) {
    return (error as Error).message.split(': ').at(-1)?.toLowerCase() ?? 'it is broken';
  }
}

function withParameter(changes: object): Sample {
  const [{ name, description }] = recordDetails.inputs;
  const parameter = {
    name,
    in: 'query',
    'x-ms-summary': 'Type',
    description,
    required: true,
    type: 'string',
    ...changes,
  };
  return { definition: { paths: { [recordDetails.path]: { get: { parameters: [parameter] } } } } };
}

function withArrayParameter(collectionFormat: string): Sample {
  return withParameter({ type: 'array', items: { type: 'string' }, collectionFormat });
}

function withDiscriminator(required: readonly string[]): Sample {
  const properties = { kind: { type: 'string' }, size: { type: 'integer' } };
  return { definition: { definitions: { Kind: { type: 'object', discriminator: 'kind', required, properties } } } };
}
