import { isObject, type JsonObject } from './json-object.ts';
import { perModel } from './per-model.ts';

/** What has a type, a range, an enum, a default: a schema, a parameter outside the body, a header, or the items of one. */
export interface TypedPart {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Parameters outside the body with their items, where they are declared, once. */
export const typedParameters = perModel(({ parameters }): TypedPart[] =>
  parameters.flatMap(({ value, pointer }) => (value.in === 'body' ? [] : withItems(value, pointer))),
);

/** A parameter or header, then its items, their items, and so on; nothing where it is no object. */
export function withItems(value: unknown, pointer: string): TypedPart[] {
  const found: TypedPart[] = [];
  let [current, place] = [value, pointer];
  while (isObject(current)) {
    found.push({ value: current, pointer: place });
    [current, place] = [current.items, `${place}/items`];
  }
  return found;
}
