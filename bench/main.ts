/** npm run bench [-- NAME…] [--json]. Exit codes: 0 all goals hold, 1 one does not, 2 usage, 70 something broke. */
import { constants } from 'node:os';
import { type Bench, openBench } from './bench.ts';
import { chosen, readCommand, UsageError, usage } from './command-line.ts';
import { type Figure, type Group, MissingInput, measured } from './figure.ts';
import { groups } from './groups.ts';
import { canPlace, describeMachine, moveToLoadCore } from './machine.ts';
import { json, table } from './report.ts';

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (command.help) return print(usage(groups));
  const toRun = chosen(groups, command.names);
  const placed = canPlace();
  if (placed) moveToLoadCore();
  const bench = openBench(placed);
  const figures: Figure[] = [];
  for (const group of toRun) figures.push(...(await figuresOf(group, bench)));
  bench.progress('');
  const machine = describeMachine(placed);
  print(command.json ? json(figures, machine) : table(figures, machine));
  return figures.every(({ holds }) => holds) ? 0 : 1;
}

/** What a group measures; what it cannot is said, and left out. */
async function figuresOf(group: Group, bench: Bench): Promise<Figure[]> {
  bench.progress(group.title);
  try {
    const values = await group.run(bench);
    return group.figures.flatMap((figure) => {
      const value = values[figure.id];
      if (value === undefined) say(`${figure.id} is left out: this machine does not tell.`);
      return value === undefined ? [] : [measured(figure, value)];
    });
  } catch (error) {
    if (!(error instanceof MissingInput)) throw error;
    say(`${group.id} is left out: ${error.message}`);
    return [];
  }
}

function print(words: string): 0 {
  process.stdout.write(words);
  return 0;
}

function say(words: string): void {
  process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${words}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const isUsage = error instanceof UsageError;
    say(isUsage ? `${error.message}\nAll of it: npm run -s bench -- --help` : (error.stack ?? error.message));
    process.exit(isUsage ? 2 : 70);
  },
);
