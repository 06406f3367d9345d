/** What is generated for the inputs of an action: what fits, what nearly fits, and what nobody foresaw. */
import fc from 'fast-check';
import type { Field } from '../../contract/contract.ts';
import type { DiscoveredAction, Input, InputMatch } from '../../discovery/discovery.ts';
import { hostileTexts } from './hostile-texts.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Where a value stands: addresses are short, or the HTTP server refuses them before the connector sees them. */
type Place = 'address' | 'body';

const longest: Readonly<Record<Place, number>> = { address: 300, body: 100_000 };
const scripts = fc.string({ unit: 'grapheme', maxLength: 40 });
/** Every code point but surrogates. fast-check's own unit for them ("binary") takes a second to make. */
const codePoint = fc
  .oneof(
    fc.integer({ min: 0, max: 0xff }),
    fc.integer({ min: 0x100, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map((code) => String.fromCodePoint(code));
const anyText = fc.array(codePoint, { maxLength: 40 }).map((signs) => signs.join(''));

/** Values by the contract's names (of a chat skill by those of its parameters), mostly near the usual ones. */
export function valuesArbitrary(action: DiscoveredAction, usual: Values): fc.Arbitrary<Values> {
  const parts = action.point ? partsOfPoint(action.inputMatches) : partsOfSkill(action.operation.inputs);
  const names = [...parts.keys()];
  const changed = fc.record(
    Object.fromEntries([...parts].map(([name, part]) => [name, fc.option(part, { nil: undefined, freq: 8 })])),
  );
  // Most inputs stay as the host sends them: a connector that refuses one is not asked about the others.
  return fc
    .tuple(changed, fc.subarray(names, { maxLength: Math.max(1, Math.ceil(names.length / 2)) }))
    .map(([values, replaced]) => {
      const own: Record<string, unknown> = { ...usual };
      for (const name of replaced) {
        if (values[name] === undefined) delete own[name];
        else own[name] = values[name];
      }
      return own;
    });
}

function partsOfPoint(matches: readonly InputMatch[]): Map<string, fc.Arbitrary<unknown>> {
  const taken = matches.filter(({ fieldPath, input }) => fieldPath.length === 1 && input !== undefined);
  return new Map(taken.map((match) => [match.field.name, fieldArbitrary(match, matches)]));
}

function partsOfSkill(inputs: readonly Input[]): Map<string, fc.Arbitrary<unknown>> {
  const own = inputs.filter(({ isInternal, path }) => !isInternal && path.length === 1);
  return new Map(own.map((input) => [input.name, scalar(input.type, input.enum, placeOf(input))]));
}

function placeOf(input: Input | undefined): Place {
  return input?.in === 'body' ? 'body' : 'address';
}

function fieldArbitrary(
  { field, fieldPath, input }: InputMatch,
  matches: readonly InputMatch[],
): fc.Arbitrary<unknown> {
  const place = placeOf(input);
  if (field.type !== 'object' && field.type !== 'array') return scalar(field.type, input?.enum ?? field.enum, place);
  const nested = field.type === 'array' ? [...fieldPath, '[]'] : fieldPath;
  const within = matches.filter(
    (each) =>
      each.fieldPath.length === nested.length + 1 && nested.every((step, index) => each.fieldPath[index] === step),
  );
  const item = within.length > 0 ? objectOf(within, matches) : scalar('string', undefined, place);
  const fitting = field.type === 'array' ? fc.array(item, { maxLength: 4 }) : item;
  return fc.oneof({ weight: 6, arbitrary: fitting }, { weight: 1, arbitrary: anything });
}

function objectOf(within: readonly InputMatch[], matches: readonly InputMatch[]): fc.Arbitrary<unknown> {
  const model: Readonly<Record<string, fc.Arbitrary<unknown>>> = Object.fromEntries(
    within.map((match) => [match.field.name, fieldArbitrary(match, matches)]),
  );
  return fc.record(model, { requiredKeys: [] });
}

const anything = fc.oneof(fc.constantFrom(null, true, 0, [], {}, ...hostileTexts), fc.jsonValue({ maxDepth: 3 }));
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 120 }),
  fc.constantFrom(0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 0.5),
);

function text(place: Place): fc.Arbitrary<string> {
  const long = fc.tuple(fc.constantFrom('a', 'ß', '字', '\u0301', '<', '{'), fc.nat({ max: longest[place] }));
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...hostileTexts) },
    { weight: 4, arbitrary: scripts },
    { weight: 2, arbitrary: anyText },
    { weight: 3, arbitrary: long.map(([sign, times]) => sign.repeat(times)) },
  );
}

function scalar(
  type: Field['type'] | string | undefined,
  members: readonly unknown[] | undefined,
  place: Place,
): fc.Arbitrary<unknown> {
  const fitting = type === 'integer' || type === 'number' ? numbers : type === 'boolean' ? fc.boolean() : text(place);
  const known = members && members.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...members) }] : [];
  const odd = place === 'body' ? anything : text(place);
  return fc.oneof({ weight: 6, arbitrary: fitting }, ...known, { weight: 2, arbitrary: odd });
}
