/** Schemas of an operation, written as another definition writes its own. */
import { isDeepStrictEqual } from 'node:util';

type Json = Readonly<Record<string, unknown>>;
const prefix = '#/definitions/';

/** The schemas of one's own under names that are free, where they are not there already; the operation refers to those. */
export function renamed(operation: unknown, definitions: Json, taken: Json): { operation: unknown; definitions: Json } {
  const names = new Map(Object.entries(definitions).map(([name, schema]) => [name, freeName(name, schema, taken)]));
  const fresh = Object.entries(definitions).filter(([name]) => !Object.hasOwn(taken, names.get(name) ?? name));
  const refer = (reference: string) => ({
    $ref: prefix + (names.get(reference.slice(prefix.length)) ?? reference.slice(prefix.length)),
  });
  return {
    operation: withReferences(operation, refer),
    definitions: Object.fromEntries(
      fresh.map(([name, schema]) => [names.get(name) ?? name, withReferences(schema, refer)]),
    ),
  };
}

/** The operation with its schemas in the places of what refers to them. They do not refer to themselves. */
export function inPlace(operation: unknown, definitions: Json): unknown {
  return withReferences(operation, (reference) => inPlace(definitions[reference.slice(prefix.length)], definitions));
}

function freeName(name: string, schema: unknown, taken: Json): string {
  const isFree = (wanted: string) => !Object.hasOwn(taken, wanted) || isDeepStrictEqual(plain(taken[wanted]), schema);
  for (let count = 1; ; count++) {
    const wanted = count === 1 ? name : `${name}${count}`;
    if (isFree(wanted)) return wanted;
  }
}

/** What was read may lack prototypes. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function withReferences(value: unknown, replace: (reference: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withReferences(each, replace));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as Json;
  if (typeof $ref === 'string' && $ref.startsWith(prefix)) return replace($ref);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withReferences(each, replace)]));
}
