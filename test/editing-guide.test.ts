/** What “Editing with the pane open” gives to copy works: the regular expressions on what lint prints, the schemas by their names. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfiguration } from '../src/host/configuration/load-configuration.ts';
import { blocksOf } from './documented-commands.ts';
import type { Json } from './running-host.ts';
import { definitionWith } from './servers/partner-project.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'editing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const blocks: Json[] = blocksOf('docs/guide/editing.md')
  .filter(({ language }) => language === 'json')
  .map(({ text }) => JSON.parse(text));
const matcher = blocks.find((block) => block.tasks).tasks[0].problemMatcher;

function lint(...args: string[]): string {
  const main = join(root, 'src/cli/main.ts');
  const { stdout } = spawnSync(process.execPath, [main, 'lint', 'package', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return stdout;
}

/** The problems as Visual Studio Code reads them: one pattern a line, line after line. */
function problemsIn(output: string) {
  const [first, second] = matcher.pattern;
  const lines = output.split('\n');
  return lines.flatMap((line, index) => {
    const found = new RegExp(first.regexp).exec(line);
    const message = new RegExp(second.regexp).exec(lines[index + 1] ?? '')?.[second.message];
    if (!found || message === undefined) return [];
    const { file, line: row, column, severity, code } = first;
    return [
      {
        file: found[file],
        line: Number(found[row]),
        column: Number(found[column]),
        severity: found[severity],
        rule: found[code],
        message,
      },
    ];
  });
}

test('the problem matcher finds every finding that lint prints, with all its parts', () => {
  const definition = definitionWith('Quotes', 'http://127.0.0.1:3000').replace('"operationId": "TestConnection",', '');
  const place = join(folder, 'package');
  mkdirSync(place);
  writeFileSync(join(place, 'apiDefinition.swagger.json'), definition);
  writeFileSync(join(place, 'apiProperties.json'), '{ "properties": { "iconBrandColor": "green" }, }');
  const [{ findings }] = JSON.parse(lint('--format', 'json')).packages;
  const severities = new Set(findings.map(({ severity }: Json) => severity));
  const levels = ['error', 'warning', 'info'];
  expect(severities).toEqual(new Set(levels));
  const worstFirst = levels.flatMap((level) => findings.filter(({ severity }: Json) => severity === level));
  const told = worstFirst.map(({ file, line, column, severity, rule, message }: Json) => ({
    file,
    line,
    column,
    severity,
    rule,
    message,
  }));
  const text = lint();
  expect(problemsIn(text)).toEqual(told);
  const { beginsPattern, endsPattern } = matcher.background;
  expect(text.split('\n').filter((line) => new RegExp(endsPattern).test(line))).toHaveLength(1);
  expect('Linting again.').toMatch(new RegExp(beginsPattern));
});

test('the schemas that it names are there', () => {
  const urls = blocks
    .flatMap((block) => [block.$schema ?? [], block['json.schemas']?.map(({ url }: Json) => url) ?? []])
    .flat(2);
  expect(urls).toHaveLength(5);
  for (const url of urls) expect(existsSync(join(root, 'schemas', basename(url))), url).toBe(true);
});

test('its configurations are configurations', async () => {
  const file = join(folder, 'saleskit.config.json');
  const configurations = blocks.filter((block) => block.packages);
  expect(configurations).toHaveLength(2);
  for (const configuration of configurations) {
    writeFileSync(file, JSON.stringify(configuration));
    expect(await readConfiguration(file)).toEqual(configuration);
  }
});
