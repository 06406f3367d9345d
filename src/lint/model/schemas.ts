/** The schemas of a definition, walked by what OpenAPI 2.0 says a schema is: names, examples, defaults and x- content are data. */
import { eachEntry, isObject, type JsonObject, step } from './json-object.ts';
import { methods } from './operations.ts';
import type { ParameterPart } from './parameters.ts';

export interface SchemaPart {
  readonly value: JsonObject;
  readonly pointer: string;
  /** How it is held: by a body, a response, a definition, or by another schema. */
  readonly role: 'body' | 'response' | 'definition' | 'property' | 'items' | 'allOf' | 'additionalProperties';
  /** Of a property, its name. */
  readonly name?: string;
  /** Of a property, whether its object requires it. */
  readonly isRequired?: boolean;
}

/** Every schema where it is declared; what is referred to is walked where it stands. */
export function schemaParts(root: JsonObject, parameters: readonly ParameterPart[]): SchemaPart[] {
  const found: SchemaPart[] = [];
  const add = (value: unknown, pointer: string, role: SchemaPart['role']) =>
    walkSchema(value, { pointer, role }, found);
  for (const { value, pointer } of parameters) if (value.in === 'body') add(value.schema, `${pointer}/schema`, 'body');
  for (const { value, pointer } of responseObjects(root))
    if (isObject(value)) add(value.schema, `${pointer}/schema`, 'response');
  eachEntry(root.definitions, (name, value) => add(value, `/definitions${step(name)}`, 'definition'));
  return found;
}

/** Puts a schema and all that stands in it, where it is declared, into `found`. */
export function walkSchema(value: unknown, place: Omit<SchemaPart, 'value'>, found: SchemaPart[]): void {
  const { pointer, role, name, isRequired } = place;
  if (isObject(value)) walk({ value, pointer, role, name, isRequired } as SchemaPart, found);
}

function walk(part: SchemaPart, found: SchemaPart[]): void {
  found.push(part);
  const { value, pointer } = part;
  const { properties, items, additionalProperties, allOf } = value;
  if (isObject(properties)) {
    const required = requiredOf(value);
    const place = `${pointer}/properties`;
    eachEntry(properties, (name, property) => {
      if (!isObject(property)) return;
      const isRequired = required.has(name);
      walk({ value: property, pointer: place + step(name), role: 'property', name, isRequired }, found);
    });
  }
  if (isObject(items)) walkSchema(items, { pointer: `${pointer}/items`, role: 'items' }, found);
  if (isObject(additionalProperties)) {
    const each = { pointer: `${pointer}/additionalProperties`, role: 'additionalProperties' } as const;
    walkSchema(additionalProperties, each, found);
  }
  if (Array.isArray(allOf))
    allOf.forEach((each, index) => {
      walkSchema(each, { pointer: `${pointer}/allOf/${index}`, role: 'allOf' }, found);
    });
}

const none: ReadonlySet<unknown> = new Set();

/** The names that a schema requires. */
export function requiredOf({ required }: JsonObject): ReadonlySet<unknown> {
  return Array.isArray(required) && required.length > 0 ? new Set(required) : none;
}

function responseObjects(root: JsonObject): { value: unknown; pointer: string }[] {
  const found: { value: unknown; pointer: string }[] = [];
  eachEntry(root.paths, (path, item) => {
    if (!isObject(item)) return;
    const place = `/paths${step(path)}`;
    for (const method of methods) {
      const operation = item[method];
      if (isObject(operation))
        eachEntry(operation.responses, (status, value) =>
          found.push({ value, pointer: `${place}/${method}/responses${step(status)}` }),
        );
    }
  });
  eachEntry(root.responses, (name, value) => found.push({ value, pointer: `/responses${step(name)}` }));
  return found;
}
