/** A line of a stream. */
export interface Line {
  /** The first is 1. */
  readonly number: number;
  /** Absent where it is longer than it may be, or not UTF-8. */
  readonly text: string | undefined;
  /** Bytes up to its end. */
  readonly end: number;
}

const newLine = 0x0a;

/** The lines of a stream, of which no more is kept than the longest that a line may be, and a chunk. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<Line, void> {
  let parts: Buffer[] = [];
  let [length, number, end] = [0, 1, 0];
  const add = (part: Buffer) => {
    length += part.length;
    end += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const text = length <= longest ? decoded(parts) : undefined;
    parts = [];
    length = 0;
    return { number: number++, text, end };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(newLine); at >= 0; at = chunk.indexOf(newLine, start)) {
      add(chunk.subarray(start, at));
      end++;
      yield take();
      start = at + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(parts: readonly Buffer[]): string | undefined {
  try {
    return utf8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  } catch {
    return undefined;
  }
}
