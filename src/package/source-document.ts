/** A JSON or YAML file with its value and the place of everything in it. */
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Part, Problem } from './parsed.ts';

export interface Position {
  /** From 1; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

export interface SourceDocument {
  /** Path or URL, as it was given. */
  readonly file: string;
  readonly text: string;
  /** The value, as far as it could be read; objects have no prototype keys. */
  readonly value: unknown;
  readonly problems: readonly (Problem & Position)[];
  /** The place of what stands at a pointer (its name, where it has one), or of its nearest parent that is there. */
  locate(pointer: string, part?: Part): Position;
}

/** Reads a file's bytes; never throws. Where no syntax is given, YAML is told by its name, or by not beginning like JSON. */
export function readSource(file: string, bytes: Uint8Array, syntax?: 'json' | 'yaml'): SourceDocument {
  const { text, problems } = decodeText(bytes);
  const parsed = (syntax ?? syntaxOf(file, text)) === 'yaml' ? parseYaml(text) : parseJson(text);
  const lines = lineStarts(text);
  const positionOf = (offset: number) => positionIn(lines, offset);
  return {
    file,
    text,
    value: parsed.value,
    problems: [...problems, ...parsed.problems].map((problem) => ({ ...problem, ...positionOf(problem.offset) })),
    locate: (pointer, part = 'name') => positionOf(parsed.offsetOf(pointer, part)),
  };
}

function syntaxOf(file: string, text: string): 'json' | 'yaml' {
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  return /\.json$/i.test(file) || /^\s*[[{"]/.test(text) ? 'json' : 'yaml';
}

/** The offsets at which lines begin; LF, CRLF and CR end a line. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function positionIn(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
