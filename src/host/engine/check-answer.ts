/** What of an answer is shown: as lenient as the evidence about the real host, with a finding for each leniency. */
import type { ExtensionPoint, Field } from '../../contract/contract.ts';
import { type FieldModel, matchOf } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';

export interface CheckedAnswer {
  /** Items that are shown, by the contract's names. */
  readonly items: readonly Item[];
  readonly dropped: readonly { readonly index: number; readonly why: string }[];
  readonly hasMoreResults: boolean | undefined;
  readonly findings: readonly Finding[];
}

export type Item = Readonly<Record<string, unknown>>;

/** Checks the parsed body of an answer to an extension point. Outputs are found by description, by name second. */
export function checkAnswer(point: ExtensionPoint, outputs: readonly FieldModel[], body: unknown): CheckedAnswer {
  const findings: Finding[] = [];
  const say: Say = (rule, severity, message, pointer) => findings.push({ rule, severity, message, pointer });
  const names = new Map(point.item.map((field) => [field.name, outputNames(field, outputs)]));
  const found = listIn(point, outputs, body);
  if (!found) {
    say('answer-envelope', 'error', `The answer has no list "${point.envelope[0]?.name}".`, '');
    return { items: [], dropped: [], hasMoreResults: undefined, findings };
  }
  const items: Item[] = [];
  const dropped: { index: number; why: string }[] = [];
  for (const [index, item] of found.list.entries()) {
    const checked = checkItem(point, names, item, `${found.pointer}/${index}`, say);
    if (typeof checked === 'string') dropped.push({ index, why: checked });
    else items.push(checked);
  }
  const more = propertyOf(body, ['hasMoreResults']);
  if (more !== undefined && more !== null && typeof more !== 'boolean')
    say('answer-has-more', 'warning', 'hasMoreResults is neither true nor false.', '/hasMoreResults');
  return { items, dropped, hasMoreResults: typeof more === 'boolean' ? more : undefined, findings };
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
): { list: unknown[]; pointer: string } | undefined {
  const described = outputs.find(
    (output) =>
      output.path.includes('[]') && point.item.some((field) => matchOf(output.description ?? '', field.description)),
  );
  const path = described ? described.path.slice(0, described.path.indexOf('[]')) : [];
  const name = point.envelope[0]?.name ?? 'value';
  for (const candidate of [path, [name]]) {
    const value = candidate.reduce<unknown>((current, step) => propertyOf(current, [step]), body);
    if (Array.isArray(value)) return { list: value, pointer: candidate.map((step) => `/${step}`).join('') };
  }
  return undefined;
}

/** The item by the contract's names, or why it is dropped. */
function checkItem(
  point: ExtensionPoint,
  names: ReadonlyMap<string, string[]>,
  item: unknown,
  pointer: string,
  say: Say,
): Item | string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return 'it is no object';
  const checked: Record<string, unknown> = {};
  for (const field of point.item) {
    const at = `${pointer}/${field.name}`;
    const raw = propertyOf(item, names.get(field.name) ?? [field.name]);
    const isAbsent = raw === undefined || raw === null || (field.required && raw === '');
    if (isAbsent && field.required) {
      say('item-required-property', 'error', `The item lacks ${field.name}, so it is not shown (G7).`, at);
      return `${field.name} is missing`;
    }
    if (isAbsent) continue;
    const value = checkValue(point, field, raw, at, say);
    if (value === undefined && field.required) return `${field.name} cannot be shown`;
    if (value !== undefined) checked[field.name] = value;
  }
  return checked;
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
  if (field.name === 'contentType' && contentTypes && !(text in contentTypes))
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
  if (typeof value !== 'object' || value === null) return undefined;
  const object = value as Record<string, unknown>;
  for (const name of names) if (Object.hasOwn(object, name)) return object[name];
  const wanted = names.map((name) => name.toLowerCase());
  const key = Object.keys(object).find((each) => wanted.includes(each.toLowerCase()));
  return key === undefined ? undefined : object[key];
}
