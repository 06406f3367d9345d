/** Enums and their display names. */
import { isObject, type JsonObject, membersOf } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { typedPartsWith } from '../../model/parts-with.ts';
import { perModel } from '../../model/per-model.ts';
import type { TypedPart } from '../../model/typed-parts.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { withSchema } from './fragments.ts';
import { isOfType, kindOf, writtenAs } from './value-types.ts';

const named = (...values: object[]) =>
  withSchema({ type: 'string', enum: ['open', 'won'], 'x-ms-enum-values': values });

export const enumRules: readonly Rule[] = validatorRules([
  {
    id: 'EnumMustContainAtLeastOneElement',
    severity: 'error',
    title: 'An enum has a value',
    why: 'No value is one of none.',
    published: 0,
    good: withSchema({ type: 'string', enum: ['open'] }),
    bad: withSchema({ type: 'string', enum: [] }),
    check: (model) =>
      enums(model)
        .filter(({ values }) => values.length === 0)
        .map(({ pointer }) => ({
          message: 'The enum is empty. List its values, or remove it.',
          pointer: `${pointer}/enum`,
        })),
  },
  {
    id: 'InvalidEnumValue',
    severity: 'warning',
    title: 'Values of an enum have the type of the schema',
    why: 'A value of another type never matches: "1" is not 1. 4 of 254 published definitions have it, "true" among booleans.',
    good: withSchema({ type: 'integer', enum: [1, 2] }),
    bad: withSchema({ type: 'integer', enum: ['1', 2] }),
    check: (model) =>
      enums(model).flatMap(({ values, value, pointer }) => {
        const { type } = value;
        if (typeof type !== 'string') return [];
        return membersOf(values)
          .filter(([, each]) => !isOfType(each, type) && !(each === null && value['x-nullable'] === true))
          .map(([index, each]): Problem => {
            const place = `${pointer}/enum/${index}`;
            const mended = writtenAs(each, type);
            const isSafe = mended !== undefined && !values.includes(mended);
            const message = `${JSON.stringify(each).slice(0, 100)} is of type ${kindOf(each)}, the schema wants ${type}. Write ${mended === undefined ? `it as ${type}` : JSON.stringify(mended)}.`;
            return { message, pointer: place, ...(isSafe && { fix: { pointer: place, value: mended } }) };
          });
      }),
  },
  {
    id: 'DuplicateEnumValuesInExtension',
    severity: 'error',
    title: 'x-ms-enum-values names a value once',
    why: 'Of two display names for one value, one is lost.',
    published: 0,
    good: named({ value: 'open', displayName: 'Open' }, { value: 'won', displayName: 'Won' }),
    bad: named({ value: 'open', displayName: 'Open' }, { value: 'open', displayName: 'In work' }),
    check: (model) =>
      enumNames(model).flatMap(({ entries }) => {
        const seen = new Set<string>();
        return entries.flatMap(({ entry, pointer }): Problem[] => {
          const key = JSON.stringify(entry.value);
          if (entry.value === undefined || !seen.has(key)) {
            seen.add(key);
            return [];
          }
          return [{ message: `The value ${key} has a display name already. Remove one of the two.`, pointer }];
        });
      }),
  },
  {
    id: 'InvalidEnumValuesExtensionValue',
    severity: 'error',
    title: 'x-ms-enum-values names values of the enum',
    why: 'A maker could choose a value that the enum does not allow.',
    published: 0,
    good: named({ value: 'open', displayName: 'Open' }),
    bad: named({ value: 'lost', displayName: 'Lost' }),
    check: (model) =>
      enumNames(model).flatMap(({ holder, entries }) => {
        if (!Array.isArray(holder.enum)) return [];
        const allowed = new Set(holder.enum.map((each) => JSON.stringify(each)));
        return entries
          .filter(({ entry }) => !allowed.has(JSON.stringify(entry.value)))
          .map(({ entry, pointer }) => ({
            message: `${entry.value === undefined ? 'An entry without a value' : JSON.stringify(entry.value)} is none of the enum’s values. Write one of them, to the letter.`,
            pointer,
          }));
      }),
  },
  {
    id: 'MissingEnumValuesDisplayName',
    severity: 'error',
    title: 'x-ms-enum-values has display names',
    why: 'The display name is what a maker chooses by; without it there is nothing to show.',
    published: 0,
    good: named({ value: 'open', displayName: 'Open' }),
    bad: named({ value: 'open' }),
    check: (model) =>
      enumNames(model).flatMap(({ entries }) =>
        entries
          .filter(({ entry }) => typeof entry.displayName !== 'string' || entry.displayName === '')
          .map(({ entry, pointer }) => ({
            message: `The value ${JSON.stringify(entry.value)} has no displayName. Add one.`,
            pointer,
          })),
      ),
  },
]);

const enums = perModel((model: PackageModel): (TypedPart & { values: readonly unknown[] })[] =>
  typedPartsWith(model, 'enum')
    .filter(({ value }) => Array.isArray(value.enum))
    .map((part) => ({ ...part, values: part.value.enum as unknown[] })),
);

interface EnumNames {
  readonly holder: JsonObject;
  readonly entries: readonly { readonly entry: JsonObject; readonly pointer: string }[];
}

const enumNames = perModel((model: PackageModel): EnumNames[] =>
  typedPartsWith(model, 'x-ms-enum-values')
    .filter(({ value }) => Array.isArray(value['x-ms-enum-values']))
    .map(({ value, pointer }) => {
      const entries = membersOf(value['x-ms-enum-values']).flatMap(([index, entry]) =>
        isObject(entry) ? [{ entry, pointer: `${pointer}/x-ms-enum-values/${index}` }] : [],
      );
      return { holder: value, entries };
    }),
);
