import { expect, test } from 'vitest';
import { changedLines } from './changed-lines.ts';

const text = (...lines: string[]) => `${lines.join('\n')}\n`;

test('a line that is another, one more and one less are told where they are now', () => {
  expect(changedLines(text('a', 'b', 'c', 'd', 'e'), text('a', 'B', 'c', 'd', 'e'))).toEqual([
    { line: 2, before: ['b'], after: ['B'] },
  ]);
  expect(changedLines(text('a', 'b', 'c'), text('a', 'x', 'y', 'b', 'c'))).toEqual([
    { line: 2, before: [], after: ['x', 'y'] },
  ]);
  expect(changedLines(text('a', 'b', 'c', 'd'), text('a', 'c', 'd'))).toEqual([{ line: 2, before: ['b'], after: [] }]);
});

test('several places are told in order, line ends and a byte order mark are no change', () => {
  const before = text('1', '2', '3', '4', '5', '6', '7', '8');
  const after = text('1', 'two', '3', '4', '5', '6', 'seven', '8');
  expect(changedLines(before, after).map(({ line }) => line)).toEqual([2, 7]);
  expect(changedLines(`\uFEFF${before.replaceAll('\n', '\r\n')}`, before)).toEqual([]);
});

test('texts that have nothing in common are one change', () => {
  expect(changedLines(text('a', 'b'), text('x'))).toEqual([{ line: 1, before: ['a', 'b'], after: ['x'] }]);
  expect(changedLines('', text('x'))).toHaveLength(1);
});
