/** The runner of scenarios itself: what is read, and that whatever is not as told fails. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSaleskit } from '../built-saleskit.ts';
import { programsOf, runScenario } from './run-scenario.ts';
import { parseScenario } from './scenario.ts';

const version = ['==== command ====', 'saleskit --version'];
const status = ['==== status ====', '0'];
const scenario = (...lines: string[]) => ['A case.', '', ...lines, ''].join('\n');

describe('a scenario is read', () => {
  test('with one empty line before a heading left out, and no other', () => {
    const { inputs } = parseScenario(
      scenario('==== file a.txt ====', 'a', '', '', '==== file b c.txt (CRLF) ====', 'b', 'c', ...version, ...status),
    );
    expect(inputs).toEqual([
      { place: 'a.txt', content: 'a\n\n' },
      { place: 'b c.txt', content: 'b\r\nc\r\n' },
    ]);
  });

  test('with words in quotes as one argument', () => {
    const { steps } = parseScenario(
      scenario('==== command ====', `saleskit lint 'a b' "c d"/e --rules=f''`, ...status),
    );
    expect(steps[0]?.command).toEqual(['saleskit', 'lint', 'a b', 'c d/e', '--rules=f']);
  });

  test.each<[string, string[], RegExp]>([
    ['without a command', ['==== file a ====', 'a'], /no command/],
    ['without a status', version, /Line 3: the status .* is not told/],
    ['with a status that is no number', [...version, '==== status ====', 'one'], /Line 5: "status" means nothing/],
    ['with a heading that nobody knows', [...version, '==== stdout has ====', 'a', ...status], /"stdout has" means/],
    ['with what is printed before a command', ['==== stdout ====', ...version, ...status], /"stdout" means nothing/],
    ['with two lines of command', [...version, 'saleskit', ...status], /Line 3: a command is one line/],
  ])('%s it is refused', (_what, lines, words) => {
    expect(() => parseScenario(scenario(...lines))).toThrow(words);
  });
});

describe('a scenario fails', () => {
  let built: string;
  beforeAll(() => {
    built = buildSaleskit();
  });
  afterAll(() => rmSync(built, { recursive: true }));
  const definition = ['==== file a.json ====', '{ "swagger": "2.0", "basePath": "a", "paths": {} }'];
  const fix = ['==== command ====', 'saleskit lint a.json --fix --rules BasePathNotValid'];
  const mended = ['==== stdout contains ====', '0 errors', '==== stderr contains ====', 'Mended'];

  test.each<[string, string[], RegExp]>([
    ['where something is printed that is not told', [...version, ...status], /saleskit --version: stdout/],
    ['where something else is printed', [...version, '==== stdout ====', '0', ...status], /stdout/],
    ['where a line is missing', [...version, '==== stdout contains ====', 'two', ...status], /no line .*\ntwo/],
    [
      'where a line comes too early',
      ['==== command ====', 'saleskit', '==== stdout contains ====', '-- call', '-- dev', ...status],
      /no line .*\n-- dev/,
    ],
    ['where a line is there that must not be', [...version, '==== stdout lacks ====', '.', ...status], /lacks \./],
    ['where it asks for nothing', [...version, '==== stdout contains ====', ...status], /asks for no line/],
    [
      'where the status is another',
      [...version, '==== stdout matches ====', '^\\d', '==== status ====', '1'],
      /: status/,
    ],
    ['where a program is not there', ['==== command ====', 'ls', ...status], /no program "ls"/],
    ['where a file changes that is not told', [...definition, ...fix, ...mended, ...status], /not told.*a\.json/s],
    [
      'where a file is not as told',
      [...definition, ...fix, ...mended, '==== file a.json ====', '{}', ...status],
      /: a\.json/,
    ],
    [
      'where a file is not written',
      [...version, '==== stdout matches ====', '.', '==== files written ====', 'b.zip', ...status],
      /not written.*b\.zip/s,
    ],
    [
      'where a file is missing',
      [...version, '==== stdout matches ====', '.', '==== file b ====', 'b', ...status],
      /not there/,
    ],
  ])('%s', async (_what, lines, words) => {
    await expect(runScenario(scenario(...lines), programsOf(built))).rejects.toThrow(words);
  });
});
