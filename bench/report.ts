/** Figures for people, and for programs. */
import type { Figure, Goal } from './figure.ts';
import type { Machine } from './machine.ts';

/** A table: a line a figure, with its goal and whether it holds. */
export function table(figures: readonly Figure[], machine: Machine): string {
  const rows = [
    ['figure', 'value', '', 'goal', '', ''],
    ...figures.map(({ id, value, unit, goal, holds, title }) => [
      id,
      formatted(value),
      unit,
      goal ? goalText(goal) : '',
      goal ? (holds ? 'holds' : 'FAILS') : '',
      title,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n\n${Object.values(machine).join(', ')}\n`;
}

/** The same as one JSON document: { figures: [{ id, value, unit, goal, holds }], machine }; goal is null where there is none. */
export function json(figures: readonly Figure[], machine: Machine): string {
  const entries = figures.map(({ id, value, unit, goal, holds }) => ({
    id,
    value,
    unit,
    goal: goal ? bound(goal) : null,
    holds,
  }));
  return `${JSON.stringify({ figures: entries, machine }, null, 2)}\n`;
}

function bound(goal: Goal): number {
  return 'atLeast' in goal ? goal.atLeast : goal.atMost;
}

function goalText(goal: Goal): string {
  return `${'atLeast' in goal ? '≥' : '≤'} ${formatted(bound(goal))}`;
}

/** Three digits that count, more of a large number. */
function formatted(value: number): string {
  return value.toLocaleString(
    'en',
    Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
}
