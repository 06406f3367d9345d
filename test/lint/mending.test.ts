/** --fix on Contoso Hub's package: descriptions to the letter, optional inputs, marks of outputs; the rest stays as it was. */
import { describe, expect, test } from 'vitest';
import { fixedFiles, lintPackage } from '../../src/lint/lint.ts';
import { packageFileNames, packageOfFiles } from '../../src/package/connector-package.ts';
import {
  changed,
  lintedTexts,
  loose,
  mendable,
  mendedTexts,
  packageOfTexts,
  type Texts,
  textsOf,
  writings,
} from './mending.ts';
import {
  type Definition,
  details,
  email,
  files,
  notRequired,
  operationOf,
  parameterOf,
  propertiesOf,
  propertyOf,
  requiredOf,
  type Schema,
  schemaOf,
  summary,
  withoutParameter,
  withoutProperty,
} from './mutants/definition.ts';

const { definition: definitionName, actions: actionsName } = packageFileNames;

const write = writings['two spaces'] as (value: unknown) => string;

const parsed = (texts: Texts, name: string) => JSON.parse((texts[name] ?? '').replace(/^\uFEFF/, ''));
describe.each(Object.entries(writings))('in a file with %s', (name, writing) => {
  test.each(Object.entries(mendable))('%s: it is as it was', (_what, change) => {
    const whole = textsOf(files, writing);
    const broken = textsOf(changed(change), writing);
    expect(broken[definitionName]).not.toBe(whole[definitionName]);
    expect(mendedTexts(broken)).toEqual({ texts: whole, rounds: 1 });
  });

  test('a missing parameter, a missing property and missing marks are added, and nothing else changes', () => {
    const broken = changed((definition) => {
      withoutParameter(definition, details, 'top');
      withoutParameter(definition, details, 'skip');
      withoutProperty(definition, 'EmailSummaryRequest', 'relatedEntities');
      delete schemaOf(definition, 'RecordDetailsItem').required;
      notRequired(schemaOf(definition, 'EmailSummaryItem'), 'insight');
      schemaOf(definition, 'RecordSummaryItem').required = ['title'];
    });
    const { texts } = mendedTexts(textsOf(broken, writing));
    const { texts: twice, rounds } = mendedTexts(texts);
    expect([twice, rounds]).toEqual([texts, 0]);
    const mended = parsed(texts, definitionName) as Definition;
    const whole = structuredClone(files.definition);
    const byName = (one: { name?: unknown }, other: { name?: unknown }) =>
      String(one.name).localeCompare(String(other.name));
    for (const each of [mended, whole]) {
      operationOf(each, details).parameters.sort(byName);
      for (const name of ['RecordDetailsItem', 'EmailSummaryItem', 'RecordSummaryItem'])
        schemaOf(each, name).required = requiredOf(schemaOf(each, name)).toSorted();
    }
    const related = propertyOf(mended, 'EmailSummaryRequest', 'relatedEntities');
    expect(related.items).toMatchObject({ type: 'object', required: ['entityId', 'entityType'] });
    // The model is spelled out in place, where Contoso Hub refers to a definition.
    propertyOf(whole, 'EmailSummaryRequest', 'relatedEntities').items = related.items as Schema;
    expect(mended).toEqual(whole);
    const text = texts[definitionName] ?? '';
    const restyled = writing(JSON.parse(text.replace(/^\uFEFF/, '')));
    expect(text.replace(/\s/g, '')).toBe(restyled.replace(/\s/g, ''));
    const linesOf = (each = '') => each.split(/\r?\n/).map((line) => line.replace(/,$/, ''));
    const kept = new Set(linesOf(text));
    if (name !== 'minified')
      expect(linesOf(textsOf(broken, writing)[definitionName]).filter((line) => !kept.has(line))).toEqual([]);
    expect(text.startsWith('\uFEFF')).toBe(name === 'a byte order mark');
    expect(/[^\r]\n/.test(text)).toBe(name !== 'CRLF' && name !== 'minified');
  });
});

