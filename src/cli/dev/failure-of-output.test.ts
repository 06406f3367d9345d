/** The outputs are Node's own: programs that fail in each way are run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { failureOfOutput } from './failure-of-output.ts';

const folder = mkdtempSync(join(tmpdir(), 'failures-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs main.ts, which imports part.ts, and reads what it says; the place's file is told by its name. */
function failureOf(part: string, json = '{}') {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'data.json'), json);
  writeFileSync(join(folder, 'main.ts'), "import { b } from './part.ts';\nb();\n");
  writeFileSync(join(folder, 'part.ts'), part);
  const { stderr } = spawnSync(process.execPath, ['main.ts'], { cwd: folder, encoding: 'utf8' });
  const found = failureOfOutput(`listening\n${stderr}`);
  return { ...found, place: found?.place && { ...found.place, file: found.place.file.replace(join(folder, '/'), '') } };
}

const b = 'export function b(): void {}\n';

test.each([
  ['TypeScript that cannot be read', `${b}const a: string = ;\n`, 'SyntaxError: Expression expected', 2, 19],
  ['TypeScript that Node does not take', `${b}export enum E { a }\n`, /TypeScript enum is not supported/, 2, 8],
  [
    'an error that is thrown',
    `export function b(): void {\n  throw new RangeError('too far');\n}\n`,
    'RangeError: too far',
    2,
    9,
  ],
  ['a message of several lines', `throw new Error('one\\ntwo');\n${b}`, 'Error: one\ntwo', 1, 7],
  [
    'a promise that is rejected',
    `${b}Promise.reject(new Error('late', { cause: new Error('why') }));\n`,
    'Error: late',
    2,
    16,
  ],
  ['a module that is not there', `${b}\nimport './none.ts';\n`, /^Error: Cannot find module .*none\.ts/, 3, 8],
  ['a package that is not there', `import { x } from 'no-such-package';\n${b}`, /^Error: Cannot find package/, 1, 19],
  [
    'an error that another error was logged before',
    `console.error(new Error('first'));\nnull.x;\n${b}`,
    /^TypeError: Cannot read/,
    2,
    6,
  ],
] as const)('%s', (_what, part, message, line, column) => {
  const { message: told, place } = failureOf(part);
  if (typeof message === 'string') expect(told).toBe(message);
  else expect(told).toMatch(message);
  expect(place).toEqual({ file: 'part.ts', line, column });
});

test('an import of what a module does not export stands where it is imported', () => {
  const { message, place } = failureOf('export const c = 1;\n');
  expect(message).toMatch(/does not provide an export named 'b'/);
  expect(place).toEqual({ file: 'main.ts', line: 1, column: 10 });
});

test('a JSON module that is broken is named itself, with its line', () => {
  const { message, place } = failureOf(`import data from './data.json' with { type: 'json' };\n${b}`, '{\n "a": }\n');
  expect(message).toMatch(/^SyntaxError: .*data\.json: Unexpected token/);
  expect(place).toEqual({ file: 'data.json', line: 2, column: 7 });
});

test('a text that is thrown is told without what Node says around it', () => {
  expect(failureOf(`${b}throw 'words';\n`).message).toMatch(/words$/);
  expect(failureOf(`${b}throw 'words';\n`).message).not.toMatch(/node:internal|Node\.js/);
});

test('of other output the last lines are told, of none nothing', () => {
  expect(failureOfOutput('starting\nno such database\n')).toEqual({
    message: 'starting\nno such database',
    place: undefined,
  });
  expect(failureOfOutput('')).toBeUndefined();
});
