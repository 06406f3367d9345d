/** Ranges: numbers that must go together, patterns that must compile. */
import { type TypedPart, typedParts } from '../../model/typed-parts.ts';
import type { Problem, Rule } from '../../rule.ts';
import { type Declared, validatorRules } from './declared-rules.ts';
import { withSchema } from './fragments.ts';

/** A rule about one typed part: what is wrong with which of its keywords. */
function rangeRule(
  rule: Omit<Declared, 'severity' | 'published' | 'check' | 'good' | 'bad'>,
  good: object,
  bad: object,
  fault: (value: TypedPart['value']) => { keyword: string; message: string } | undefined,
): Declared {
  return {
    ...rule,
    severity: 'error',
    published: 0,
    good: withSchema(good),
    bad: withSchema(bad),
    check: (model) =>
      typedParts(model).flatMap(({ value, pointer }): Problem[] => {
        const found = fault(value);
        return found ? [{ message: found.message, pointer: `${pointer}/${found.keyword}` }] : [];
      }),
  };
}

const sizes = [
  ['maxItems', 'array', 'items'],
  ['minItems', 'array', 'items'],
  ['maxLength', 'string', 'characters'],
  ['minLength', 'string', 'characters'],
  ['maxProperties', 'object', 'properties'],
  ['minProperties', 'object', 'properties'],
] as const;

const pairs = [
  ['MinimumShouldBeLessThanOrEqualToMaximum', 'minimum', 'maximum', 'number'],
  ['MinItemsShouldBeLessThanOrEqualToMaxItems', 'minItems', 'maxItems', 'array'],
  ['MinLengthShouldBeLessThanOrEqualToMaxLength', 'minLength', 'maxLength', 'string'],
] as const;

const exclusives = [
  ['ExclusiveMaximumRequiresMaximum', 'exclusiveMaximum', 'maximum'],
  ['ExclusiveMinimumRequiresMinimum', 'exclusiveMinimum', 'minimum'],
] as const;

export const rangeRules: readonly Rule[] = validatorRules([
  ...sizes.map(([keyword, type, counted]) =>
    rangeRule(
      {
        id: `${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}MustBeGreaterThanOrEqualToZero`,
        title: `${keyword} is not negative`,
        why: `There is no negative number of ${counted}: nothing can be valid.`,
      },
      { type, items: { type: 'string' }, [keyword]: 0 },
      { type, items: { type: 'string' }, [keyword]: -1 },
      ({ [keyword]: size }) =>
        typeof size === 'number' && size < 0
          ? { keyword, message: `${keyword} is ${size}. Write 0 or more, or remove it.` }
          : undefined,
    ),
  ),
  ...pairs.map(([id, least, most, type]) =>
    rangeRule(
      { id, title: `${least} is no more than ${most}`, why: 'No value can be in such a range.' },
      { type, items: { type: 'string' }, [least]: 3, [most]: 3 },
      { type, items: { type: 'string' }, [least]: 4, [most]: 3 },
      ({ [least]: low, [most]: high }) =>
        typeof low === 'number' && typeof high === 'number' && low > high
          ? { keyword: least, message: `${least} is ${low}, ${most} is ${high}: no value fits. Change one of them.` }
          : undefined,
    ),
  ),
  ...exclusives.map(([id, keyword, bound]) =>
    rangeRule(
      {
        id,
        title: `${keyword} goes with ${bound}`,
        why: `In OpenAPI 2.0 ${keyword} says how ${bound} is meant; alone it means nothing. (In later versions it is a bound itself.)`,
      },
      { type: 'number', [keyword]: true, [bound]: 3 },
      { type: 'number', [keyword]: true },
      (value) =>
        value[keyword] !== undefined && value[bound] === undefined
          ? { keyword, message: `${keyword} stands without ${bound}. Add ${bound}, or remove it.` }
          : undefined,
    ),
  ),
  rangeRule(
    {
      id: 'MultipleOfMustBeGreaterThanZero',
      title: 'multipleOf is greater than zero',
      why: 'Nothing is a multiple of zero but zero.',
    },
    { type: 'number', multipleOf: 0.5 },
    { type: 'number', multipleOf: 0 },
    ({ multipleOf }) =>
      typeof multipleOf === 'number' && multipleOf <= 0
        ? { keyword: 'multipleOf', message: `multipleOf is ${multipleOf}. Write a number above 0, or remove it.` }
        : undefined,
  ),
  rangeRule(
    {
      id: 'PatternShouldBeValidRegularExpression',
      title: 'Patterns are regular expressions',
      why: 'A pattern that cannot be compiled checks nothing, and breaks readers. It is compiled here, never run.',
    },
    { type: 'string', pattern: '(?i)^q-\\d+$' },
    { type: 'string', pattern: '^(q-\\d+$' },
    ({ pattern }) =>
      typeof pattern === 'string' && !compiles(pattern)
        ? {
            keyword: 'pattern',
            message: `The pattern ${pattern.slice(0, 100)} cannot be compiled. Check its brackets and escapes.`,
          }
        : undefined,
  ),
]);

/** As JavaScript, or with what .NET has beyond it (inline options, atomic groups, named groups) put plainly. */
function compiles(pattern: string): boolean {
  if (pattern.length > 10_000) return true;
  const plain = pattern
    .replace(/\(\?[imnsx-]+\)/g, '')
    .replace(/\(\?(?:>|[imnsx-]+:)/g, '(?:')
    .replace(/\(\?(?:P<|')(\w+)[>']/g, '(?<$1>');
  return isCompiled(pattern) || isCompiled(plain);
}

function isCompiled(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