describe('where actions.json has the description', () => {
  const { description } = operationOf(files.definition, details);
  const recordId = parameterOf(files.definition, details, 'recordId').description;
  const recordTitle = propertyOf(files.definition, 'RecordDetailsItem', 'recordTitle').description;
  const actionsWith = (says: (text: unknown) => unknown) => ({
    actions: [
      { operationId: summary },
      {
        operationId: details,
        description: says(description),
        parameters: { recordId: says(recordId) },
        outputs: { '/value/0/recordTitle': says(recordTitle) },
      },
    ],
  });

  test('it is mended there, and the definition stays', () => {
    const own = (text: unknown) => `Ours: ${text}`;
    const broken = changed((definition, all) => {
      operationOf(definition, details).description = own(description);
      parameterOf(definition, details, 'recordId').description = own(recordId);
      propertyOf(definition, 'RecordDetailsItem', 'recordTitle').description = own(recordTitle);
      all.actions = actionsWith(loose);
    });
    const texts = textsOf(broken, write);
    const mended = mendedTexts(texts);
    expect(mended.texts).toEqual({ ...texts, [actionsName]: write(actionsWith((text) => text)) });
    expect(mended.rounds).toBe(1);
  });

  test('a loose one in the definition is no concern', () => {
    const broken = changed((definition, all) => {
      for (const change of Object.values(mendable)) change(definition);
      all.actions = actionsWith((text) => text);
    });
    const found = lintedTexts(textsOf(broken, write)).findings.filter(({ rule }) => rule.endsWith('-loose'));
    expect(found.map(({ message }) => /of (\w+) matches/.exec(message)?.[1])).toEqual(['subject']);
  });
});

test('YAML and broken JSON are left alone, and nothing in them is said to be mended', () => {
  for (const text of [
    'swagger: "2.0"\nbasePath: api\npaths: {}\n',
    '{ "swagger": "2.0", "basePath": "api", "paths": {}, }',
  ]) {
    const connector = packageOfFiles('x', new Map([['x', new Uint8Array(Buffer.from(text))]]), { definitionName: 'x' });
    const { findings } = lintPackage(connector);
    expect(findings.map(({ rule }) => rule)).toContain('BasePathNotValid');
    expect(findings.filter(({ fixable }) => fixable)).toEqual([]);
    expect(fixedFiles(connector)).toEqual([]);
  }
});

describe('what is not safe is left alone', () => {
  const fixesOf = (change: (definition: Definition) => void) =>
    fixedFiles(packageOfTexts(textsOf(changed(change), write))).flatMap(({ mended }) => mended.map(({ rule }) => rule));

  test('a parameter that two extension points share, described as one of them wants it', () => {
    const fixes = fixesOf((definition) => {
      definition.parameters = { id: { ...parameterOf(definition, details, 'recordId') } };
      const shared = { $ref: '#/parameters/id' };
      for (const id of [details, summary]) {
        const { parameters } = operationOf(definition, id);
        parameters[parameters.findIndex(({ name }) => name === 'recordId')] = shared;
      }
    });
    expect(fixes).toEqual([]);
  });

  test('a former wording of one of two actions for a point', () => {
    const former =
      'This action gets additional sales insights related to a CRM record that will be shown in the Copilot for Sales record summary card. The action enhances the existing skills of copilot for sales.';
    const describe = (definition: Definition) =>
      Object.assign(operationOf(definition, summary), { description: former });
    expect(fixesOf(describe)).toEqual(['action-description-former']);
    const twice = fixesOf((definition) => {
      describe(definition);
      definition.paths['/again'] = { get: { ...operationOf(files.definition, summary), operationId: 'again' } };
    });
    expect(twice).not.toContain('action-description-former');
  });

  test('a mark in an object that an input is read by as well', () => {
    const fixes = fixesOf((definition) => {
      schemaOf(definition, 'EmailSummaryItem').required = [];
      propertiesOf(definition, 'EmailDraftRequest').notes = { $ref: '#/definitions/EmailSummaryItem' };
    });
    expect(fixes).not.toContain('output-not-required');
  });

  test('a parameter whose name is taken, or whose action has another method', () => {
    const taken = fixesOf((definition) => {
      const { parameters } = operationOf(definition, details);
      const top = parameters.findIndex(({ name }) => name === 'top');
      parameters[top] = { name: 'TOP', in: 'header', description: 'How many.', type: 'integer', 'x-ms-summary': 'Top' };
    });
    expect(taken).toEqual([]);
    const moved = fixesOf((definition) => {
      withoutProperty(definition, 'EmailSummaryRequest', 'top');
      const item = Object.values(definition.paths).find((each) => each.post?.operationId === email);
      if (item?.post) item.put = item.post;
      delete item?.post;
    });
    expect(moved).not.toContain('input-optional-missing');
  });
});
