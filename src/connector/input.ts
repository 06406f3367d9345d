/** Reads what the host sends into what a handler takes. */
import { type Action, type Field, limits, propertyName } from '../contract/contract.ts';
import { ConnectorError } from './connector-error.ts';
import { type CrmReference, readCrmHost, readCrmType } from './crm.ts';
import { canonicalRecordId } from './record-id.ts';

export type RawInput = Readonly<Record<string, unknown>>;
type Values = Record<string, unknown>;

/** What every handler's input has, whether the host sent it or not. */
export interface CommonInput {
  readonly crm: CrmReference;
  /** Items wanted, 1 to 100; 100 where the action has no paging. */
  readonly top: number;
  /** Items to pass over, 0 or more. */
  readonly skip: number;
}

/** How inputs arrive: what they are called in errors, and whether numbers and truths come as text. */
export interface InputSource {
  readonly place: string;
  readonly coerce: boolean;
}

const ofQuery: InputSource = { place: 'Query parameter', coerce: true };
const ofBody: InputSource = { place: 'Body property', coerce: false };
/** Of a tool. */
export const asArguments: InputSource = { place: 'Argument', coerce: false };

const maxInt32 = 2 ** 31 - 1;

/**
 * A reader for the inputs of an action: types coerced where they come as text (the query), checked where they come as
 * JSON; ids and record types in one spelling; crmType and crmOrgUrl as `crm`; top and skip always there.
 * Throws MISSING_PARAMETER, INVALID_PARAMETER or INVALID_CRM_CONNECTION.
 */
export function inputReader(
  action: Action,
  { place, coerce } = action.method === 'GET' ? ofQuery : ofBody,
): (raw: RawInput) => Values & CommonInput {
  const paged = action.inputs.some(({ name }) => propertyName(name) === 'top');
  const readFields = fieldsReader(action.inputs, action.models, coerce, place);
  return (raw) => {
    const { crmType, crmOrgUrl, top, skip, ...rest } = readFields(raw, '');
    const crm: CrmReference = {
      ...(crmType !== undefined && { type: readCrmType(String(crmType)) }),
      ...(crmOrgUrl !== undefined && { host: readCrmHost(String(crmOrgUrl)) }),
    };
    if (!paged) return { ...rest, crm, top: limits.top.max, skip: 0 };
    return { ...rest, crm, ...readPage(place, top as number | undefined, skip as number | undefined) };
  };
}

function readPage(place: string, top: number = limits.top.default, skip = 0): { top: number; skip: number } {
  if (top < 1) throw invalid(`${place} "top"`, 'top', 'an integer of at least 1');
  if (skip < 0 || skip > maxInt32) throw invalid(`${place} "skip"`, 'skip', `an integer from 0 to ${maxInt32}`);
  return { top: Math.min(top, limits.top.max), skip };
}

function fieldsReader(
  fields: readonly Field[],
  models: Action['models'],
  coerce: boolean,
  place: string,
): (raw: RawInput, path: string) => Values {
  const readers = fields.map((field) => ({
    ...field,
    key: propertyName(field.name),
    read: valueReader(field, models, coerce, place),
  }));
  return (raw, path) => {
    const values: Values = {};
    const names = Object.keys(raw);
    for (const { name, key, required, read } of readers) {
      const given = Object.hasOwn(raw, name) ? name : nameInAnyCase(names, name);
      const value = given === undefined ? undefined : raw[given];
      if (value === undefined || value === null || value === '') {
        if (required) throw missing(place, path + name);
        continue;
      }
      values[key] = read(value, path + name);
    }
    return values;
  };
}

