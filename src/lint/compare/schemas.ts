/** Two versions of a schema walked side by side; each pair once, whatever refers to it, so that recursion ends. */
import type { Change } from '../against.ts';
import { isObject, type JsonObject } from '../model/json-object.ts';
import { type SchemaPlace, type SchemaShape, shapeOf } from '../model/schema-path.ts';

export type Direction = 'input' | 'output';

/** In which operation, and how deep in it. */
export interface Where {
  readonly operationId: string;
  readonly path: readonly string[];
}

export interface SchemaComparison {
  readonly root: JsonObject;
  readonly oldRoot: JsonObject;
  readonly changes: readonly Change[];
  compare(direction: Direction, now: SchemaPlace, before: SchemaPlace, where: Where): void;
  add(change: Change): void;
}

const deepest = 60;

/** Compares schemas of two roots; a change that several operations share is told once, at its place. */
export function schemaComparison(root: JsonObject, oldRoot: JsonObject): SchemaComparison {
  const changes = new Map<string, Change>();
  const seen = new Set<string>();
  const add = (change: Change) => {
    const key = `${change.kind} ${change.pointer} ${change.message.slice(0, change.message.indexOf(' '))}`;
    if (!changes.has(key)) changes.set(key, change);
  };
  const compare: SchemaComparison['compare'] = (direction, nowPlace, beforePlace, where) => {
    const now = shapeOf(root, nowPlace.value, nowPlace.pointer);
    const before = shapeOf(oldRoot, beforePlace.value, beforePlace.pointer);
    if (!now || !before || where.path.length > deepest) return;
    const key = `${direction} ${now.pointer} ${before.pointer}`;
    if (seen.has(key)) return;
    seen.add(key);
    const wasType = before.type;
    if (wasType !== undefined && now.type !== undefined && now.type !== wasType) {
      if (!(direction === 'input' && wasType === 'integer' && now.type === 'number'))
        add(typeChange(direction, now, wasType, where));
      return;
    }
    if (direction === 'input') compareValues(now, before, where, add);
    compareFormats(direction, now, before, where, add);
    compareProperties(direction, now, before, where);
    const below = (name: string) => ({ ...where, path: [...where.path, name] });
    if (now.items && before.items) compare(direction, now.items, before.items, below('[]'));
    const [more, moreBefore] = [now.value.additionalProperties, before.value.additionalProperties];
    if (isObject(more) && isObject(moreBefore))
      compare(
        direction,
        { value: more, pointer: `${now.pointer}/additionalProperties` },
        { value: moreBefore, pointer: `${before.pointer}/additionalProperties` },
        below('*'),
      );
  };
  const compareProperties = (direction: Direction, now: SchemaShape, before: SchemaShape, where: Where) => {
    for (const [name, property] of before.properties) {
      const path = [...where.path, name];
      const counterpart = now.properties.get(name);
      if (counterpart) compare(direction, counterpart, property, { ...where, path });
      else if (!isHidden(oldRoot, property) || direction === 'output')
        add(deletion(direction, now, { ...where, path }));
    }
    if (direction === 'output') {
      for (const name of before.required) {
        const property = now.properties.get(name);
        if (property && !now.required.has(name))
          add(leftOpen(property.pointer, { ...where, path: [...where.path, name] }));
      }
      return;
    }
    for (const name of now.required) {
      const property = now.properties.get(name);
      if (before.required.has(name) || !property || isFilled(root, property)) continue;
      const isNew = !before.properties.has(name);
      add(requirement(property.pointer, isNew, { ...where, path: [...where.path, name] }));
    }
  };
  return {
    root,
    oldRoot,
    get changes() {
      return [...changes.values()];
    },
    compare,
    add,
  };
}

/** A field as it is named in messages: value/[]/title of ListDeals. */
export function fieldName({ operationId, path }: Where): string {
  return `${path.join('/') || 'The whole'} of ${operationId}`;
}

/** That an input has to be filled in from now on. */
export function requirement(pointer: string, isNew: boolean, where: Where): Change {
  const message = isNew
    ? `${fieldName(where)} is new and required: flows and agents that do not fill it fail. Make it optional.`
    : `${fieldName(where)} is required now: flows and agents that left it out fail. Leave it optional.`;
  return { kind: 'input-became-required', message, pointer };
}

