import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, linesOf } from './lines.ts';

async function linesIn(chunks: readonly (string | Buffer)[], longest = 1000) {
  const stream = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  const lines: Line[] = [];
  for await (const line of linesOf(stream, longest)) lines.push(line);
  return lines;
}

test('lines are the same however their bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r') }), fc.nat(9), async (text, at) => {
      const bytes = Buffer.from(text);
      const lines = await linesIn([bytes.subarray(0, at), bytes.subarray(at)]);
      expect(lines.map((line) => line.text)).toEqual(
        text
          .replace(/\n$/, '')
          .split('\n')
          .slice(0, text === '' ? 0 : undefined),
      );
      expect(lines.at(-1)?.end ?? 0).toBe(bytes.length);
    }),
  );
});

test('a line that is too long is let go, and so is one that is not UTF-8; those after them are read', async () => {
  const lines = await linesIn(['a\n', 'bbbb', 'bbbb\nc\n', Buffer.from([0xff]), '\nd'], 4);
  expect(lines.map(({ number, text }) => [number, text])).toEqual([
    [1, 'a'],
    [2, undefined],
    [3, 'c'],
    [4, undefined],
    [5, 'd'],
  ]);
});
