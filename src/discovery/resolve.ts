/** References of an OpenAPI 2.0 document, followed without falling into a loop. */
import { pointerTo, segmentsOf, valueAt } from '../package/json-pointer.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A part of the document together with where it really stands, and the references that led there. */
export interface Part {
  readonly value: Json;
  readonly pointer: string;
  readonly trail: readonly string[];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text, where it is one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The object at a pointer, its $ref followed; undefined where there is none, or where it refers to itself. */
export function partAt(root: unknown, pointer: string, trail: readonly string[] = []): Part | undefined {
  const value = valueAt(root, pointer);
  if (!isJson(value)) return undefined;
  const reference = value.$ref;
  if (typeof reference !== 'string') return { value, pointer, trail };
  if (!reference.startsWith('#/') || trail.includes(reference)) return undefined;
  return partAt(root, pointerTo(segmentsOf(reference)), [...trail, reference]);
}

/** A schema's own properties and those of its allOf, each with its place; required names of all of them. */
export function propertiesOf(root: unknown, schema: Part): { properties: Map<string, string>; required: Set<string> } {
  const properties = new Map<string, string>();
  const required = new Set<string>();
  const collect = ({ value, pointer, trail }: Part) => {
    if (Array.isArray(value.allOf)) {
      for (const index of value.allOf.keys()) {
        const part = partAt(root, `${pointer}/allOf/${index}`, trail);
        if (part) collect(part);
      }
    }
    if (isJson(value.properties))
      for (const name of Object.keys(value.properties)) properties.set(name, pointer + pointerTo(['properties', name]));
    if (Array.isArray(value.required))
      for (const name of value.required) if (typeof name === 'string') required.add(name);
  };
  collect(schema);
  return { properties, required };
}
