import { decodeText } from './decode-text.ts';
import type { Problem } from './parsed.ts';
import { type Position, positionsIn } from './positions.ts';

/** A file that is no JSON: a script, a readme. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly byteLength: number;
  /** What is wrong with its encoding. */
  readonly problems: readonly (Problem & Position)[];
  positionOf(offset: number): Position;
}

/** Reads a file's bytes as text; never throws. */
export function readText(file: string, bytes: Uint8Array): TextFile {
  const { text, problems } = decodeText(bytes);
  const positionOf = positionsIn(text);
  const placed = problems.map((problem) => ({ ...problem, ...positionOf(problem.offset) }));
  return { file, text, byteLength: bytes.length, problems: placed, positionOf };
}
