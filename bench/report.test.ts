import { describe, expect, it } from 'vitest';
import { measured } from './figure.ts';
import { json, table } from './report.ts';

const machine = { processor: 'CPU', cores: '2 cores', memory: '8 GiB', node: 'Node 24.0.0', placement: 'apart' };
const figures = [
  measured({ id: 'limit-ratio', title: 'to the limit', unit: '×', goal: { atLeast: 0.65 } }, 0.8214),
  measured({ id: 'lint-time', title: 'lint', unit: 's', goal: { atMost: 2 } }, 2.5),
  measured({ id: 'limit-rate', title: 'the limit', unit: 'requests/s' }, 12345.6),
];

describe('a figure', () => {
  it('holds at its goal, above the least and below the most', () => {
    expect(figures.map(({ holds }) => holds)).toEqual([true, false, true]);
    expect(measured({ id: 'a', title: '', unit: '', goal: { atLeast: 1 } }, 1).holds).toBe(true);
  });

  it('that is no number never holds', () => {
    expect(measured({ id: 'a', title: '', unit: '' }, Number.NaN).holds).toBe(false);
  });
});

it('writes one JSON document, with null where there is no goal', () => {
  expect(JSON.parse(json(figures, machine))).toEqual({
    figures: [
      { id: 'limit-ratio', value: 0.8214, unit: '×', goal: 0.65, holds: true },
      { id: 'lint-time', value: 2.5, unit: 's', goal: 2, holds: false },
      { id: 'limit-rate', value: 12345.6, unit: 'requests/s', goal: null, holds: true },
    ],
    machine,
  });
});

it('writes a table that fits its longest cells', () => {
  expect(table(figures, machine)).toBe(
    [
      'figure        value              goal',
      'limit-ratio   0.821  ×           ≥ 0.65  holds  to the limit',
      'lint-time       2.5  s           ≤ 2     FAILS  lint',
      'limit-rate   12,346  requests/s                 the limit',
      '',
      'CPU, 2 cores, 8 GiB, Node 24.0.0, apart',
      '',
    ].join('\n'),
  );
});
