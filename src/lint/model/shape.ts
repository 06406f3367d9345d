/** Shapes of JSON documents as data, and the one walker that holds a document against them. */
import { eachEntry, isObject, type JsonObject, step } from './json-object.ts';

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
  else visitList(walk, use[0], value, place);
}

function visitList(walk: Walk, use: string, members: readonly unknown[], place: Place | undefined): void {
  members.forEach((member, index) => {
    visit(walk, use, member, child(place, index));
  });
}

function isList(use: readonly [string] | MapUse): use is readonly [string] {
  return Array.isArray(use);
}

function visitMap(walk: Walk, use: MapUse, value: unknown, place: Place | undefined): void {
  if (!isObject(value)) walk.say('type', place, { expected: ['object'], value });
  else
    eachEntry(value, (name, each) => {
      if (!use.extensions || !name.startsWith('x-')) visit(walk, use.map, each, child(place, name));
    });
}

function visitNamed(walk: Walk, name: string, value: unknown, place: Place | undefined): void {
  const shape = walk.shapes[name];
  if (typeof shape === 'function') visit(walk, shape(value), value, place);
  else if (shape && 'type' in shape) visitLeaf(walk, shape, value, place);
  else if (!isObject(value)) walk.say('type', place, { expected: ['object'], value });
  else if (shape) visitObject(walk, shape, value, place);
}

function visitObject(walk: Walk, shape: ObjectShape, value: JsonObject, place: Place | undefined): void {
  shape.required?.forEach((name) => {
    if (!Object.hasOwn(value, name)) walk.say('missing', place, { name, value });
  });
  shape.oneOf?.forEach((names) => {
    if (!names.some((name) => Object.hasOwn(value, name))) walk.say('missing-one', place, { expected: names, value });
  });
  const { properties } = shape;
  eachEntry(value, (name, each) => {
    const use = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (use === undefined) visitUnnamed(walk, shape, name, each, place);
    else if (!isRightLeaf(walk, use, each)) visit(walk, use, each, child(place, name));
  });
}

/** What most values are: nothing is to be said of them, so their places need not be made. */
function isRightLeaf(walk: Walk, use: Use, value: unknown): boolean {
  if (use === 'any') return true;
  const shape = typeof use === 'string' ? walk.shapes[use] : undefined;
  return typeof shape === 'object' && 'type' in shape && leafProblem(shape, value) === undefined;
}

/** A property that the shape does not name. */
function visitUnnamed(walk: Walk, shape: ObjectShape, name: string, value: unknown, holder: Place | undefined): void {
  const isKnown =
    !shape.unsupported?.includes(name) && shape.names !== 'closed' && Object.hasOwn(walk.extensions, name);
  if (isKnown) {
    if (!isRightLeaf(walk, name, value)) visit(walk, name, value, child(holder, name));
    return;
  }
  const say = (kind: ShapeProblemKind, more: Partial<ShapeProblem>) => walk.say(kind, child(holder, name), more);
  const expected = () => Object.keys(shape.properties);
  if (shape.unsupported?.includes(name)) say('unsupported', { value });
  else if (shape.names === 'closed') say('not-allowed', { expected: expected() });
  else if (/^x-/i.test(name)) say('extension', { expected: expected() });
  else if (shape.names !== 'open') say('unknown', { expected: expected() });
}

function visitLeaf(walk: Walk, shape: LeafShape, value: unknown, place: Place | undefined): void {
  const kind = leafProblem(shape, value);
  const expected = kind === 'type' ? [typeNames[shape.type]] : kind === 'enum' ? shape.enum : undefined;
  if (kind) walk.say(kind, place, { ...(expected && { expected }), value });
}

function leafProblem(shape: LeafShape, value: unknown): ShapeProblemKind | undefined {
  if (!hasType(value, shape.type)) return 'type';
  if (shape.isFilled && String(value).trim() === '') return 'empty';
  if (shape.enum && !shape.enum.includes(String(value))) return 'enum';
  if (shape.format === 'url' && !isAbsoluteUrl(String(value))) return 'url';
  return shape.format === 'email' && !isEmail(String(value)) ? 'email' : undefined;
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
