import { describe, expect, it } from 'vitest';
import { chosen, readCommand, UsageError, usage } from './command-line.ts';
import type { Group } from './figure.ts';
import { groups } from './groups.ts';

const group = (id: string, figures: readonly string[], long = false): Group => ({
  id,
  title: `About ${id}`,
  long,
  figures: figures.map((figure) => ({ id: figure, title: figure, unit: 'ms' })),
  run: async () => ({}),
});
const some = [
  group('limit', ['limit-ratio', 'limit-rate']),
  group('start', ['start-first']),
  group('soak', ['soak-memory'], true),
];

function idsOf(names: readonly string[]): string[] {
  return chosen(some, names).flatMap(({ figures }) => figures.map(({ id }) => id));
}

describe('choosing by name', () => {
  const cases: [string, readonly string[], readonly string[]][] = [
    ['no name is all but the long ones', [], ['limit-ratio', 'limit-rate', 'start-first']],
    ['a group is all of its figures', ['limit'], ['limit-ratio', 'limit-rate']],
    ['a figure is that one alone', ['limit-rate'], ['limit-rate']],
    ['the beginning of an id is enough', ['limit-r', 'st'], ['limit-ratio', 'limit-rate', 'start-first']],
    ['a long one runs when named', ['soak'], ['soak-memory']],
  ];
  it.each(cases)('%s', (_, names, ids) => {
    expect(idsOf(names)).toEqual(ids);
  });

  it('refuses a name that fits nothing, and says what there is', () => {
    expect(() => idsOf(['limit', 'speed'])).toThrow(
      new UsageError('There is no figure "speed". There are the groups limit, start, soak.'),
    );
  });
});

describe('the command', () => {
  it('reads names and --json in any order', () => {
    expect(readCommand(['limit', '--json', 'start'])).toEqual({ names: ['limit', 'start'], json: true, help: false });
  });

  it('refuses an option that it does not know', () => {
    expect(() => readCommand(['--fast'])).toThrow(UsageError);
  });

  it('tells of every group in its help', () => {
    for (const { id } of groups) expect(usage(groups)).toContain(`  ${id} `);
  });
});

it('every figure begins with the id of its group, and no two are the same', () => {
  const ids = groups.flatMap(({ id, figures }) => figures.map((figure) => [id, figure.id] as const));
  for (const [groupId, figureId] of ids) expect(figureId.startsWith(`${groupId}-`)).toBe(true);
  expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
});
