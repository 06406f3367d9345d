/** What a path such as value/items means in a schema: references and allOf followed, what is open or dynamic told apart. */
import { eachEntry, isObject, type JsonObject, membersOf, step } from './json-object.ts';
import { followed } from './operations.ts';

export interface SchemaPlace {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** A schema with what its allOf brings; recursion is cut. */
export interface SchemaShape extends SchemaPlace {
  readonly type: string | undefined;
  /** Where each property stands. */
  readonly properties: ReadonlyMap<string, SchemaPlace>;
  readonly required: ReadonlySet<string>;
  readonly items: SchemaPlace | undefined;
  /** Its properties are not all declared: additional or dynamic ones. */
  readonly isOpen: boolean;
}

const mostParts = 100;

/** The shape of the schema at a place; undefined where there is none. */
export function shapeOf(root: JsonObject, schema: unknown, pointer: string): SchemaShape | undefined {
  const start = followed(root, schema, pointer);
  if (!start) return undefined;
  const parts = new Map([[start.pointer, start]]);
  for (const { value, pointer: place } of parts.values())
    for (const [index, each] of membersOf(value.allOf)) {
      const part = followed(root, each, `${place}/allOf/${index}`);
      if (part && parts.size < mostParts) parts.set(part.pointer, part);
    }
  const properties = new Map<string, SchemaPlace>();
  const required = new Set<string>();
  let items: SchemaPlace | undefined;
  let isOpen = false;
  for (const { value, pointer: place } of parts.values()) {
    eachEntry(value.properties, (name, property) => {
      if (isObject(property)) properties.set(name, { value: property, pointer: `${place}/properties${step(name)}` });
    });
    if (Array.isArray(value.required))
      value.required.forEach((name: unknown) => {
        if (typeof name === 'string') required.add(name);
      });
    if (isObject(value.items)) items ??= { value: value.items, pointer: `${place}/items` };
    isOpen ||= isOpenSchema(value);
  }
  return { ...start, type: typeOf(start.value, properties, items), properties, required, items, isOpen };
}

/** What a path leads to; 'open' where a schema on the way says too little to tell. */
export function shapeAt(
  root: JsonObject,
  { value, pointer }: SchemaPlace,
  path: string,
): SchemaShape | 'open' | undefined {
  let current = shapeOf(root, value, pointer);
  const steps = path.split('/').filter(Boolean);
  for (const [index, name] of steps.entries()) {
    if (!current) return undefined;
    const whole = current.properties.get(steps.slice(index).join('/'));
    if (whole) return shapeOf(root, whole.value, whole.pointer);
    const property = current.properties.get(name);
    if (!property) return current.isOpen ? 'open' : undefined;
    current = shapeOf(root, property.value, property.pointer);
  }
  return current?.isOpen && current.type !== 'array' ? 'open' : current;
}

function isOpenSchema(value: JsonObject): boolean {
  const { additionalProperties } = value;
  return (
    isObject(additionalProperties) ||
    additionalProperties === true ||
    isObject(value['x-ms-dynamic-schema']) ||
    isObject(value['x-ms-dynamic-properties'])
  );
}

function typeOf(
  { type }: JsonObject,
  properties: ReadonlyMap<string, SchemaPlace>,
  items: SchemaPlace | undefined,
): string | undefined {
  if (typeof type === 'string') return type;
  return items ? 'array' : properties.size > 0 ? 'object' : undefined;
}
