/** Schemas with what they refer to: what is reached, how many there are when written out, how deep they go. */
import { entriesOf, isObject, type JsonObject, membersOf, step } from './json-object.ts';
import { followed } from './operations.ts';
import type { PackageModel } from './package-model.ts';
import { perModel } from './per-model.ts';

/** A schema, references followed, one step below another. */
export interface SchemaStep {
  readonly value: JsonObject;
  readonly pointer: string;
  /** Of a property, its name and whether its object requires it. */
  readonly name?: string;
  readonly isRequired?: boolean;
}

/** The schemas directly below one, references followed. */
export function schemaSteps(root: JsonObject, value: JsonObject, pointer: string): SchemaStep[] {
  const required = new Set(Array.isArray(value.required) ? value.required : []);
  const written: readonly (readonly [unknown, string, Partial<SchemaStep>?])[] = [
    ...entriesOf(value.properties).map(
      ([name, property]) =>
        [property, `${pointer}/properties${step(name)}`, { name, isRequired: required.has(name) }] as const,
    ),
    [value.items, `${pointer}/items`],
    [value.additionalProperties, `${pointer}/additionalProperties`],
    ...membersOf(value.allOf).map(([index, part]) => [part, `${pointer}/allOf/${index}`] as const),
  ];
  return written.flatMap(([each, place, more]) => {
    const found = followed(root, each, place);
    return found ? [{ ...found, ...more }] : [];
  });
}

/** Every schema that bodies of requests hold or lead to, once, at the place where it is declared. */
export const inputSchemas = perModel(({ root, schemas }): SchemaStep[] => {
  const reached = new Map<string, SchemaStep>();
  const waiting: SchemaStep[] = schemas
    .filter(({ role }) => role === 'body')
    .flatMap(({ value, pointer }) => followed(root, value, pointer) ?? []);
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    if (reached.has(each.pointer)) continue;
    reached.set(each.pointer, each);
    waiting.push(...schemaSteps(root, each.value, each.pointer));
  }
  return [...reached.values()];
});

export interface SchemaSize {
  /** How many schemas it is when references are written out; a loop is counted once. */
  readonly count: number;
  /** How many levels. */
  readonly depth: number;
}

/** Deeper than anything that is accepted; what lies below is not measured. */
const measurable = 200;

/** Measures schemas of one model. */
export const sizeOf = perModel(({ root }: PackageModel) => {
  const known = new Map<string, SchemaSize>();
  const entered = new Set<string>();
  const measure = (schema: unknown, place: string, level = 0): SchemaSize => {
    const found = isObject(schema) ? followed(root, schema, place) : undefined;
    if (!found) return { count: 0, depth: 0 };
    const { value, pointer } = found;
    const before = known.get(pointer);
    if (before) return before;
    if (entered.has(pointer) || level > measurable) return { count: 1, depth: 1 };
    entered.add(pointer);
    const below = schemaSteps(root, value, pointer).map((each) => measure(each.value, each.pointer, level + 1));
    entered.delete(pointer);
    const size = {
      count: below.reduce((sum, { count }) => sum + count, 1),
      depth: 1 + below.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    };
    known.set(pointer, size);
    return size;
  };
  return (schema: unknown, pointer: string) => measure(schema, pointer);
});
