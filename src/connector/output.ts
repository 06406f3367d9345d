/** Writes what a handler returns as the documented answer. */
import type { Action, Field } from '../contract/contract.ts';

/** One page that the handler cut itself, out of more than it holds. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasMoreResults: boolean;
}

/** All items, from which the SDK cuts the page, or a page already cut. */
export type Answer<Item> = readonly Item[] | Page<Item>;

/** A page made of `found`, which was fetched with a limit of `top` + 1: the one too many tells that there are more. */
export function page<Item>(found: readonly Item[], top: number): Page<Item> {
  return { items: found.slice(0, top), hasMoreResults: found.length > top };
}

/** Cuts a handler's answer to the page asked for. */
export function cut<Item>(answer: Answer<Item>, top: number, skip: number): Page<Item> {
  if (!isPage(answer)) {
    if (!Array.isArray(answer))
      throw new TypeError(`The handler returned ${describe(answer)}, not a list of items or a page.`);
    return { items: answer.slice(skip, skip + top), hasMoreResults: answer.length > skip + top };
  }
  return answer.items.length > top ? { items: answer.items.slice(0, top), hasMoreResults: true } : answer;
}

function isPage<Item>(answer: Answer<Item>): answer is Page<Item> {
  return typeof answer === 'object' && answer !== null && Array.isArray((answer as Page<Item>).items);
}

function describe(value: unknown): string {
  return value === undefined || value === null ? `nothing (${value})` : `a value of type ${typeof value}`;
}

/** Says that a text was cut to its limit; the words name the field, never the text. */
export type Remark = (words: string) => void;

/**
 * A writer for the answers of an action: exactly the declared properties, times in UTC, absent optional ones left out,
 * texts above their limit cut. Throws a TypeError where an item lacks a required property (G7) or has a wrong type: that
 * is a bug of the handler.
 */
export function answerWriter(action: Action): (page: Page<unknown>, remark: Remark) => string {
  const list = action.envelope[0]?.name ?? 'value';
  const paged = action.envelope.some((field) => field.name === 'hasMoreResults');
  const copyItem = copier(action.item, action.models);
  return ({ items, hasMoreResults }, remark) => {
    const value = items.map((item, index) => copyItem(item, `${list}[${index}]`, remark));
    return JSON.stringify(paged ? { [list]: value, hasMoreResults } : { [list]: value });
  };
}

type Copy = (value: unknown, path: string, remark: Remark) => unknown;

function copier(fields: readonly Field[], models: Action['models']): Copy {
  const copies = fields.map((field) => ({
    name: field.name,
    required: field.required,
    copy: valueCopier(field, models),
  }));
  return (value, path, remark) => {
    if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is no object.`);
    const source = value as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    for (const { name, required, copy } of copies) {
      const property = source[name];
      if (property !== undefined && property !== null) result[name] = copy(property, `${path}.${name}`, remark);
      else if (required) throw new TypeError(`${path}.${name} is required and missing (G7).`);
    }
    return result;
  };
}

function valueCopier(field: Field, models: Action['models']): Copy {
  if (field.model) return copier(models[field.model] ?? [], models);
  if (field.values) return copyTexts;
  if (field.format === 'date-time') return copyTime;
  if (field.name === 'adaptiveCard') return (value) => (typeof value === 'string' ? value : JSON.stringify(value));
  if (field.type !== 'string') return copyOf(field.type);
  const { maxLength } = field;
  if (maxLength === undefined) return copyOf('string');
  return (value, path, remark) => {
    if (typeof value !== 'string') throw new TypeError(`${path} must be a string.`);
    if (value.length <= maxLength) return value;
    remark(`${path.replace(/\d+/, '')} has more than ${maxLength} characters and was cut.`);
    return shorten(value, maxLength);
  };
}

function copyOf(type: Field['type']): Copy {
  return (value, path) => {
    const fits =
      type === 'integer' ? Number.isInteger(value) : type === 'array' ? Array.isArray(value) : typeof value === type;
    if (!fits) throw new TypeError(`${path} must be of type ${type}.`);
    return value;
  };
}

function copyTexts(value: unknown, path: string): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${path} must be an object.`);
  const texts: Record<string, string> = {};
  for (const [name, text] of Object.entries(value)) {
    if (text === undefined || text === null) continue;
    if (typeof text !== 'string') throw new TypeError(`${path}["${name}"] must be a string.`);
    texts[name] = text;
  }
  return texts;
}

function copyTime(value: unknown, path: string): string {
  const time = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(time.getTime())) throw new TypeError(`${path} must be a date and time.`);
  return time.toISOString();
}

/** The text cut to `length` UTF-16 units, at a blank where one is near, with an ellipsis; no character is cut in two. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const blank = head.lastIndexOf(' ');
  return `${(blank >= length * 0.7 ? head.slice(0, blank) : head).trimEnd()}…`;
}
