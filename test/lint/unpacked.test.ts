/** Solutions that lie unpacked in a folder, and properties that are given alone: read like what they belong to. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { fixFiles } from '../../src/cli/lint/fix-files.ts';
import { locationsOf } from '../../src/cli/lint/locations.ts';
import { readLocation } from '../../src/cli/lint/read-location.ts';
import { allRules, lintPackage } from '../../src/lint/lint.ts';
import type { SampleArchive } from '../../src/lint/rule.ts';
import { sampleConnector, submission } from '../../src/lint/sample-archive.ts';
import { archiveLimits, readArchive } from '../../src/package/archive.ts';
import { archivePackage, connectorsIn } from '../../src/package/solution.ts';
import { readSolutionFolder } from '../../src/package/solution-folder.ts';
import { zipOf } from './zip-of.ts';

const root = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
let folders = 0;
beforeEach(() => {
  folder = join(root, String(folders++));
});

function put(files: Readonly<Record<string, string>>, place = folder): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
}

const packed = ((submission['package.zip'] as SampleArchive)['PkgAssets/ConnectorSolution.zip'] ?? {}) as Record<
  string,
  string
>;
/** As `pac solution unpack` leaves it: manifests in Other, Connectors, no list of content types. */
const unpacked = Object.fromEntries(
  Object.entries(packed).flatMap(([name, text]) =>
    name.startsWith('[')
      ? []
      : [
          [
            name
              .replace(/^Connector\//, 'Connectors/')
              .replace(/^solution/, 'Other/Solution')
              .replace(/^customizations/, 'Other/Customizations'),
            text,
          ],
        ],
  ),
);
const found = async (location: string) => (await readLocation(location)).map((each) => lintPackage(each));
const saidOf = (findings: readonly { rule: string; pointer?: string }[]) =>
  findings.map(({ rule, pointer }) => `${rule} ${pointer}`).toSorted();

describe('an unpacked solution', () => {
  test('says of the connector what its zip says', async () => {
    const [connector] = connectorsIn(await readArchive('a.zip', zipOf(packed)));
    const expected = connector && saidOf(lintPackage(connector).findings);
    expect(expected?.length).toBeGreaterThan(0);
    for (const [files, name] of [
      [packed, 'Connector'],
      [unpacked, 'Connectors'],
    ] as const) {
      put(files, join(folder, name));
      const [solution, linted, ...others] = await found(join(folder, name));
      expect([solution?.findings, others]).toEqual([[], []]);
      expect(linted && saidOf(linted.findings)).toEqual(expected);
      expect(linted?.path).toBe(join(folder, name, name, `${sampleConnector.name}_openapidefinition.json`));
      for (const { file = '' } of linted?.findings ?? [])
        expect(file.includes('!') ? file : readFileSync(file), file).not.toBe(file);
    }
  });

  test.each<[string, (files: Record<string, string>) => void, string]>([
    ['a manifest that is missing', (files) => delete files['Other/Customizations.xml'], 'solution-files'],
    [
      'a file that is missing',
      (files) => delete files[`Connectors/${sampleConnector.name}_connectionparameters.json`],
      'solution-path-missing',
    ],
    [
      'a definition that nobody declares',
      (files) => Object.assign(files, { 'Connectors/other_openapidefinition.json': '{}' }),
      'solution-connector-undeclared',
    ],
    ['XML that is broken', (files) => Object.assign(files, { 'Other/Solution.xml': '<a>' }), 'solution-xml-invalid'],
  ])('tells of %s', async (_what, change, rule) => {
    const files = { ...unpacked };
    change(files);
    put(files);
    const [solution] = await found(folder);
    expect(solution?.findings.map((each) => each.rule)).toContain(rule);
    for (const { file = '' } of solution?.findings ?? []) expect(file.startsWith(folder), file).toBe(true);
  });

  test('is found below a folder, beside packages; a manifest without a connector is none', async () => {
    put(unpacked, join(folder, 'b/src'));
    put({ 'apiDefinition.swagger.json': '{}' }, join(folder, 'a'));
    put({ 'Other/Solution.xml': '<a/>', 'Workflows/x.json': '{}' }, join(folder, 'c'));
    expect(await locationsOf(folder)).toEqual([join(folder, 'a'), join(folder, 'b/src')]);
    expect(await locationsOf(join(folder, '*/src'))).toEqual([join(folder, 'b/src')]);
    await expect(locationsOf(join(folder, 'c'))).rejects.toThrow(/has no apiDefinition/);
  });

  test('is mended in its place', async () => {
    put({
      ...unpacked,
      [`Connectors/${sampleConnector.name}_openapidefinition.json`]:
        '{ "swagger": "2.0", "info": { "title": "Quotes", "version": "1" }, "basePath": "api", "paths": {} }',
    });
    const file = join(folder, `Connectors/${sampleConnector.name}_openapidefinition.json`);
    const mended = await fixFiles(folder, allRules, () => true);
    expect([...mended.keys()]).toEqual([file]);
    expect(readFileSync(file, 'utf8')).toContain('"basePath": "/api"');
    expect(await fixFiles(folder, allRules, () => true)).toEqual(new Map());
  });

  test('is read within limits, and links out of it are not followed', async () => {
    put({ ...unpacked, 'node_modules/a.json': '{}' });
    put({ 'secret.json': '{}' }, join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(folder, 'Workflows'));
    const whole = await readSolutionFolder(folder, archiveLimits);
    expect([...whole.files.keys()].toSorted()).toEqual(Object.keys(unpacked).toSorted());
    expect(whole.problems).toEqual([]);
    for (const limits of [
      { entries: 2, totalSize: 1e6 },
      { entries: 9, totalSize: 1_000 },
    ]) {
      const { problems } = lintPackageOf(await readSolutionFolder(folder, limits));
      expect(new Set(problems)).toEqual(new Set(['archive-too-large']));
    }
  });
});

function lintPackageOf(archive: Parameters<typeof archivePackage>[0]) {
  const told = lintPackage(archivePackage(archive)).findings.map(({ rule }) => rule);
  return { problems: told.filter((rule) => rule.startsWith('archive-')) };
}

describe('apiProperties.json', () => {
  const hub = join(import.meta.dirname, '../../contoso-hub/package');
  const broken = () => readFileSync(join(hub, 'apiProperties.json'), 'utf8').replace(/"#[0-9a-f]{6}"/i, '"blue"');

  test('given with its definition beside it is linted with it', async () => {
    cpSync(hub, folder, { recursive: true });
    writeFileSync(join(folder, 'apiProperties.json'), broken());
    const [alone] = await found(join(folder, 'apiProperties.json'));
    const [whole] = await found(folder);
    expect(alone?.findings).toEqual(whole?.findings);
    expect(alone?.actions).toEqual(whole?.actions);
    expect(alone?.findings.map(({ rule }) => rule)).toContain('properties-brand-color');
  });

  test('given alone is told of what stands in it, and of nothing that a definition would have', async () => {
    put({ 'apiProperties.json': readFileSync(join(hub, 'apiProperties.json'), 'utf8') });
    const file = join(folder, 'apiProperties.json');
    expect((await found(file)).map(({ findings, actions }) => [findings, actions])).toEqual([[[], []]]);
    put({ 'apiProperties.json': broken() });
    const [{ findings } = { findings: [] }] = await found(file);
    expect(findings.map((each) => [each.rule, each.file])).toEqual([['properties-brand-color', file]]);
    put({ 'apiProperties.json': '{ "properties": { ' });
    const [{ findings: cut } = { findings: [] }] = await found(file);
    expect(cut.map(({ rule, severity }) => [rule, severity])).toContainEqual(['file-invalid-json', 'error']);
  });

  test('that a pattern matches beside its definition is not linted twice', async () => {
    cpSync(hub, join(folder, 'hub'), { recursive: true });
    put({ 'apiProperties.json': '{}' }, join(folder, 'bare'));
    expect(await locationsOf(join(folder, '*/api*.json'))).toEqual([
      join(folder, 'bare/apiProperties.json'),
      join(folder, 'hub/apiDefinition.swagger.json'),
    ]);
  });

  test('that is not there is named', async () => {
    await expect(readLocation(join(folder, 'apiProperties.json'))).rejects.toThrow(/apiProperties.json is not there/);
  });
});
