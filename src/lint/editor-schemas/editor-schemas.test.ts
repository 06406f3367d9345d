import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { type ExtensionPoint, extensionPoints } from '../../contract/contract.ts';
import { discover } from '../../discovery/discovery.ts';
import { packageOfTexts } from '../../package/connector-package.ts';
import { editorSchemas } from './editor-schemas.ts';
import { snippetsIn } from './sales-snippets.ts';

const root = join(import.meta.dirname, '../../..');
const ajv = new Ajv({ strict: false, allErrors: true });
const schemas = Object.fromEntries(
  Object.entries(editorSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]),
) as Record<string, ValidateFunction>;
const problems = (schema: string, value: unknown) => {
  const validate = schemas[schema];
  return validate?.(value)
    ? []
    : (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
const packages = ['contoso-hub/package', 'test/servers/sound-package'];

test.each([
  ['apiDefinition.schema.json', 'apiDefinition.swagger.json'],
  ['apiProperties.schema.json', 'apiProperties.json'],
  ['actions.schema.json', 'actions.json'],
])('%s takes the files of packages that lint has nothing against', (schema, name) => {
  const files = packages.flatMap((folder) => globSync(`${folder}/${name}`, { cwd: root }));
  expect(files).not.toEqual([]);
  for (const file of files)
    expect(problems(schema, JSON.parse(readFileSync(join(root, file), 'utf8'))), file).toEqual([]);
});

test.each([
  [
    'apiDefinition.schema.json',
    { swagger: '2.0', info: { title: 'A', description: 'b', version: '1' }, paths: { '/a': { gett: {} } } },
  ],
  ['apiDefinition.schema.json', { swagger: '3.0', info: { title: 'A', description: 'b', version: '1' } }],
  [
    'apiDefinition.schema.json',
    { info: { title: 'A', description: 'b', version: '1' }, paths: { '/a': { get: { 'x-ms-visibility': 'loud' } } } },
  ],
  ['apiProperties.schema.json', { properties: { iconBrandColour: '#000000' } }],
  ['actions.schema.json', { actions: [{ description: 'x' }] }],
])('%s refuses what is misspelled or missing', (schema, value) => {
  expect(problems(schema, value)).not.toEqual([]);
});

test('the descriptions of all extension points are proposed, to the letter', () => {
  const text = JSON.stringify(editorSchemas()['apiDefinition.schema.json']);
  for (const { apiDescription, inputs, item } of Object.values<ExtensionPoint>(extensionPoints))
    for (const wanted of [apiDescription, ...[...inputs, ...item].map(({ description }) => description)])
      if (wanted) expect(text).toContain(JSON.stringify(wanted));
});

test('what the snippets write is taken by the schema, and would be invoked', () => {
  const written = (part: 'paths' | 'definitions') =>
    Object.fromEntries(
      Object.entries(snippetsIn(part)).map(([name, schema]) => {
        const [{ bodyText }] = schema.defaultSnippets as [{ bodyText: string }];
        return [name, JSON.parse(bodyText.replace(/\\([\\$])/g, '$1'))];
      }),
    );
  const definition = {
    swagger: '2.0',
    info: { title: 'Snippets', description: 'All of them.', version: '1.0' },
    host: 'example.com',
    schemes: ['https'],
    paths: written('paths'),
    definitions: written('definitions'),
  };
  expect(problems('apiDefinition.schema.json', definition)).toEqual([]);
  const { actions } = discover(packageOfTexts('snippets.json', { definition: JSON.stringify(definition) }));
  const points = actions.filter(({ point }) => point);
  expect(points.map(({ point, invocable }) => [point?.id, invocable]).toSorted()).toEqual(
    ['email-draft', 'email-summary', 'opportunity-insights', 'record-details', 'record-summary'].map((id) => [
      id,
      true,
    ]),
  );
});
