/** What of an answer is shown: as lenient as the evidence about the real host, with a finding for each leniency. */
import type { ExtensionPoint, Field } from '../../contract/contract.ts';
import { type FieldModel, matchOf } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import { type AskedFor, type CutList, cutOf, moreThanAsked } from './asked-for.ts';

export interface CheckedAnswer {
  /** Items that are shown, by the contract's names. */
  readonly items: readonly Item[];
  readonly dropped: readonly { readonly index: number; readonly why: string }[];
  readonly hasMoreResults: boolean | undefined;
  readonly findings: readonly Finding[];
  /** Of a list with more items than are looked at: where it stands, and how many there are. */
  readonly cut?: CutList | undefined;
}

export type Item = Readonly<Record<string, unknown>>;

/**
 * Checks the parsed body of an answer to an extension point. Outputs are found by description, by name second; items
 * beyond those that were asked for are not looked at.
 */
export function checkAnswer(
  point: ExtensionPoint,
  outputs: readonly FieldModel[],
  body: unknown,
  asked: AskedFor = { isAsked: false, most: Number.POSITIVE_INFINITY },
): CheckedAnswer {
  const findings: Finding[] = [];
  const say: Say = (rule, severity, message, pointer) => findings.push({ rule, severity, message, pointer });
  const names = new Map(point.item.map((field) => [field.name, outputNames(field, outputs)]));
  const found = listIn(point, outputs, body, say);
  if (!found) {
    say('answer-envelope', 'error', `The answer has no list "${point.envelope[0]?.name}".`, '');
    return { items: [], dropped: [], hasMoreResults: undefined, findings };
  }
  const items: Item[] = [];
  const dropped: { index: number; why: string }[] = [];
  const cut = cutOf(found.list, found.path, asked);
  if (cut) findings.push(moreThanAsked(cut, asked));
  const pointer = found.path.map((step) => `/${step}`).join('');
  for (const [index, item] of found.list.slice(0, cut?.kept).entries()) {
    const checked = checkItem(point, names, item, index, `${pointer}/${index}`, say);
    if (typeof checked === 'string') dropped.push({ index, why: checked });
    else items.push(checked);
  }
  const more = propertyOf(body, ['hasMoreResults']);
  if (more !== undefined && more !== null && typeof more !== 'boolean')
    say('answer-has-more', 'warning', 'hasMoreResults is neither true nor false.', '/hasMoreResults');
  return { items, dropped, hasMoreResults: typeof more === 'boolean' ? more : undefined, findings, cut };
}

type Say = (rule: string, severity: Finding['severity'], message: string, pointer: string) => void;

/** The names under which a field may stand: the output's of its description, then its own. */
function outputNames({ name, description }: Field, outputs: readonly FieldModel[]): string[] {
  const described = outputs.find((output) => matchOf(output.description ?? '', description));
  return described ? [described.name, name] : [name];
}

/** The list of items: where the described outputs stand, else by the contract's name. */
function listIn(
  point: ExtensionPoint,
  outputs: readonly FieldModel[],
  body: unknown,
  say: Say,
): { list: unknown[]; path: string[] } | undefined {
  const described = outputs.find(
    (output) =>
      output.path.includes('[]') && point.item.some((field) => matchOf(output.description ?? '', field.description)),
  );
  const path = described ? described.path.slice(0, described.path.indexOf('[]')) : [];
  const name = point.envelope[0]?.name ?? 'value';
  for (const candidate of [path, [name]]) {
    let value = body;
    const path: string[] = [];
    for (const step of candidate) {
      const key = keyOf(value, [step]);
      value = propertyOf(value, [step]);
      path.push(key ?? step);
    }
    if (!Array.isArray(value)) continue;
    sayOtherCase(candidate, path, say);
    return { list: value, path };
  }
  return undefined;
}

/** Names without case are this host's leniency. */
function sayOtherCase(wanted: readonly string[], path: readonly string[], say: Say): void {
  if (wanted.join() === path.join()) return;
  const [named, expected] = [path.join('.'), wanted.join('.')];
  const message = `The list is named "${named}"; the property must be "${expected}". It is read all the same here, and may not be by the real host.`;
  say('answer-envelope-case', 'warning', message, `/${path.join('/')}`);
}

