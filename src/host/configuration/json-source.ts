/** JSON read with its positions, so that whatever is wrong is told with line and column. */
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';
import { CodedError } from '../../core/coded-error.ts';

/** Names and places in lists, from the outermost to the innermost. */
export type Path = readonly (string | number)[];

/** A JSON document and where in its text things stand. */
export interface JsonSource {
  readonly value: unknown;
  /** "file:line:column" of a value; of what does not exist, of the nearest thing around it. */
  placeOf(path: Path): string;
  /** "file:line:column" of the name of a property. */
  placeOfName(path: Path): string;
}

/** What the parser calls a failure, and how to mend it. */
const complaints: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'JSON has no comments. Remove it.',
  PropertyNameExpected: 'A property name in double quotes is expected here. Is there a comma too many before it?',
  ValueExpected: 'A value is expected here. Is there a comma too many before it?',
  ColonExpected: 'A colon is missing before this.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The document ended before this. Remove what follows it.',
  UnexpectedEndOfString: 'This text has no closing quote on its line.',
  InvalidEscapeCharacter: 'This text has a backslash that escapes nothing. Write \\\\ for a backslash.',
  InvalidCharacter: 'This text has a control character. Write \\n for a new line and \\t for a tab.',
  InvalidUnicode: 'This text has a \\u without four hexadecimal digits.',
  InvalidSymbol: 'This is no JSON value. Texts and names stand in double quotes.',
};

/**
 * Reads JSON strictly, but for a byte order mark, which is passed over. Throws a CodedError of this code that says
 * file, line, column and how to mend it.
 */
export function readJson(content: string | Uint8Array, file: string, code: string): JsonSource {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const placeAt = (offset: number) => `${file}:${positionOf(json, offset)}`;
  const fail = (offset: number, complaint: string) => new CodedError(code, `${placeAt(offset)}: ${complaint}`);

  const foreign = typeof content === 'string' ? -1 : json.search(/[\0\uFFFD]/);
  if (foreign >= 0)
    throw fail(foreign, 'This is not UTF-8 (an older encoding or UTF-16, perhaps). Save the file as UTF-8.');
  if (json.trim() === '') throw fail(0, 'The file is empty. Write a JSON object, at least {}.');
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true });
  const [first] = errors.toSorted((one, other) => one.offset - other.offset);
  if (first || !root) {
    const reason = first ? printParseErrorCode(first.error) : 'ValueExpected';
    throw fail(first?.offset ?? 0, complaints[reason] ?? `This is no valid JSON (${reason}).`);
  }
  const twice = duplicateIn(json);
  if (twice) throw fail(twice.offset, `${twice.name} stands here a second time. Remove one of the two.`);

  const nodeAt = (path: Path): Node =>
    findNodeAtLocation(root, [...path]) ?? (path.length > 0 ? nodeAt(path.slice(0, -1)) : root);
  return {
    value: getNodeValue(root),
    placeOf: (path) => placeAt(nodeAt(path).offset),
    placeOfName: (path) => {
      const node = nodeAt(path);
      return placeAt(node.parent?.type === 'property' ? node.parent.offset : node.offset);
    },
  };
}

/** A path as people write it: records[0].type. */
export function pathText(path: Path): string {
  return path
    .map((step) =>
      typeof step === 'number' ? `[${step}]` : /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `["${step}"]`,
    )
    .join('')
    .replace(/^\./, '');
}

function positionOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

function duplicateIn(json: string): { name: string; offset: number } | undefined {
  const seen: Set<string>[] = [];
  let found: { name: string; offset: number } | undefined;
  visit(json, {
    onObjectBegin: () => void seen.push(new Set()),
    onObjectEnd: () => void seen.pop(),
    onObjectProperty: (name, offset) => {
      if (seen.at(-1)?.has(name)) found ??= { name, offset };
      seen.at(-1)?.add(name);
    },
  });
  return found;
}
