import { parseArgs } from 'node:util';
import type { Group } from './figure.ts';

/** Words that tell what was wrong with the command. */
export class UsageError extends Error {}

export interface Command {
  readonly names: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
}

/** What the arguments say. Throws a UsageError. */
export function readCommand(args: readonly string[]): Command {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { names: positionals, json: values.json ?? false, help: values.help ?? false };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * The groups to run, each with only the figures asked for. A name is the id of a group or figure, or how one begins;
 * without names it is all but the long ones. Throws a UsageError where a name fits nothing.
 */
export function chosen(groups: readonly Group[], names: readonly string[]): Group[] {
  if (names.length === 0) return groups.filter(({ long }) => !long);
  for (const name of names) {
    if (
      !groups.some(({ id, figures }) =>
        [id, ...figures.map((figure) => figure.id)].some((each) => each.startsWith(name)),
      )
    )
      throw new UsageError(
        `There is no figure "${name}". There are the groups ${groups.map(({ id }) => id).join(', ')}.`,
      );
  }
  const named = (id: string) => names.some((name) => id.startsWith(name));
  return groups
    .map((group) => (named(group.id) ? group : { ...group, figures: group.figures.filter(({ id }) => named(id)) }))
    .filter(({ figures }) => figures.length > 0);
}

/** What --help prints. */
export function usage(groups: readonly Group[]): string {
  const width = Math.max(...groups.map(({ id }) => id.length)) + 2;
  const lines = groups.map(
    ({ id, title, long }) => `  ${id.padEnd(width)}${title}${long ? ' (only when named)' : ''}\n`,
  );
  return `Measures Contoso Hub side by side with others, on this machine, in one run.

  npm run -s bench -- [NAME…] [--json]

A NAME is a group or a figure, or how its id begins:

${lines.join('')}
--json prints one JSON document. Exit code 0: all goals hold; 1: one does not; 2: usage; 70: something broke.
`;
}
