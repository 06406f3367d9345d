/** A JSON or YAML file with its value and the place of everything in it. */
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Part, Problem } from './parsed.ts';
import { type Position, positionsIn } from './positions.ts';

export type { Position } from './positions.ts';

/** A place; file and pointer where they differ from those asked for: what is put together of several files has such. */
export interface Located extends Position {
  readonly file?: string;
  readonly pointer?: string;
}

export interface SourceDocument {
  /** Path or URL, as it was given. */
  readonly file: string;
  readonly text: string;
  /** The value, as far as it could be read; objects have no prototype keys. */
  readonly value: unknown;
  readonly problems: readonly (Problem & Located)[];
  /** A part of it could not be read: what is missing may stand there. */
  readonly isPartial?: boolean;
  /** A strict parser of JSON has taken the text. */
  readonly isStrict?: true;
  /** The documents that it is put together of, where it is. */
  readonly parts?: readonly SourceDocument[];
  /** The place of what stands at a pointer (its name, where it has one), or of its nearest parent that is there. */
  locate(pointer: string, part?: Part): Located;
}

/** Reads a file's bytes; never throws. Where no syntax is given, YAML is told by its name, or by not beginning like JSON. Nothing at all is told as JSON is. */
export function readSource(file: string, bytes: Uint8Array, syntax?: 'json' | 'yaml'): SourceDocument {
  const { text, problems } = decodeText(bytes);
  const parsed = (syntax ?? syntaxOf(file, text)) === 'yaml' ? parseYaml(text) : parseJson(text);
  const positionOf = positionsIn(text);
  return {
    file,
    text,
    value: parsed.value,
    ...(parsed.isStrict && { isStrict: true }),
    problems: [...problems, ...parsed.problems].map((problem) => ({ ...problem, ...positionOf(problem.offset) })),
    locate: (pointer, part = 'name') => positionOf(parsed.offsetOf(pointer, part)),
  };
}

function syntaxOf(file: string, text: string): 'json' | 'yaml' {
  if (text.trim() === '') return 'json';
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  return /\.json$/i.test(file) || /^\s*[[{"]/.test(text) ? 'json' : 'yaml';
}
