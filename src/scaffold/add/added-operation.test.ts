import { expect, test } from 'vitest';
import { actionOf, type ExtensionPoint, extensionPoints, openApiDefinition } from '../../contract/contract.ts';
import { lintPackage } from '../../lint/lint.ts';
import { type ConnectorPackage, packageOfTexts } from '../../package/connector-package.ts';
import { offeredPoints } from '../plan.ts';
import { addedOperation } from './added-operation.ts';

const name = 'apiDefinition.swagger.json';
const { recordDetails, recordSummary } = extensionPoints;
const points: readonly (readonly [string, ExtensionPoint])[] = offeredPoints.map(({ point }) => [point.id, point]);

const definitionOf = (...own: ExtensionPoint[]) =>
  openApiDefinition({
    title: 'Fabrikam Quotes',
    description: 'Fabrikam Quotes brings quotes and the activities around them to the sales work in mail.',
    version: '1.0',
    actions: own.map((point) => actionOf(point, `/sales/${point.id}`)),
    testConnectionPath: '/test',
    host: 'quotes.fabrikam.com',
    scheme: 'https',
    contact: { name: 'Fabrikam', url: 'https://fabrikam.com', email: 'support@fabrikam.com' },
    website: 'https://fabrikam.com',
    privacyPolicy: 'https://fabrikam.com/privacy',
    categories: ['Sales and CRM'],
  });

function added(definition: string, point: ExtensionPoint, actions?: string): ConnectorPackage & { texts: string[] } {
  const before = packageOfTexts(name, { definition, ...(actions && { actions }) });
  const texts = addedOperation(before, point).files.map(({ text }) => text);
  const [text = '', actionsText] = texts;
  return { ...packageOfTexts(name, { definition: text, ...(actionsText && { actions: actionsText }) }), texts };
}

const errorsOf = (connector: ConnectorPackage) =>
  lintPackage(connector).findings.filter(({ severity }) => severity === 'error');

/** Lines of one that the other lacks in this order. */
function isKept(before: string, after: string): boolean {
  let at = 0;
  return before.split(/(?<=[,{}[\]])/).every((part) => {
    const found = after.indexOf(part.trimEnd(), at);
    at = found < 0 ? at : found + part.trimEnd().length;
    return found >= 0;
  });
}

test.each(points)('%s is added to a definition without it, and would be invoked; no error is new', (id, point) => {
  const others = points.map(([, each]) => each).filter((each) => each !== point);
  const before = JSON.stringify(definitionOf(...others), null, 2);
  const after = added(before, point);
  const verdict = lintPackage(after).actions.find(({ extensionPoint }) => extensionPoint === id);
  expect(verdict).toMatchObject({ invocable: true, matchedBy: 'description' });
  expect(errorsOf(after)).toEqual(errorsOf(packageOfTexts(name, { definition: before })));
  expect(after.texts[0]).toContain(`"/sales/${id}"`);
});

const styles: Readonly<Record<string, (definition: unknown) => string>> = {
  'two blanks': (definition) => `${JSON.stringify(definition, null, 2)}\n`,
  'four blanks': (definition) => JSON.stringify(definition, null, 4),
  tabs: (definition) => JSON.stringify(definition, null, '\t'),
  'one line': (definition) => JSON.stringify(definition),
  CRLF: (definition) => JSON.stringify(definition, null, 2).replaceAll('\n', '\r\n'),
  'a byte order mark': (definition) => `\uFEFF${JSON.stringify(definition, null, 2)}`,
};

test.each(Object.entries(styles))('written with %s it stays so, and what was there stays as it was', (_name, write) => {
  const before = write(definitionOf(recordDetails));
  const [text = ''] = added(before, recordSummary).texts;
  const made = JSON.parse(text.replace('\uFEFF', ''));
  expect(text).toBe(write(made));
  expect(isKept(before, text)).toBe(true);
  expect(made).toEqual({
    ...definitionOf(recordDetails),
    paths: expect.objectContaining(definitionOf(recordSummary).paths as object),
    definitions: expect.objectContaining(definitionOf(recordSummary).definitions as object),
  });
});

test.each([
  ['without definitions', {}],
  ['with none in definitions', { definitions: {} }],
])('%s, schemas stand in their places, and so do those of the new one', (_name, written) => {
  const { definitions: _, ...inline } = definitionOf();
  const after = added(JSON.stringify({ ...inline, paths: {}, ...written }), recordDetails);
  expect(after.texts[0]).not.toContain('$ref');
  expect(lintPackage(after).actions.find(({ extensionPoint }) => extensionPoint)).toMatchObject({ invocable: true });
});

test('a schema whose name is taken by another gets a name of its own', () => {
  const own = {
    ...definitionOf(),
    definitions: { ApiError: { type: 'string' }, RecordDetailsItem: { type: 'string' } },
  };
  const after = added(JSON.stringify(own), recordDetails);
  expect(after.definition.value).toMatchObject({
    definitions: {
      ApiError: { type: 'string' },
      ApiError2: { type: 'object' },
      RecordDetailsItem2: { type: 'object' },
    },
  });
  expect(after.texts[0]).toContain('"$ref":"#/definitions/RecordDetailsItem2"');
  expect(after.texts[0]).toContain('"$ref":"#/definitions/ApiError2"');
});

test('actions.json gets the action, with its descriptions to the letter', () => {
  const before = JSON.stringify({ actions: [{ operationId: 'Other', description: 'Other.' }] }, null, 2);
  const after = added(JSON.stringify(definitionOf()), recordDetails, before);
  const [, actions = ''] = after.texts;
  expect(JSON.parse(actions).actions[1]).toMatchObject({
    operationId: recordDetails.operationId,
    description: recordDetails.apiDescription,
    parameters: { recordType: recordDetails.inputs[0].description },
  });
});

test('what is there already is refused with its place, each time', () => {
  const connector = packageOfTexts(name, { definition: JSON.stringify(definitionOf(recordDetails)) });
  const attempt = () => addedOperation(connector, recordDetails);
  expect(attempt).toThrow('has record-details already: scp-get-related-records at /sales/record-details.');
  expect(attempt).toThrow('already');
});

test.each([
  ['OpenAPI 3', '{"openapi":"3.1.0","paths":{}}', 'is OpenAPI 3.1.0'],
  ['broken JSON', '{"swagger":"2.0","paths":', 'is no JSON without faults'],
  ['a list', '[]', 'is no JSON without faults'],
])('%s is left alone', (_kind, definition, words) => {
  expect(() => addedOperation(packageOfTexts(name, { definition }), recordDetails)).toThrow(words);
});

test('a path that is taken is refused', () => {
  const connector = packageOfTexts(name, { definition: JSON.stringify(definitionOf()) });
  expect(() => addedOperation(connector, recordDetails, '/test')).toThrow(
    'has GET /test already. Give another --path.',
  );
});

test.each([
  ['test', 'does not begin with /'],
  ['/a b', 'contains " ".'],
  ['/{tenant}', 'contains "{".'],
  ['/it’s', 'contains "’".'],
  ['/😀', 'contains "😀".'],
])('the path %s is refused', (path, words) => {
  const connector = packageOfTexts(name, { definition: JSON.stringify(definitionOf()) });
  expect(() => addedOperation(connector, recordDetails, path)).toThrow(words);
});
