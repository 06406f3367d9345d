/** The command line, case by case: a text file each, in the folder of its command. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usage as explain } from '../../src/cli/commands/explain.ts';
import { usage as lint } from '../../src/cli/commands/lint.ts';
import { usage as newProject } from '../../src/cli/commands/new.ts';
import { usage as pack } from '../../src/cli/commands/pack.ts';
import { buildSaleskit } from '../built-saleskit.ts';
import { programsOf, runScenario } from './run-scenario.ts';
import { parseScenario } from './scenario.ts';

const sources = globSync('*/*.txt', { cwd: import.meta.dirname })
  .sort()
  .map((path) => ({ command: dirname(path), path, source: readFileSync(join(import.meta.dirname, path), 'utf8') }));

let built: string;
beforeAll(() => {
  built = buildSaleskit();
});
afterAll(() => rmSync(built, { recursive: true }));

/** What commands print of themselves, and the options that no text file can say: --watch ends by a signal. */
const told = {
  lint: { usage: lint, besides: ['--watch'] },
  explain: { usage: explain, besides: [] },
  new: { usage: newProject, besides: [] },
  pack: { usage: pack, besides: [] },
};

for (const [command, files] of Map.groupBy(sources, (each) => each.command)) {
  describe.concurrent(command, () => {
    for (const { path, source } of files)
      test(`${path}: ${parseScenario(source).title}`, () => runScenario(source, programsOf(built)));
  });
}

describe.each(Object.entries(told))('%s', (command, { usage, besides }) => {
  const commands = sources.flatMap(({ source }) => parseScenario(source).steps.map((step) => step.command));
  const used = new Set(commands.filter(([, name]) => name === command).flat());

  test('has a scenario for each of its options', () => {
    const options = new Set([...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option ?? ''));
    expect([...options].filter((option) => !used.has(option))).toEqual(besides);
  });
});
