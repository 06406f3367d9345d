/** The values of a call put where the definition wants them: query, header, path, or nested in the body. */
import type { DiscoveredAction, Input, InputMatch } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';

/** One value and the parameter that it went to; without a parameter it was not sent. */
export interface MappedValue {
  readonly input: string;
  readonly value: unknown;
  readonly parameter: { readonly name: string; readonly in: Input['in'] } | null;
  readonly matchedBy: InputMatch['matchedBy'] | 'own-name' | 'default' | null;
}

export interface MappedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Parameters in formData; none where the body is JSON. */
  readonly form: readonly (readonly [name: string, value: string])[];
  readonly values: readonly MappedValue[];
  readonly findings: readonly Finding[];
}

export type Values = Readonly<Record<string, unknown>>;

/** Puts values, by contract name (by parameter name for a chat skill), into the request of an action. */
export function mapRequest(action: DiscoveredAction, baseUrl: string, values: Values): MappedRequest {
  const { operation, inputMatches, kind } = action;
  const draft: Draft = {
    query: new URLSearchParams(),
    headers: {},
    path: operation.path,
    body: undefined,
    form: [],
    values: [],
    findings: [],
  };
  if (kind === 'chat-skill')
    for (const [name, value] of Object.entries(values)) putByName(draft, operation.inputs, name, value);
  else
    for (const match of inputMatches.filter(({ fieldPath }) => fieldPath.length === 1))
      putMatch(draft, action, match, values);
  for (const input of operation.inputs) if (input.isInternal && input.default !== undefined) putDefault(draft, input);

  const query = draft.query.toString();
  const path = draft.path.replace(/\{[^}]*\}/g, '');
  return {
    method: operation.method,
    url: `${baseUrl.replace(/\/$/, '')}${path}${query ? `${path.includes('?') ? '&' : '?'}${query}` : ''}`,
    headers: draft.headers,
    body: draft.body,
    form: draft.form,
    values: draft.values,
    findings: draft.findings,
  };
}

interface Draft {
  query: URLSearchParams;
  headers: Record<string, string>;
  path: string;
  body: unknown;
  form: [name: string, value: string][];
  values: MappedValue[];
  findings: Finding[];
}

function putMatch(draft: Draft, action: DiscoveredAction, match: InputMatch, values: Values): void {
  const value = valueFor(match.field, values);
  if (value === undefined) return;
  const { input, matchedBy = null } = match;
  if (!input) {
    draft.values.push({ input: match.field.name, value, parameter: null, matchedBy: null });
    return;
  }
  const sent =
    typeof value === 'object' && input.in === 'body'
      ? shaped(value, match, action.inputMatches)
      : memberOf(draft, input, value);
  put(draft, input, sent);
  draft.values.push({
    input: match.field.name,
    // Objects by the host's own names, so that a call can be sent again as it was meant; the request shows what was sent.
    value: typeof value === 'object' ? value : sent,
    parameter: { name: input.path.join('.'), in: input.in },
    matchedBy,
  });
}

/** The value of a point's input; its name may begin with a small letter. */
export function valueFor({ name }: InputMatch['field'], values: Values): unknown {
  return values[name] ?? values[`${name.charAt(0).toLowerCase()}${name.slice(1)}`];
}

function putByName(draft: Draft, inputs: readonly Input[], name: string, value: unknown): void {
  const input =
    inputs.find((each) => each.name === name) ?? inputs.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (input) put(draft, input, value);
  draft.values.push({
    input: name,
    value,
    parameter: input ? { name: input.path.join('.'), in: input.in } : null,
    matchedBy: input ? 'own-name' : null,
  });
}

function putDefault(draft: Draft, input: Input): void {
  const parameter = { name: input.path.join('.'), in: input.in };
  if (draft.values.some((value) => value.parameter?.name === parameter.name && value.parameter.in === parameter.in))
    return;
  if (input.path.includes('[]')) return;
  put(draft, input, input.default);
  draft.values.push({ input: input.name, value: input.default, parameter, matchedBy: 'default' });
}

/** An object or array with the names that the definition gives to its fields; as it is where it declares none. */
function shaped(value: unknown, match: InputMatch, matches: readonly InputMatch[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shapedItem(item, [...match.fieldPath, '[]'], match, matches));
  return shapedItem(value, match.fieldPath, match, matches);
}

function shapedItem(
  value: unknown,
  fieldPath: readonly string[],
  match: InputMatch,
  matches: readonly InputMatch[],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const within = matches.filter(
    (each) =>
      each.fieldPath.length === fieldPath.length + 1 &&
      fieldPath.every((step, index) => each.fieldPath[index] === step),
  );
  const mapped = within.filter((each) => each.input);
  if (mapped.length === 0) return value;
  const shape: Record<string, unknown> = {};
  for (const { field, input } of mapped) {
    const part = (value as Record<string, unknown>)[field.name];
    if (part === undefined || !input) continue;
    const below = input.path.slice((match.input?.path.length ?? 0) + (fieldPath.at(-1) === '[]' ? 1 : 0));
    setAt(shape, below.length > 0 ? below : [input.name], part);
  }
  return shape;
}

function put(draft: Draft, { in: place, name, path }: Input, value: unknown): void {
  const text = textOf(value);
  if (place === 'query') draft.query.append(name, text);
  else if (place === 'header') draft.headers[name.toLowerCase()] = text.replace(/[^\t\x20-\x7e]/g, '');
  else if (place === 'formData') draft.form.push([name, text]);
  else if (place === 'path') draft.path = draft.path.replaceAll(`{${name}}`, encodeURIComponent(text));
  else {
    if (typeof draft.body !== 'object' || draft.body === null) draft.body = {};
    setAt(
      draft.body as Record<string, unknown>,
      path.filter((step) => step !== '[]'),
      value,
    );
  }
}

/** A value as an address or a header has it: lists with commas, objects as JSON. An object may have a toString of its own. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => (each === null ? '' : textOf(each))).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The enum member equal but for case and blanks, as the host sends it. */
function memberOf(draft: Draft, input: Input, value: unknown): unknown {
  if (!input.enum || input.enum.includes(value)) return value;
  const plain = (each: unknown) => textOf(each).replace(/\s+/g, '').toLowerCase();
  const member = input.enum.find((each) => plain(each) === plain(value));
  if (member === undefined) {
    const message = `${input.name} allows ${input.enum.join(', ')} only; ${textOf(value)} was sent all the same.`;
    draft.findings.push({ rule: 'value-not-in-enum', severity: 'warning', message, pointer: input.pointer });
  }
  return member ?? value;
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [last = '', ...parents] = path.toReversed();
  let current = target;
  for (const step of parents.toReversed()) {
    const next = Object.hasOwn(current, step) ? current[step] : undefined;
    if (typeof next === 'object' && next !== null) current = next as Record<string, unknown>;
    else {
      const created: Record<string, unknown> = {};
      Object.defineProperty(current, step, { value: created, enumerable: true, configurable: true, writable: true });
      current = created;
    }
  }
  Object.defineProperty(current, last, { value, enumerable: true, configurable: true, writable: true });
}
