/** The formats of lint as other programs read them: SARIF by its specification, JUnit as XML, annotations, JSON to the letter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { allRules, lintPackage } from '../../src/lint/lint.ts';
import { packageOfFiles } from '../../src/package/connector-package.ts';
import { valueAt } from '../../src/package/json-pointer.ts';
import { githubReport } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { junitReport } from '../../src/report/junit.ts';
import { printable } from '../../src/report/printable.ts';
import type { Report, ReportedFinding, ReportedPackage } from '../../src/report/report.ts';
import { sarifReport } from '../../src/report/sarif.ts';

const folder = join(import.meta.dirname, '../../contoso-hub/package');
const whole = JSON.parse(readFileSync(join(folder, 'apiDefinition.swagger.json'), 'utf8'));
const hostile = 'a <b> & "c" \'d\' ]]> %25 \r\n::error::x, y: z \u0000\u001b[31m \ud800 \u{1f600} é';

/** Broken in every part: descriptions, paths with signs, a missing file, names that formats must escape. */
const broken = structuredClone(whole);
broken.info.title = hostile;
broken.paths[`/a b/<c>&"d"/{é}~%25/your-api`] = {
  post: { operationId: `x"<&'`, description: hostile, parameters: [{ name: hostile, in: 'query', required: 'yes' }] },
};
delete broken.paths['/api/enhanceskills/related-records'].get.parameters[0].description;
delete broken.definitions.EmailSummaryItem.required;

function reportOf(files: Readonly<Record<string, string>>, location: string): ReportedPackage {
  const all = Object.entries(files).map(([file, text]) => [file, new Uint8Array(Buffer.from(text))] as const);
  return lintPackage(packageOfFiles(location, new Map(all), { isWhole: true }));
}
const properties = readFileSync(join(folder, 'apiProperties.json'), 'utf8');
const definition = 'apiDefinition.swagger.json';
const packages = [
  reportOf({ [definition]: JSON.stringify(broken, null, 2), 'apiProperties.json': properties }, 'a b/ü & <c>'),
  reportOf({ [definition]: '{ "swagger": "2.0", "paths": {' }, 'cut off'),
  reportOf({ [definition]: JSON.stringify(whole, null, 2), 'apiProperties.json': properties }, 'C:\\hub'),
];
/** What no rule says today, a report must carry all the same. */
const made: ReportedFinding = {
  rule: 'made-up',
  severity: 'info',
  message: hostile,
  file: `C:\\a,b:c%\n\u0001.json`,
  pointer: `/${hostile}`,
  line: 3,
  column: 4,
  fixable: false,
};
const bare: ReportedFinding = { rule: 'made-up', severity: 'error', message: hostile, fixable: false };
const report: Report = {
  tool: 'saleskit lint',
  version: '0.1.0',
  packages: [...packages, { path: hostile, title: hostile, actions: [], findings: [made, bare] }],
};
const findings = report.packages.flatMap((each) => each.findings);

describe('SARIF', () => {
  const ajv = new Ajv.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const sarif = JSON.parse(sarifReport(report, allRules));

  const isLog = ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, 'sarif-2.1.0.excerpt.json'), 'utf8')));

  test('is as the schema of 2.1.0 demands', () => {
    isLog(sarif);
    expect(isLog.errors ?? []).toEqual([]);
    const empty = JSON.parse(sarifReport({ ...report, packages: [] }, allRules));
    expect([isLog(empty), empty.runs[0].results]).toEqual([true, []]);
  });

  test.each<[string, (result: Record<string, unknown>) => void]>([
    ['a result without a message', (result) => delete result.message],
    ['a level that is none', (result) => Object.assign(result, { level: 'info' })],
    [
      'a line before the first',
      (result) =>
        Object.assign(result, {
          locations: [{ physicalLocation: { artifactLocation: { uri: 'a' }, region: { startLine: 0 } } }],
        }),
    ],
    [
      'a path that is no reference',
      (result) => Object.assign(result, { locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }] }),
    ],
  ])('which refuses %s', (_what, change) => {
    const other = structuredClone(sarif);
    change(other.runs[0].results[0]);
    expect(isLog(other)).toBe(false);
  });

  test('has words in every message and title', () => {
    const texts = JSON.stringify(sarif).match(/"text":"[^"]?/g) ?? [];
    expect(texts.filter((each) => each.endsWith(':"'))).toEqual([]);
  });

  test('has a result for each finding, which points at its rule', () => {
    const [{ tool, results }] = sarif.runs;
    expect(results).toHaveLength(findings.length);
    for (const { ruleId, ruleIndex } of results)
      if (ruleIndex !== undefined) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    const known = new Set(allRules.map(({ id }) => id));
    expect(
      results.filter(
        (each: { ruleId: string; ruleIndex?: number }) => known.has(each.ruleId) && each.ruleIndex === undefined,
      ),
    ).toEqual([]);
  });
});

