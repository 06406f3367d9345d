export interface Position {
  /** From 1; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** The positions of a text's offsets; LF, CRLF and CR end a line. Lines are found when first asked for. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    return positionIn(starts, offset);
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r') && /\r(?!\n)/.test(text))
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  else for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
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