/** Names differ in case between the pages and certified connectors (version 1: Top and top). */
function nameInAnyCase(names: readonly string[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return names.find((each) => each.length === wanted.length && each.toLowerCase() === wanted);
}

type ReadValue = (value: unknown, path: string) => unknown;

function valueReader(field: Field, models: Action['models'], coerce: boolean, place: string): ReadValue {
  const refuse = (path: string, expected: string) => invalid(`${place} "${path}"`, path, expected);
  const { type, format, name } = field;

  if (field.model) {
    const readModel = fieldsReader(models[field.model] ?? [], models, coerce, place);
    return (value, path) => {
      if (!isObject(value)) throw refuse(path, 'an object');
      return readModel(value, `${path}.`);
    };
  }
  if (type === 'array') {
    const model = field.items ? models[field.items] : undefined;
    const readItem: ReadValue = model
      ? valueReader({ ...field, type: 'object', model: field.items ?? '' }, models, coerce, place)
      : valueReader({ ...field, type: 'string', name: '' }, models, coerce, place);
    return (value, path) => {
      if (!Array.isArray(value)) throw refuse(path, 'an array');
      return value.map((item, index) => readItem(item, `${path}[${index}]`));
    };
  }
  if (type === 'object') {
    return (value, path) => {
      if (!isObject(value)) throw refuse(path, 'an object');
      return value;
    };
  }
  if (type === 'integer' || type === 'number') {
    const expected = type === 'integer' ? 'an integer' : 'a number';
    const pattern = type === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
    return (value, path) => {
      const number = coerce ? numberOf(value, pattern) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) throw refuse(path, expected);
      if (type === 'integer' && !Number.isInteger(number)) throw refuse(path, expected);
      if (format === 'int32' && name.toLowerCase() !== 'top' && Math.abs(number) > maxInt32)
        throw refuse(path, 'an integer of 32 bits');
      return number;
    };
  }
  if (type === 'boolean') {
    return (value, path) => {
      const truth = coerce ? truths.get(String(value)) : value;
      if (typeof truth !== 'boolean') throw refuse(path, 'true or false');
      return truth;
    };
  }
  if (format === 'date-time') {
    return (value, path) => {
      const time = typeof value === 'string' ? readDateTime(value) : undefined;
      if (!time) throw refuse(path, 'a date and time such as 2026-05-07T03:28:38+02:00');
      return time;
    };
  }
  const normalize = normalizers.get(name);
  return (value, path) => {
    if (typeof value !== 'string') throw refuse(path, coerce ? 'a single string' : 'a string');
    if (!normalize) return value;
    const normal = normalize(value);
    if (normal === '' && field.required) throw missing(place, path);
    return normal;
  };
}

const truths = new Map([
  ['true', true],
  ['false', false],
]);
const lowerCase = (text: string) => text.trim().toLowerCase();
const normalizers = new Map([
  ['recordId', canonicalRecordId],
  ['entityId', canonicalRecordId],
  ['recordType', lowerCase],
  ['entityType', lowerCase],
]);

function numberOf(value: unknown, pattern: RegExp): unknown {
  return typeof value === 'string' && pattern.test(value) ? Number(value) : undefined;
}

const dateTime = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d| \d\d:\d\d)?)?$/i;

/** RFC 3339; a day alone is its beginning; without an offset UTC is meant, and a + that arrived as a blank (unescaped in a query) is one still. */
export function readDateTime(text: string): Date | undefined {
  const [, date, day, time = '00:00:00', offset = 'Z'] = dateTime.exec(text.trim()) ?? [];
  if (!date || !day) return undefined;
  const local = new Date(`${date}T${time}Z`);
  if (local.getUTCDate() !== Number(day)) return undefined;
  const instant = new Date(`${date}T${time}${offset.replace(' ', '+').toUpperCase()}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function isObject(value: unknown): value is RawInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function missing(place: string, path: string): ConnectorError {
  return new ConnectorError('MISSING_PARAMETER', `${place} "${path}" is required.`, { details: { parameter: path } });
}

function invalid(subject: string, path: string, expected: string): ConnectorError {
  return new ConnectorError('INVALID_PARAMETER', `${subject} must be ${expected}.`, { details: { parameter: path } });
}
