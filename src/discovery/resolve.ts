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
  return partOf(root, valueAt(root, pointer), pointer, trail);
}

/** The same for the value that stands at the pointer, where it is at hand. */
export function partOf(
  root: unknown,
  value: unknown,
  pointer: string,
  trail: readonly string[] = [],
): Part | undefined {
  if (!isJson(value)) return undefined;
  const reference = value.$ref;
  if (typeof reference !== 'string') return { value, pointer, trail };
  if (!reference.startsWith('#/') || trail.includes(reference)) return undefined;
  const target = targetOf(root as Json, reference);
  return partOf(root, target.value, target.pointer, [...trail, reference]);
}

/** By the root: references are few, and followed often. */
const targets = new WeakMap<Json, Map<string, Property>>();

function targetOf(root: Json, reference: string): Property {
  const known = targets.get(root) ?? new Map<string, Property>();
  targets.set(root, known);
  const before = known.get(reference);
  if (before) return before;
  const pointer = pointerTo(segmentsOf(reference));
  const target = { value: valueAt(root, pointer), pointer };
  known.set(reference, target);
  return target;
}

/** A property as it is written: its $ref is not followed. */
export interface Property {
  readonly value: unknown;
  readonly pointer: string;
}

/** A schema's own properties and those of its allOf, each with its place; required names of all of them. What several lead to is read once. */
export function propertiesOf(
  root: unknown,
  schema: Part,
): { properties: Map<string, Property>; required: Set<string> } {
  const properties = new Map<string, Property>();
  const required = new Set<string>();
  const entered = new Set<string>();
  const collect = ({ value, pointer, trail }: Part) => {
    if (entered.has(pointer)) return;
    entered.add(pointer);
    if (Array.isArray(value.allOf)) {
      for (const [index, each] of value.allOf.entries()) {
        const part = partOf(root, each, `${pointer}/allOf/${index}`, trail);
        if (part) collect(part);
      }
    }
    const { properties: own } = value;
    if (isJson(own))
      Object.keys(own).forEach((name) => {
        properties.set(name, { value: own[name], pointer: `${pointer}/properties${pointerTo([name])}` });
      });
    if (Array.isArray(value.required))
      value.required.forEach((name: unknown) => {
        if (typeof name === 'string') required.add(name);
      });
  };
  collect(schema);
  return { properties, required };
}
