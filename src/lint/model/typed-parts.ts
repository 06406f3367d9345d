import { isObject, type JsonObject } from './json-object.ts';
import { perModel } from './per-model.ts';

/** What has a type, a range, an enum, a default: a schema, a parameter outside the body, or the items of one. */
export interface TypedPart {
  readonly value: JsonObject;
  readonly pointer: string;
  readonly kind: 'schema' | 'parameter' | 'items';
}

/** Parameters outside the body with their items, where they are declared, once. */
export const typedParameters = perModel(({ parameters }): TypedPart[] =>
  parameters.flatMap(({ value, pointer }) =>
    value.in === 'body' ? [] : [{ value, pointer, kind: 'parameter' as const }, ...itemsOf(value, pointer)],
  ),
);

function itemsOf(value: JsonObject, pointer: string): TypedPart[] {
  const found: TypedPart[] = [];
  let [current, place] = [value.items, `${pointer}/items`];
  while (isObject(current)) {
    found.push({ value: current, pointer: place, kind: 'items' });
    [current, place] = [current.items, `${place}/items`];
  }
  return found;
}