/** The item by the contract's names, or why it is dropped. */
function checkItem(
  point: ExtensionPoint,
  names: ReadonlyMap<string, string[]>,
  item: unknown,
  index: number,
  pointer: string,
  say: Say,
): Item | string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return 'it is no object';
  const checked: Record<string, unknown> = {};
  const missing: string[] = [];
  const unshown: string[] = [];
  for (const field of point.item) {
    const at = `${pointer}/${field.name}`;
    const raw = propertyOf(item, names.get(field.name) ?? [field.name]);
    const isAbsent = raw === undefined || raw === null || (field.required && isBlank(raw));
    if (isAbsent && field.required) missing.push(field.name);
    if (isAbsent) continue;
    const value = checkValue(point, field, raw, at, say);
    if (value === undefined && field.required) unshown.push(field.name);
    if (value !== undefined) checked[field.name] = value;
  }
  if (missing.length > 0) {
    const message = `Item ${index + 1} lacks ${listed(missing)}, so it is not shown (G7).`;
    say('item-required-property', 'error', message, missing.length === 1 ? `${pointer}/${missing[0]}` : pointer);
  }
  const why = [
    ...(missing.length > 0 ? [`${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`] : []),
    ...(unshown.length > 0 ? [`${listed(unshown)} cannot be shown`] : []),
  ];
  return why.length > 0 ? why.join(', and ') : checked;
}

/** A text in which nothing is to be read. */
function isBlank(raw: unknown): boolean {
  return typeof raw === 'string' && raw.trim() === '';
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

function checkValue({ contentTypes }: ExtensionPoint, field: Field, raw: unknown, at: string, say: Say): unknown {
  if (field.values) return checkTexts(field, raw, at, say);
  if (field.type !== 'string') return raw;
  if (field.name === 'adaptiveCard' && typeof raw === 'object') return raw;
  if (typeof raw !== 'string')
    say('item-type', 'warning', `${field.name} is of type ${typeof raw}, not string; it is shown as text.`, at);
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
  if (isLink(field) && !/^https?:\/\//i.test(text.trim())) {
    say(
      'item-link',
      field.required ? 'error' : 'warning',
      `${field.name} is no http or https address; ${field.required ? 'the item is not shown' : 'the link is left out'}.`,
      at,
    );
    return undefined;
  }
  if (field.format === 'date-time' && !isUtcTime(text))
    say('item-time', 'warning', `${field.name} is no RFC 3339 time in UTC; it is shown as it is.`, at);
  if (field.maxLength && text.length > field.maxLength)
    say(
      'item-length',
      'warning',
      `${field.name} has ${text.length} characters, more than the ${field.maxLength} shown.`,
      at,
    );
  if (field.name === 'contentType' && contentTypes && !Object.hasOwn(contentTypes, text))
    say(
      'item-content-type',
      'warning',
      `contentType is none of ${Object.keys(contentTypes).join(', ')}; a generic icon is shown.`,
      at,
    );
  return text;
}

function checkTexts(field: Field, raw: unknown, at: string, say: Say): Record<string, string> | undefined {
  if (typeof raw !== 'object' || Array.isArray(raw) || raw === null) {
    say('item-type', 'warning', `${field.name} is no object; it is left out.`, at);
    return undefined;
  }
  const texts = Object.entries(raw).filter(([, value]) => value !== null && value !== undefined);
  const others = texts.filter(([, value]) => typeof value !== 'string').map(([name]) => name);
  if (others.length > 0)
    say(
      'item-property-type',
      'warning',
      `${field.name} has values that are no strings (${others.join(', ')}); they are shown as text.`,
      at,
    );
  return Object.fromEntries(
    texts.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

function isLink({ name }: Field): boolean {
  return name === 'url' || name === 'content' || name === 'contentIconUrl';
}

function isUtcTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]00:00)$/i.test(text) && !Number.isNaN(Date.parse(text));
}

/** The first of these properties, names without case second. */
function propertyOf(value: unknown, names: readonly string[]): unknown {
  const key = keyOf(value, names);
  return key === undefined ? undefined : (value as Record<string, unknown>)[key];
}

/** The name under which it stands. */
function keyOf(value: unknown, names: readonly string[]): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = names.find((name) => Object.hasOwn(value, name));
  if (own !== undefined) return own;
  const wanted = names.map((name) => name.toLowerCase());
  return Object.keys(value).find((each) => wanted.includes(each.toLowerCase()));
}
