/** JSON of one's own (a configuration, a mail), taken only where nothing is wrong with it. */
import { CodedError } from '../../core/coded-error.ts';
import { pointerTo } from '../../package/json-pointer.ts';
import { readSource } from '../../package/source-document.ts';

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

/**
 * Reads JSON strictly, but for a byte order mark, which is passed over. Throws a CodedError of this code that says
 * file, line, column and how to mend it.
 */
export function readJson(content: string | Uint8Array, file: string, code: string): JsonSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { value, problems, locate } = readSource(file, bytes, 'json');
  const [first] = problems
    .filter(({ kind }) => kind !== 'byte-order-mark')
    .sort((one, other) => one.offset - other.offset);
  if (first) throw new CodedError(code, `${file}:${first.line}:${first.column}: ${first.message}`);
  const placeOf = (path: Path, part: 'name' | 'value') => {
    const { line, column } = locate(pointerTo(path), part);
    return `${file}:${line}:${column}`;
  };
  return { value, placeOf: (path) => placeOf(path, 'value'), placeOfName: (path) => placeOf(path, 'name') };
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