describe('JUnit', () => {
  const opened: { name: string; attributes: Record<string, string> }[] = [];
  const texts: string[] = [];
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => faults.push(message));
  parser.on('opentag', ({ name, attributes }) => opened.push({ name, attributes }));
  parser.on('text', (text) => texts.push(text));
  parser.write(junitReport(report)).close();
  const named = (name: string) => opened.filter((each) => each.name === name);

  test('is well-formed XML, whatever messages hold', () => {
    expect(faults).toEqual([]);
  });

  test('has a suite for each package, and a failure for each finding above info', () => {
    expect(named('testsuite')).toHaveLength(report.packages.length);
    expect(named('failure')).toHaveLength(findings.filter(({ severity }) => severity !== 'info').length);
    const suites = named('testsuite').map(({ attributes }) => [Number(attributes.tests), Number(attributes.failures)]);
    expect(suites).toEqual(
      report.packages.map((each) => [
        Math.max(1, each.findings.length),
        each.findings.filter(({ severity }) => severity !== 'info').length,
      ]),
    );
  });

  test('tells what it was told, but for what XML cannot hold', () => {
    const spoken = named('failure').at(-1)?.attributes.message ?? '';
    expect(spoken).toContain('a <b> & "c" \'d\' ]]> %25');
    expect(spoken).toContain('\u{1f600} é');
    expect(texts.join('')).toContain('a <b> & "c" \'d\' ]]> %25');
  });
});

describe('annotations of GitHub', () => {
  const lines = githubReport(report).split('\n').filter(Boolean);

  test('are one line for each finding, whatever messages hold', () => {
    expect(lines).toHaveLength(findings.length);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [^\r\n]*?::[^\r\n]+$/);
  });

  test('have properties in which no comma, colon, line break or per cent sign is loose', () => {
    for (const line of lines) {
      const given = /^::\w+ (.*?)::/.exec(line)?.[1] ?? '';
      for (const pair of given.split(','))
        expect(pair).toMatch(/^(?:file|line|col|title)=(?:[^:,%\r\n]|%(?:25|0D|0A|3A|2C))*$/);
    }
  });

  test('say after decoding what was said, control characters written out', () => {
    const last = lines.at(-1) ?? '';
    const data = last.slice(last.indexOf('::', 2) + 2);
    expect(data.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')).toBe(printable(hostile));
  });
});

describe('JSON', () => {
  const json = JSON.parse(jsonReport({ ...report, packages }));

  test('has the documented shape, to the letter', () => {
    expect(Object.keys(json)).toEqual(['tool', 'version', 'packages', 'summary']);
    expect(Object.keys(json.summary)).toEqual(['errors', 'warnings', 'infos']);
    for (const each of json.packages) {
      expect(Object.keys(each).sort()).toEqual(['actions', 'findings', 'path', 'title']);
      for (const action of each.actions) {
        expect(Object.keys(action).sort()).toEqual(
          ['extensionPoint', 'invocable', 'matchedBy', 'operationId', 'pointer', 'reasons'].sort(),
        );
        for (const reason of action.reasons) expect(Object.keys(reason).sort()).toEqual(['code', 'message', 'pointer']);
      }
      for (const finding of each.findings)
        expect(Object.keys(finding).sort()).toEqual(
          ['column', 'file', 'fixable', 'line', 'message', 'pointer', 'rule', 'severity'].sort(),
        );
    }
  });

  test('lists every operation, and counts every finding', () => {
    const count = Object.values<object>(broken.paths).reduce((sum, item) => sum + Object.keys(item).length, 0);
    expect(json.packages[0].actions).toHaveLength(count);
    const all = json.packages.flatMap((each: ReportedPackage) => each.findings);
    const { errors, warnings, infos } = json.summary;
    expect(errors + warnings + infos).toBe(all.length);
    expect(errors).toBeGreaterThan(0);
    expect(warnings).toBeGreaterThan(0);
  });

  test('has pointers that resolve, or are empty', () => {
    const roots: Readonly<Record<string, unknown>> = {
      [definition]: broken,
      'apiProperties.json': JSON.parse(properties),
    };
    const [first] = packages;
    for (const { file = '', pointer = '', message } of first?.findings ?? []) {
      if (pointer === '') continue;
      const root = Object.entries(roots).find(([name]) => file.endsWith(name))?.[1];
      expect(valueAt(JSON.parse(JSON.stringify(root)), pointer), `${file} ${pointer}: ${message}`).toBeDefined();
    }
    for (const { pointer, reasons } of first?.actions ?? [])
      for (const each of [pointer, ...reasons.map((reason) => reason.pointer)])
        expect(valueAt(broken, each), each).toBeDefined();
  });
});
