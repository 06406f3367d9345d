/** The schemas of a definition, walked by what OpenAPI 2.0 says a schema is: names, examples, defaults and x- content are data. */
import { entriesOf, isObject, type JsonObject, membersOf, step } from './json-object.ts';
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
  const walk = (value: unknown, pointer: string, role: SchemaPart['role']) =>
    walkSchema(value, { pointer, role }, found);
  for (const { value, pointer } of parameters) if (value.in === 'body') walk(value.schema, `${pointer}/schema`, 'body');
  for (const { value, pointer } of responseObjects(root))
    if (isObject(value)) walk(value.schema, `${pointer}/schema`, 'response');
  for (const [name, value] of entriesOf(root.definitions)) walk(value, `/definitions${step(name)}`, 'definition');
  return found;
}

/** Puts a schema and all that stands in it, where it is declared, into `found`. */
export function walkSchema(value: unknown, place: Omit<SchemaPart, 'value'>, found: SchemaPart[]): void {
  if (!isObject(value)) return;
  const { pointer } = place;
  found.push({ value, ...place });
  const required = new Set(Array.isArray(value.required) ? value.required : []);
  for (const [name, property] of entriesOf(value.properties)) {
    const isRequired = required.has(name);
    walkSchema(property, { pointer: `${pointer}/properties${step(name)}`, role: 'property', name, isRequired }, found);
  }
  walkSchema(value.items, { pointer: `${pointer}/items`, role: 'items' }, found);
  walkSchema(
    value.additionalProperties,
    { pointer: `${pointer}/additionalProperties`, role: 'additionalProperties' },
    found,
  );
  for (const [index, part] of membersOf(value.allOf))
    walkSchema(part, { pointer: `${pointer}/allOf/${index}`, role: 'allOf' }, found);
}

function responseObjects(root: JsonObject): { value: unknown; pointer: string }[] {
  const own = entriesOf(root.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation)) return [];
      return entriesOf(operation.responses).map(([status, value]) => ({
        value,
        pointer: `/paths${step(path)}/${method}/responses${step(status)}`,
      }));
    }),
  );
  const shared = entriesOf(root.responses).map(([name, value]) => ({ value, pointer: `/responses${step(name)}` }));
  return [...own, ...shared];
}
