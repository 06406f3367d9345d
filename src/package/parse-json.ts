/** Strict JSON with positions; what breaks it is named, and what can be read all the same is. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { jsonPlaces } from './json-places.ts';
import { segmentsOf } from './json-pointer.ts';
import type { Parsed, Part, Problem } from './parsed.ts';
import { scanJson } from './scan-json.ts';

const mostProblems = 50;
const deepest = 500;

export function parseJson(text: string): Parsed {
  if (text.trim() === '') {
    const message = 'The file is empty. Write a JSON object, at least {}.';
    return {
      value: undefined,
      problems: [{ kind: 'empty', severity: 'error', message, offset: 0 }],
      offsetOf: () => 0,
    };
  }
  const { tooDeepAt, duplicates, values } = scanJson(text, deepest);
  if (tooDeepAt !== undefined) {
    const message = `More than ${deepest} levels are nested here.`;
    const problem: Problem = { kind: 'too-deep', severity: 'error', message, offset: tooDeepAt };
    return { value: undefined, problems: [problem], offsetOf: () => tooDeepAt };
  }
  const value = strictly(text);
  if (value === undefined) return parseLeniently(text);
  return { value, problems: duplicates.map(duplicateProblem), isStrict: true, offsetOf: jsonPlaces(text, values) };
}

/** The value of valid JSON; undefined for everything else. */
function strictly(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads what can be read of broken JSON, and names what breaks it. */
function parseLeniently(text: string): Parsed {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const problems = toldOnce(errors.slice(0, mostProblems).map((error) => problemOf(error, text)));
  const duplicates: Problem[] = [];
  const value = root ? plainValue(root, duplicates) : undefined;
  // Where a bracket is missing, what follows falls into the object before: its keys only seem to stand twice.
  const isSure = ({ offset }: Problem) => !errors.some((error) => displaces(error) && error.offset < offset);
  problems.push(...duplicates.filter(isSure));
  return { value, problems, offsetOf: (pointer, part) => offsetIn(root, pointer, part) };
}

/** After a comma too much the parser misses a name and a value: to its author that is one fault. */
function toldOnce(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ kind, offset }, index) => {
    const before = problems[index - 1];
    return kind !== 'trailing-comma' || kind !== before?.kind || offset !== before.offset;
  });
}

/** Comments are passed over; any other fault may leave the parser in another object than the author meant. */
function displaces({ error }: ParseError): boolean {
  return !/Comment|InvalidCharacter|InvalidEscapeCharacter|InvalidUnicode/.test(printParseErrorCode(error));
}

function duplicateProblem({ name, offset }: { readonly name: string; readonly offset: number }): Problem {
  const message = `The key "${name}" stands here twice; the last one counts for most readers. Remove one.`;
  return { kind: 'duplicate-key', severity: 'error', message, offset };
}

/** The value of a node. Duplicate keys are told; keys that would reach a prototype become plain properties. */
function plainValue(node: Node, duplicates: Problem[]): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => plainValue(child, duplicates));
  if (node.type !== 'object') return node.value;
  const object: Record<string, unknown> = {};
  for (const { children: [key, child] = [] } of node.children ?? []) {
    if (!key) continue;
    const name = String(key.value);
    if (Object.hasOwn(object, name)) duplicates.push(duplicateProblem({ name, offset: key.offset }));
    const value = child ? plainValue(child, duplicates) : undefined;
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}

function offsetIn(root: Node | undefined, pointer: string, part: Part): number {
  let node = root;
  let property: Node | undefined;
  for (const segment of segmentsOf(pointer)) {
    const child = node && childrenOf(node).get(segment);
    if (!child) break;
    property = child.type === 'property' ? child : undefined;
    node = property ? property.children?.[1] : child;
  }
  return (part === 'name' && property ? property.offset : (node ?? property ?? root)?.offset) ?? 0;
}

/** The members of an array by index, the properties of an object by name; of a name that stands twice the last. Made once a node. */
const childrenByNode = new WeakMap<Node, ReadonlyMap<string, Node>>();

function childrenOf(node: Node): ReadonlyMap<string, Node> {
  const known = childrenByNode.get(node);
  if (known) return known;
  const children = node.children ?? [];
  const made = new Map(
    children.map((child, index) => [
      child.type === 'property' ? String(child.children?.[0]?.value) : String(index),
      child,
    ]),
  );
  childrenByNode.set(node, made);
  return made;
}

/** By the parser's names of errors. */
const words: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'This is no number of JSON.',
  PropertyNameExpected: 'A property name in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected:
    'Nothing may follow the end of the JSON value; there is one bracket too many before, or text too much here.',
  InvalidCommentToken: 'JSON has no comments. Remove it.',
  UnexpectedEndOfComment: 'JSON has no comments. Remove it.',
  UnexpectedEndOfString: 'This string is not closed by a double quote.',
  UnexpectedEndOfNumber: 'This number breaks off.',
  InvalidUnicode: 'A \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'A backslash may stand before one of " \\ / b f n r t u only.',
  InvalidCharacter: 'A control character (a tab, a line break) may not stand in a string: write \\t or \\n.',
};

function problemOf({ error, offset }: ParseError, text: string): Problem {
  const name = printParseErrorCode(error);
  const trailing = trailingCommaBefore(text, offset);
  if (trailing !== undefined && (name === 'PropertyNameExpected' || name === 'ValueExpected')) {
    const message = 'A comma stands before the closing bracket: JSON allows none there. Remove it.';
    return { kind: 'trailing-comma', severity: 'error', message, offset: trailing };
  }
  if (name === 'InvalidSymbol')
    return { kind: 'invalid-json', severity: 'error', message: symbolWords(text, offset), offset };
  const message = words[name] ?? 'This is no valid JSON.';
  return { kind: 'invalid-json', severity: 'error', message, offset: Math.min(offset, text.length) };
}

function trailingCommaBefore(text: string, offset: number): number | undefined {
  const before = text.slice(Math.max(0, offset - 1000), offset + 1);
  const found = /,\s*[\]}]?$/.exec(before);
  return found && /^[\]}]/.test(text.slice(offset)) ? Math.max(0, offset - 1000) + found.index : undefined;
}

function symbolWords(text: string, offset: number): string {
  const code = text.codePointAt(offset) ?? 0;
  if (/[\u00a0\u2000-\u200f\u2028-\u202f\u3000\ufeff]/u.test(String.fromCodePoint(code))) {
    return `An invisible character (U+${code.toString(16).toUpperCase().padStart(4, '0')}) stands here. Replace it by a blank.`;
  }
  if (/['‘’“”]/u.test(String.fromCodePoint(code))) return 'JSON strings stand in straight double quotes.';
  return 'This is nothing that JSON knows: values are objects, arrays, strings in double quotes, numbers, true, false and null.';
}
