/** Shapes of JSON documents as data, and the one walker that holds a document against them. */
import { isObject, type JsonObject, step } from './json-object.ts';

/** What is said about one object. Names that begin with x- are extensions; everything that is not named here is unknown. */
export interface ObjectShape {
  readonly properties: Readonly<Record<string, Use>>;
  readonly required?: readonly string[];
  /** At least one of each list. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Names that others know and the platform does not support. */
  readonly unsupported?: readonly string[];
  /** open: unknown names are let through; closed: not even extensions. */
  readonly names?: 'open' | 'closed';
}

/** A leaf: its type, and what its value has to be. */
export interface LeafShape {
  readonly type: 'text' | 'boolean' | 'number' | 'integer';
  readonly enum?: readonly string[];
  readonly isFilled?: true;
  readonly format?: 'url' | 'email';
}

/** Chooses among shapes by what stands there. */
export type Choice = (value: unknown) => Use;

/** A shape by its name, a list of them, or a map of any names to them. `any` is data. */
export type Use = string | readonly [string] | MapUse;

/** Names are free; with extensions those that begin with x- are none of it. */
export interface MapUse {
  readonly map: string;
  readonly extensions?: true;
}

export type Shapes = Readonly<Record<string, ObjectShape | LeafShape | Choice>>;

export type ShapeProblemKind =
  | 'type'
  | 'enum'
  | 'empty'
  | 'missing'
  | 'missing-one'
  | 'unknown'
  | 'not-allowed'
  | 'unsupported'
  | 'url'
  | 'email'
  | 'extension';

export interface ShapeProblem {
  readonly kind: ShapeProblemKind;
  /** The value's place; of what is missing, its parent's. */
  readonly pointer: string;
  /** The name of the property, or of what is missing. */
  readonly name: string;
  /** What was expected: a type, the values of an enum, one of these names. */
  readonly expected: readonly string[];
  readonly value: unknown;
  /** It stands in an extension. */
  readonly isExtension: boolean;
}

/** A place, kept as a chain: its pointer is made when something is said about it. */
interface Place {
  readonly parent: Place | undefined;
  readonly name: string | number;
  readonly isExtension: boolean;
}

/** A walk over one document. */
interface Walk {
  readonly shapes: Shapes;
  readonly extensions: Shapes;
  say(kind: ShapeProblemKind, place: Place | undefined, more: Partial<ShapeProblem>): void;
}

/** Everything in which a document differs from the shape of that name. */
export function shapeProblems(
  shapes: Shapes,
  name: string,
  document: unknown,
  extensions: Shapes = {},
): ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  const walk: Walk = {
    shapes: { ...extensions, ...shapes },
    extensions,
    say: (kind, place, more) => {
      const [isExtension, own] = [place?.isExtension ?? false, String(place?.name ?? '')];
      problems.push({
        kind,
        pointer: pointerOf(place),
        name: own,
        expected: [],
        value: undefined,
        isExtension,
        ...more,
      });
    },
  };
  visit(walk, name, document, undefined);
  return problems;
}

function visit(walk: Walk, use: Use, value: unknown, place: Place | undefined): void {
  if (use === 'any') return;
  if (typeof use === 'string') visitNamed(walk, use, value, place);
  else if (!isList(use)) visitMap(walk, use, value, place);
  else if (!Array.isArray(value)) walk.say('type', place, { expected: ['array'], value });
  else for (const [index, member] of value.entries()) visit(walk, use[0], member, child(place, index));
}

function isList(use: readonly [string] | MapUse): use is readonly [string] {
  return Array.isArray(use);
}

function visitMap(walk: Walk, use: MapUse, value: unknown, place: Place | undefined): void {
  if (!isObject(value)) walk.say('type', place, { expected: ['object'], value });
  else
    for (const name of Object.keys(value))
      if (!use.extensions || !name.startsWith('x-')) visit(walk, use.map, value[name], child(place, name));
}

function visitNamed(walk: Walk, name: string, value: unknown, place: Place | undefined): void {
  const shape = walk.shapes[name];
  if (typeof shape === 'function') visit(walk, shape(value), value, place);
  else if (shape && 'type' in shape) visitLeaf(walk, shape, value, place);
  else if (!isObject(value)) walk.say('type', place, { expected: ['object'], value });
  else if (shape) visitObject(walk, shape, value, place);
}

function visitObject(walk: Walk, shape: ObjectShape, value: JsonObject, place: Place | undefined): void {
  for (const name of shape.required ?? []) if (!Object.hasOwn(value, name)) walk.say('missing', place, { name, value });
  for (const names of shape.oneOf ?? [])
    if (!names.some((name) => Object.hasOwn(value, name))) walk.say('missing-one', place, { expected: names, value });
  for (const name of Object.keys(value)) {
    const use = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    if (use === undefined) visitUnnamed(walk, shape, name, value[name], child(place, name));
    else visit(walk, use, value[name], child(place, name));
  }
}

/** A property that the shape does not name. */
function visitUnnamed(walk: Walk, shape: ObjectShape, name: string, value: unknown, place: Place): void {
  const expected = Object.keys(shape.properties);
  if (shape.unsupported?.includes(name)) walk.say('unsupported', place, { value });
  else if (shape.names === 'closed') walk.say('not-allowed', place, { expected });
  else if (Object.hasOwn(walk.extensions, name)) visit(walk, name, value, place);
  else if (/^x-/i.test(name)) walk.say('extension', place, { expected });
  else if (shape.names !== 'open') walk.say('unknown', place, { expected });
}

function visitLeaf(walk: Walk, shape: LeafShape, value: unknown, place: Place | undefined): void {
  const text = String(value);
  if (!hasType(value, shape.type)) walk.say('type', place, { expected: [typeNames[shape.type]], value });
  else if (shape.isFilled && text.trim() === '') walk.say('empty', place, { value });
  else if (shape.enum && !shape.enum.includes(text)) walk.say('enum', place, { expected: shape.enum, value });
  else if (shape.format === 'url' && !isAbsoluteUrl(text)) walk.say('url', place, { value });
  else if (shape.format === 'email' && !isEmail(text)) walk.say('email', place, { value });
}

/** An absolute address of the web. */
export function isAbsoluteUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

function isEmail(text: string): boolean {
  return text.length <= 320 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}

const typeNames = { text: 'string', boolean: 'boolean', number: 'number', integer: 'integer' } as const;

function hasType(value: unknown, type: LeafShape['type']): boolean {
  if (type === 'text') return typeof value === 'string';
  if (type === 'boolean') return typeof value === 'boolean';
  return typeof value === 'number' && (type === 'number' || Number.isInteger(value));
}

function child(parent: Place | undefined, name: string | number): Place {
  const isExtension = parent?.isExtension === true || (typeof name === 'string' && name.startsWith('x-'));
  return { parent, name, isExtension };
}

function pointerOf(place: Place | undefined): string {
  const steps: string[] = [];
  for (let each = place; each; each = each.parent) steps.push(step(each.name));
  return steps.reverse().join('');
}