/** What is new in the values that an input takes, and in whether it is shown. */
export function compareValues(
  now: SchemaPlace,
  before: { readonly value: JsonObject },
  where: Where,
  add: (change: Change) => void,
): void {
  if (now.value['x-ms-visibility'] === 'internal' && before.value['x-ms-visibility'] !== 'internal')
    add({
      kind: 'input-became-internal',
      message: `${fieldName(where)} is internal now: what makers filled in is not seen any more. Keep it visible.`,
      pointer: now.pointer,
    });
  if (!Array.isArray(now.value.enum)) return;
  if (before.value.enum === undefined)
    add({
      kind: 'input-enum-added',
      message: `${fieldName(where)} took any value and takes those of a list now: who sends another is refused. Leave it open.`,
      pointer: `${now.pointer}/enum`,
    });
  if (!Array.isArray(before.value.enum)) return;
  const kept = new Set(now.value.enum.map((value) => JSON.stringify(value)));
  const removed = before.value.enum.map((value) => JSON.stringify(value)).filter((value) => !kept.has(value));
  if (removed.length > 0)
    add({
      kind: 'input-enum-value-removed',
      message: `${fieldName(where)} does not take ${removed.slice(0, 5).join(', ')}${removed.length > 5 ? ' and others' : ''} any more: who sends it is refused. Put it back.`,
      pointer: `${now.pointer}/enum`,
    });
}

/** That something has another type than it had. */
export function typeChange(
  direction: Direction,
  now: SchemaPlace & { type?: string | undefined },
  was: string,
  where: Where,
): Change {
  const type = now.type ?? String(now.value.type);
  const who = direction === 'input' ? 'who sends it' : 'who reads it';
  return {
    kind: `${direction}-type-changed`,
    message: `${fieldName(where)} was of type ${was} and is of type ${type}: ${who} gets it wrong. Keep the type, or make a new field.`,
    pointer: now.value.type === undefined ? now.pointer : `${now.pointer}/type`,
  };
}

/** Formats by which the platform makes another kind of value of a text: bytes, files, dates. */
const telling = new Set(['byte', 'binary', 'date', 'date-time']);

/** That a text is of another kind than it was. */
export function compareFormats(
  direction: Direction,
  now: SchemaPlace,
  before: { readonly value: JsonObject },
  where: Where,
  add: (change: Change) => void,
): void {
  const [is, was] = [now.value, before.value].map(({ format }) => (telling.has(String(format)) ? format : undefined));
  if (is === was) return;
  const who = direction === 'input' ? 'what is sent is read otherwise' : 'what reads it gets something else';
  add({
    kind: `${direction}-format-changed`,
    message: `${fieldName(where)} was ${was === undefined ? 'plain' : `of format ${was}`} and is ${is === undefined ? 'plain' : `of format ${is}`}: ${who}. Keep the format, or make a new field.`,
    pointer: now.value.format === undefined ? now.pointer : `${now.pointer}/format`,
  });
}

function leftOpen(pointer: string, where: Where): Change {
  const message = `${fieldName(where)} was in every answer and may be missing now: what reads it may find nothing. Leave it required.`;
  return { kind: 'output-became-optional', message, pointer };
}

function deletion(direction: Direction, { value, pointer }: SchemaShape, where: Where): Change {
  const who = direction === 'input' ? 'what fills it is lost' : 'what reads it finds nothing';
  return {
    kind: `${direction}-deleted`,
    message: `${fieldName(where)} is gone: ${who}. Put it back.`,
    pointer: isObject(value.properties) ? `${pointer}/properties` : pointer,
  };
}

function isHidden(root: JsonObject, { value, pointer }: SchemaPlace): boolean {
  return shapeOf(root, value, pointer)?.value['x-ms-visibility'] === 'internal';
}

/** What is internal and has a default is sent whether a flow knows of it or not. */
export function isFilledByPlatform(value: JsonObject): boolean {
  return value['x-ms-visibility'] === 'internal' && value.default !== undefined;
}

function isFilled(root: JsonObject, { value, pointer }: SchemaPlace): boolean {
  const schema = shapeOf(root, value, pointer)?.value ?? value;
  return schema['x-ms-notification-url'] === true || isFilledByPlatform(schema);
}
