/** Inputs that the user gives in place of the host's own, held to what the action takes. Errors are INVALID_ARGUMENT. */
import { CodedError } from '../../core/coded-error.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import { nearestFirst, nearestWord } from '../configuration/nearest-word.ts';

interface KnownInput {
  readonly name: string;
  readonly type: string | undefined;
  /** Of an array: what it holds. */
  readonly items: string | undefined;
}

/** Inputs as a program gives them, by the names that the action has for them; `label` is what they were given under. */
export function ownInputs(
  action: DiscoveredAction | undefined,
  given: Readonly<Record<string, unknown>>,
  label: string,
): Record<string, unknown> {
  return named(action, given, label, (value) => value);
}

/** The same, from texts: numbers, lists and objects are read from them. */
export function ownInputsOfTexts(
  action: DiscoveredAction | undefined,
  given: Readonly<Record<string, string>>,
  label: string,
): Record<string, unknown> {
  return named(action, given, label, (text, input) => (readers[input.type ?? ''] ?? String)(text, input));
}

function named<Value>(
  action: DiscoveredAction | undefined,
  given: Readonly<Record<string, Value>>,
  label: string,
  read: (value: Value, input: KnownInput) => unknown,
): Record<string, unknown> {
  if (!action) return given;
  const known = knownInputs(action);
  return Object.fromEntries(
    Object.entries(given).map(([name, written]) => {
      const input =
        known.find((each) => each.name === name) ??
        known.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (!input) throw invalid(unknownInput(action, name, known, label));
      const value = read(written, input);
      const expected = expectations[input.type ?? ''];
      if (!expected || expected.fits(value)) return [input.name, value];
      const shown = JSON.stringify(written)?.slice(0, 60);
      throw invalid(`${label} ${input.name}: ${expected.words} is expected, not ${shown}.`);
    }),
  );
}

/** By the contract's names; of a chat skill by those of its parameters. */
function knownInputs({ point, operation }: DiscoveredAction): KnownInput[] {
  if (point) return point.inputs.map(({ name, type, items }) => ({ name, type, items }));
  return operation.inputs
    .filter(({ path }) => !path.includes('[]'))
    .map(({ name, type, itemType }) => ({ name, type, items: itemType }));
}

function unknownInput(
  { point, operation }: DiscoveredAction,
  name: string,
  known: readonly KnownInput[],
  label: string,
): string {
  const names = [...new Set(known.map((input) => input.name))];
  const owner = point?.id ?? operation.operationId ?? operation.path;
  const nearest = nearestWord(name, names);
  const hint = nearest ? ` Did you mean ${nearest}?` : '';
  const place = label === owner ? '' : `${label}: `;
  return `${place}${owner} has no input "${name}".${hint} ${names.length > 0 ? `Its inputs: ${nearestFirst(name, names).join(', ')}.` : 'It has none.'}`;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** By type; what is not named takes anything. */
const expectations: Readonly<Record<string, { readonly words: string; readonly fits: (value: unknown) => boolean }>> = {
  string: { words: 'a text', fits: (value) => typeof value === 'string' },
  integer: { words: 'a whole number', fits: Number.isSafeInteger },
  number: { words: 'a number', fits: Number.isFinite },
  boolean: { words: 'true or false', fits: (value) => typeof value === 'boolean' },
  array: { words: 'a list as JSON', fits: Array.isArray },
  object: { words: 'an object as JSON', fits: isObject },
};

/** What a text stands for, by type; one that stands for nothing is left as it is, and refused. */
const readers: Readonly<Record<string, (text: string, input: KnownInput) => unknown>> = {
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  number: (text) => (/^-?\d/.test(text) ? Number(text) : text),
  boolean: (text) => ({ true: true, false: false })[text] ?? text,
  object: jsonOf,
  array: (text, { items = 'string' }) => (items === 'string' && !/^\s*\[/.test(text) ? text.split(',') : jsonOf(text)),
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function invalid(message: string): CodedError {
  return new CodedError('INVALID_ARGUMENT', message);
}
