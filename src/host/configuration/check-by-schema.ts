/** A checker for as much of JSON Schema as this project's own schemas use, with messages that say how to mend. */
import type { JsonSchema } from '../../contract/contract.ts';
import type { Path } from './json-source.ts';
import { didYouMean } from './nearest-word.ts';

/** What is wrong with the value at a path. `about` says whether it is the name that is wrong, or the value. */
export interface SchemaProblem {
  readonly path: Path;
  readonly about: 'name' | 'value';
  readonly message: string;
}

type Check = (value: unknown, schema: Known, path: Path) => SchemaProblem[];

/** The keywords understood; a schema with others is a mistake of ours, held off by a test. */
interface Known {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly pattern?: string;
  readonly items?: Known;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Known>>;
  readonly additionalProperties?: boolean | Known;
  readonly anyOf?: readonly Known[];
  readonly description?: string;
  /** What is expected, in words: for messages. */
  readonly title?: string;
}

/** Everything that is wrong with a value; nothing where it is as the schema asks. */
export function checkBySchema(value: unknown, schema: JsonSchema): SchemaProblem[] {
  return check(value, schema, []);
}

function check(value: unknown, schema: Known, path: Path): SchemaProblem[] {
  const wrongType = typeProblem(value, schema, path);
  return wrongType.length > 0 ? wrongType : checks.flatMap((each) => each(value, schema, path));
}

const typeProblem: Check = (value, { type, title, enum: members }, path) => {
  if (type === undefined || [type].flat().some((each) => isOfType(value, each))) return [];
  const expected = title ?? (members ? membersText(members) : [type].flat().map(typeText).join(' or '));
  return [problem(path, `${expected} is expected, not ${valueText(value)}.`)];
};

const checks: readonly Check[] = [
  (value, { enum: members, title }, path) => {
    if (!members || members.includes(value)) return [];
    const texts = members.filter((member) => typeof member === 'string');
    const hint = typeof value === 'string' ? ` ${didYouMean(value, texts)}` : '';
    return [problem(path, `${title ?? membersText(members)} is expected, not ${valueText(value)}.${hint}`)];
  },
  (value, { minimum, title }, path) =>
    typeof value === 'number' && minimum !== undefined && value < minimum
      ? [problem(path, `${title ?? `A number of at least ${minimum}`} is expected, not ${value}.`)]
      : [],
  (value, { pattern, title }, path) =>
    typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)
      ? [problem(path, `${title ?? `A text like ${pattern}`} is expected, not ${valueText(value)}.`)]
      : [],
  (value, { items }, path) =>
    Array.isArray(value) && items ? value.flatMap((item, index) => check(item, items, [...path, index])) : [],
  (value, { required = [], properties = {} }, path) =>
    isObject(value)
      ? required
          .filter((name) => value[name] === undefined)
          .map((name) => problem(path, `${name} is missing${inWords(properties[name])}.`))
      : [],
  (value, { properties = {}, additionalProperties = true }, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => {
          const schema = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
          if (each === undefined || schema === true || schema === undefined) return [];
          if (schema !== false) return check(each, schema, [...path, name]);
          const hint = didYouMean(name, Object.keys(properties));
          return [{ path: [...path, name], about: 'name' as const, message: `${name} is not known here. ${hint}` }];
        })
      : [],
  (value, { anyOf, title }, path) => {
    const attempts = anyOf?.map((each) => check(value, each, path)) ?? [];
    if (attempts.length === 0 || attempts.some((problems) => problems.length === 0)) return [];
    const inside = attempts.find((problems) => problems.every((each) => each.path.length > path.length));
    if (inside) return inside;
    return title ? [problem(path, `${title} is expected, not ${valueText(value)}.`)] : (attempts[0] ?? []);
  },
];

function problem(path: Path, message: string): SchemaProblem {
  return { path, about: 'value', message };
}

function inWords(schema: Known | undefined): string {
  const text = schema?.description ?? schema?.title;
  return text ? `: ${text.replace(/\.$/, '')}` : '';
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'null') return value === null;
  return typeof value === type && !Number.isNaN(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const typeTexts: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list [ ]',
  object: 'an object { }',
};

function typeText(type: string): string {
  return typeTexts[type] ?? type;
}

function membersText(members: readonly unknown[]): string {
  const texts = members.map((member) => JSON.stringify(member));
  return texts.length === 1 ? `${texts[0]}` : `one of ${texts.join(', ')}`;
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
