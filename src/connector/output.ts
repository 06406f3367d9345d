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
  const copyItem = copier(action.item, action.models, `${list}[]`);
  return ({ items, hasMoreResults }, remark) => {
    const value = items.map((item, index) => copyItem(item, index, remark));
    return JSON.stringify(paged ? { [list]: value, hasMoreResults } : { [list]: value });
  };
}

/** Copies a value of the item at this index. The path of the field is known beforehand; an error puts the index in. */
type Copy = (value: unknown, index: number, remark: Remark) => unknown;

function fault(path: string, index: number, words: string): TypeError {
  return new TypeError(`${path.replace('[]', `[${index}]`)} ${words}`);
}

function copier(fields: readonly Field[], models: Action['models'], path: string): Copy {
  const copies = fields.map((field) => ({
    name: field.name,
    required: field.required,
    copy: valueCopier(field, models, `${path}.${field.name}`),
  }));
  return (value, index, remark) => {
    if (typeof value !== 'object' || value === null) throw fault(path, index, 'is no object.');
    const source = value as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    for (const { name, required, copy } of copies) {
      const property = source[name];
      if (property !== undefined && property !== null) result[name] = copy(property, index, remark);
      else if (required) throw fault(`${path}.${name}`, index, 'is required and missing (G7).');
    }
    return result;
  };
}

function valueCopier(field: Field, models: Action['models'], path: string): Copy {
  if (field.model) return copier(models[field.model] ?? [], models, path);
  if (field.values) return textsCopier(path);
  if (field.format === 'date-time') return timeCopier(path);
  if (field.name === 'adaptiveCard') return (value) => (typeof value === 'string' ? value : JSON.stringify(value));
  const { maxLength } = field;
  const copy = typeCopier(field.type, path);
  if (field.type !== 'string' || maxLength === undefined) return copy;
  return (value, index, remark) => {
    const text = copy(value, index, remark) as string;
    if (text.length <= maxLength) return text;
    remark(`${path} has more than ${maxLength} characters and was cut.`);
    return shorten(text, maxLength);
  };
}

function typeCopier(type: Field['type'], path: string): Copy {
  const fits =
    type === 'integer'
      ? Number.isInteger
      : type === 'array'
        ? Array.isArray
        : (value: unknown) => typeof value === type;
  return (value, index) => {
    if (!fits(value)) throw fault(path, index, `must be of type ${type}.`);
    return value;
  };
}

function textsCopier(path: string): Copy {
  return (value, index) => {
    if (typeof value !== 'object' || value === null) throw fault(path, index, 'must be an object.');
    const source = value as Record<string, unknown>;
    const texts: Record<string, string> = {};
    for (const name of Object.keys(source)) {
      const text = source[name];
      if (text === undefined || text === null) continue;
      if (typeof text !== 'string') throw fault(`${path}["${name}"]`, index, 'must be a string.');
      texts[name] = text;
    }
    return texts;
  };
}

function timeCopier(path: string): Copy {
  return (value, index) => {
    const time = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN);
    if (Number.isNaN(time.getTime())) throw fault(path, index, 'must be a date and time.');
    return time.toISOString();
  };
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
