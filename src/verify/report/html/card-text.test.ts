import { expect, test } from 'vitest';
import { cardLines } from './card-text.ts';

test('texts and facts come out in their order, from wherever they stand', () => {
  const card = {
    type: 'AdaptiveCard',
    body: [
      { type: 'TextBlock', text: 'Fourth Coffee' },
      { type: 'TextBlock', text: 'hidden', isVisible: false },
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', items: [{ type: 'RichTextBlock', inlines: ['one ', { type: 'TextRun', text: 'two' }] }] },
          { type: 'Column', items: [{ type: 'Image', url: 'x', altText: 'A cup' }] },
        ],
      },
      { type: 'FactSet', facts: [{ title: 'Status', value: 'Open' }, { title: 'Total', value: 5 }, null] },
      { type: 'Table', rows: [{ cells: [{ items: [{ type: 'TextBlock', text: 'cell' }] }] }] },
    ],
  };
  expect(cardLines(card)).toEqual([
    { text: 'Fourth Coffee' },
    { text: 'one two' },
    { text: '(A cup)' },
    {
      facts: [
        ['Status', 'Open'],
        ['Total', '5'],
        ['', ''],
      ],
    },
    { text: 'cell' },
  ]);
});

test('a card without a body has its fallback text; what is no card has nothing', () => {
  expect(cardLines({ type: 'AdaptiveCard', fallbackText: 'Open the app.' })).toEqual([{ text: 'Open the app.' }]);
  expect([null, 'text', [], { body: 5 }].map(cardLines)).toEqual([[], [], [], []]);
});

test('a card without end has an end', () => {
  let deep: unknown = { type: 'TextBlock', text: 'deep' };
  for (let level = 0; level < 1000; level++) deep = { type: 'Container', items: [deep] };
  expect(cardLines({ body: [deep] })).toEqual([]);
  expect(cardLines({ body: Array(1000).fill({ type: 'TextBlock', text: 'a' }) })).toHaveLength(40);
});
