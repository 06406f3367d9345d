import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { type Addresses, addressesFor } from './addresses.ts';
import { type Expectation, parseScenario, type Step, type Stream } from './scenario.ts';
import { changedFiles, filesIn, putInputs } from './scenario-files.ts';

const root = join(import.meta.dirname, '../..');
/** The files that Node runs for a command's first word. */
export type Programs = Readonly<Record<string, string>>;

/** saleskit as it was built into a folder, and Contoso Hub. */
export function programsOf(built: string): Programs {
  return { saleskit: join(built, 'cli.mjs'), 'contoso-hub': join(root, 'contoso-hub/main.ts') };
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const longest = 20_000;

interface Output {
  readonly status: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the commands of a scenario, one after the other, in a folder of their own. Fails at the first thing that is not as told. */
export async function runScenario(source: string, programs: Programs): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
  const addresses = await addressesFor(source, folder);
  try {
    const { inputs, steps } = parseScenario(filledIn(source, folder, addresses));
    putInputs(folder, inputs);
    for (const step of steps) await runStep(step, folder, programs);
  } finally {
    await addresses.close();
    rmSync(folder, { recursive: true });
  }
}

/** What is another on each machine, and with each version, stands in a scenario by a name. */
function filledIn(source: string, folder: string, { served, nobody }: Addresses): string {
  const values = { folder, version, served, nobody };
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`<${name}>`, value), source);
}

async function runStep(step: Step, folder: string, programs: Programs): Promise<void> {
  const before = filesIn(folder);
  const output = await run(step, folder, programs);
  const after = filesIn(folder);
  const where = `line ${step.line}: ${step.command.join(' ')}`;
  for (const stream of ['stderr', 'stdout'] as const) mustPrint(output, stream, step.expected, where);
  expect(output.status, `${where}: status`).toBe(step.status);
  for (const [path, content] of step.files)
    expect(after.has(path) ? readFileSync(join(folder, path), 'utf8') : 'not there', `${where}: ${path}`).toBe(content);
  expect(
    step.written.filter((path) => !after.has(path)),
    `${where}: files that are not written`,
  ).toEqual([]);
  const untold = changedFiles(before, after).filter((path) => !step.files.has(path) && !step.written.includes(path));
  expect(untold, `${where}: files that changed and are not told`).toEqual([]);
}

async function run(
  { command: [program = '', ...args], stdin }: Step,
  folder: string,
  programs: Programs,
): Promise<Output> {
  const file = programs[program];
  if (!file) throw new Error(`There is no program "${program}". There are ${Object.keys(programs).join(', ')}.`);
  const child = spawn(process.execPath, [file, ...args], { cwd: folder, env: ownEnvironment(), timeout: longest });
  // Who does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin && ('text' in stdin ? stdin.text : readFileSync(join(folder, stdin.file))));
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status: code ?? signal, stdout, stderr };
}

/** Nothing that this machine says to saleskit. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SALESKIT_')));
}

/** A stream of which nothing is told must be empty. */
function mustPrint(output: Output, stream: Stream, expected: readonly Expectation[], where: string): void {
  const printed = output[stream];
  const told = expected.filter((each) => each.stream === stream);
  if (told.length === 0) expect(printed, `${where}: ${stream}`).toBe('');
  for (const { how, text: words } of told) {
    if (how === 'is') expect(printed, `${where}: ${stream}`).toBe(words);
    else checks[how](printed.split('\n'), words.split('\n').filter(Boolean), `${where}: ${stream}`);
  }
}

type Check = (printed: readonly string[], lines: readonly string[], where: string) => void;

const checks: Readonly<Record<'contains' | 'matches' | 'lacks', Check>> = {
  contains: (printed, lines, where) => mustFollow(printed, lines, where, (line, part) => line.includes(part)),
  matches: (printed, lines, where) => mustFollow(printed, lines, where, (line, part) => new RegExp(part).test(line)),
  lacks(printed, lines, where) {
    if (lines.length === 0) throw new Error(`${where} lacks nothing.`);
    for (const part of lines)
      expect(
        printed.filter((line) => line.includes(part)),
        `${where} lacks ${part}`,
      ).toEqual([]);
  },
};

/** Each stands in a line of what was printed, one below the other. */
function mustFollow(
  printed: readonly string[],
  lines: readonly string[],
  where: string,
  holds: (line: string, part: string) => boolean,
): void {
  if (lines.length === 0) throw new Error(`${where} asks for no line.`);
  let from = 0;
  for (const part of lines) {
    const found = printed.findIndex((line, index) => index >= from && holds(line, part));
    if (found < 0)
      expect.fail(`${where} has no line (below line ${from}) with\n${part}\nIt is:\n${printed.join('\n')}`);
    from = found + 1;
  }
}
