/** Schemas with what they refer to: what is reached, how many there are when written out, how deep they go. */
import { eachEntry, isObject, type JsonObject, membersOf, step } from './json-object.ts';
import { followed } from './operations.ts';
import type { PackageModel } from './package-model.ts';
import { perModel } from './per-model.ts';
import { requiredOf } from './schemas.ts';

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
  const steps: SchemaStep[] = [];
  const add = (each: unknown, place: string, more?: Pick<SchemaStep, 'name' | 'isRequired'>) => {
    const found = followed(root, each, place);
    if (found) steps.push({ ...found, ...more });
  };
  const required = requiredOf(value);
  eachEntry(value.properties, (name, property) =>
    add(property, `${pointer}/properties${step(name)}`, { name, isRequired: required.has(name) }),
  );
  if (value.items !== undefined) add(value.items, `${pointer}/items`);
  if (value.additionalProperties !== undefined) add(value.additionalProperties, `${pointer}/additionalProperties`);
  for (const [index, part] of membersOf(value.allOf)) add(part, `${pointer}/allOf/${index}`);
  return steps;
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

const nothing: SchemaSize = { count: 0, depth: 0 };
const single: SchemaSize = { count: 1, depth: 1 };

/** What most schemas are: nothing stands below them, so they need not be remembered. */
function isLeaf({ $ref, properties, items, additionalProperties, allOf }: JsonObject): boolean {
  return (
    $ref === undefined &&
    properties === undefined &&
    items === undefined &&
    additionalProperties === undefined &&
    allOf === undefined
  );
}

/** Measures schemas of one model. */
export const sizeOf = perModel(({ root }: PackageModel) => {
  const known = new Map<JsonObject, SchemaSize>();
  const entered = new Set<JsonObject>();
  const measure = (schema: unknown, level: number): SchemaSize => {
    if (isObject(schema) && isLeaf(schema)) return single;
    const value = isObject(schema) ? followed(root, schema, '')?.value : undefined;
    if (!value) return nothing;
    const before = known.get(value);
    if (before) return before;
    if (entered.has(value) || level > measurable) return single;
    entered.add(value);
    let count = 1;
    let depth = 0;
    const add = (below: unknown) => {
      const size = measure(below, level + 1);
      count += size.count;
      depth = Math.max(depth, size.depth);
    };
    const { properties, items, additionalProperties, allOf } = value;
    eachEntry(properties, (_, property) => add(property));
    if (items !== undefined) add(items);
    if (additionalProperties !== undefined) add(additionalProperties);
    if (Array.isArray(allOf)) allOf.forEach(add);
    entered.delete(value);
    const size = { count, depth: depth + 1 };
    known.set(value, size);
    return size;
  };
  return (schema: unknown) => measure(schema, 0);
});
