/** Contoso Hub's package against changed copies of itself: each change is told, where it stands, by the rule meant for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ConnectorPackage, packageOfTexts } from '../package/connector-package.ts';
import { valueAt } from '../package/json-pointer.ts';
import { chosenRules, lintPackage } from './lint.ts';
import { laidOver } from './sample-package.ts';

const folder = join(import.meta.dirname, '../../contoso-hub/package');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const texts = {
  definition: read('apiDefinition.swagger.json'),
  properties: read('apiProperties.json'),
  actions: read('actions.json'),
};
const definition = JSON.parse(texts.definition);
const rules = chosenRules(['breaking']);

const related = '/api/enhanceskills/related-records';
const activities = '/api/enhanceskills/related-activities';
const chat = '/api/chatskills/chat-about-key-stakeholders';
const operation = (path: string) => structuredClone(definition.paths[path].get);

interface Changes {
  readonly definition?: object;
  readonly properties?: object;
  readonly actions?: object;
}

function changed({ definition: change = {}, properties = {}, actions = {} }: Changes): ConnectorPackage {
  return packageOfTexts('apiDefinition.swagger.json', {
    definition: JSON.stringify(laidOver(definition, change)),
    properties: JSON.stringify(laidOver(JSON.parse(texts.properties), properties)),
    actions: JSON.stringify(laidOver(JSON.parse(texts.actions), actions)),
  });
}

/** The findings as "rule pointer", each proven to lead somewhere. */
function told(now: Changes, before: Changes = {}): string[] {
  const connector = changed(now);
  return lintPackage(connector, rules, changed(before)).findings.map(({ rule, pointer = '', file }) => {
    const source = file === connector.properties?.file ? connector.properties : connector.definition;
    expect(valueAt(source?.value, pointer), pointer).toBeDefined();
    return `${rule} ${pointer}`;
  });
}

function pathOf(path: string): string {
  return `/paths/${path.replaceAll('/', '~1')}`;
}

/** Parameters of related records, one of them changed; undefined takes it away. */
function relatedWith(name: string, change: object | undefined): Changes {
  const { parameters } = operation(related);
  const changedOnes = parameters.flatMap((each: { name: string }) =>
    each.name !== name ? [each] : change ? [{ ...each, ...change }] : [],
  );
  return { definition: { paths: { [related]: { get: { parameters: changedOnes } } } } };
}

const place = `${pathOf(related)}/get`;
const cases: readonly (readonly [name: string, now: Changes, told: readonly string[]])[] = [
  ['the same package', {}, []],
  [
    'an operation taken away',
    { definition: { paths: { [related]: null } } },
    ['extension-point-lost /paths', 'operation-deleted /paths'],
  ],
  [
    'an operation under another operationId that is still found by its description',
    {
      definition: {
        paths: { [related]: { get: { operationId: 'RelatedRecords', description: recordDetailsText() } } },
      },
    },
    [`operation-id-changed ${place}/operationId`],
  ],
  [
    'an operation at another path',
    { definition: { paths: { [related]: null, '/v2/related': { get: operation(related) } } } },
    ['operation-address-changed /paths/~1v2~1related/get'],
  ],
  [
    'an extension point called with another method',
    { definition: { paths: { [related]: { get: null, post: operation(related) } } } },
    [`extension-point-lost ${pathOf(related)}/post`, `operation-address-changed ${pathOf(related)}/post`],
  ],
  [
    'an action without its description in actions.json and in the definition',
    {
      definition: { paths: { [related]: { get: { operationId: 'RelatedRecords', description: 'Our records.' } } } },
    },
    [`extension-point-lost ${place}`, `operation-id-changed ${place}/operationId`],
  ],
  [
    'a new required parameter',
    {
      definition: {
        paths: {
          [related]: {
            get: {
              parameters: [
                ...operation(related).parameters,
                { name: 'workspace', in: 'query', type: 'string', required: true, description: 'The workspace.' },
              ],
            },
          },
        },
      },
    },
    [`extension-point-lost ${place}/parameters/6`, `input-became-required ${place}/parameters/6`],
  ],
  [
    'an optional input taken away',
    relatedWith('top', undefined),
    [`extension-point-input-lost ${place}`, `input-deleted ${place}/parameters`],
  ],
  [
    'an input of another type',
    relatedWith('top', { type: 'string' }),
    [`input-type-changed ${place}/parameters/${indexOf('top')}/type`],
  ],
  [
    'an input that is hidden',
    relatedWith('top', { 'x-ms-visibility': 'internal' }),
    [`input-became-internal ${place}/parameters/${indexOf('top')}`],
  ],
  [
    'an input in a header',
    relatedWith('top', { in: 'header' }),
    [`parameter-moved ${place}/parameters/${indexOf('top')}`],
  ],
  [
    'a chat skill that is none',
    { definition: { paths: { [chat]: { get: { 'x-ms-openai-data': { 'openai-enabled': false } } } } } },
    [`chat-skill-lost ${pathOf(chat)}/get`],
  ],
  [
    'a hidden operation',
    { definition: { paths: { [activities]: { get: { 'x-ms-visibility': 'internal' } } } } },
    [`operation-hidden ${pathOf(activities)}/get/x-ms-visibility`],
  ],
  [
    'no way to sign in',
    {
      definition: {
        securityDefinitions: { 'oauth2-auth': { type: 'apiKey', in: 'header', name: 'X-Key', flow: null } },
      },
    },
    ['authentication-removed /securityDefinitions'],
  ],
  [
    'a connection parameter taken away',
    { properties: { properties: { connectionParameters: { token: null } } } },
    ['connection-parameter-removed /properties/connectionParameters'],
  ],
  [
    'another identity provider',
    {
      properties: {
        properties: { connectionParameters: { token: { oAuthSettings: { identityProvider: 'oauth2' } } } },
      },
    },
    ['authentication-removed /properties/connectionParameters'],
  ],
  [
    'another title, contact and colour',
    {
      definition: { info: { title: 'Contoso', version: '9.9', contact: { name: 'Contoso' } } },
      properties: { properties: { iconBrandColor: '#123456' } },
    },
    ['update-is-minor '],
  ],
  ['a new operation', { definition: { paths: { '/new': { get: { ...operation(chat), operationId: 'New' } } } } }, []],
];

test.each(cases)('%s', (_, now, expected) => {
  expect(told(now).sort()).toEqual([...expected].sort());
});

test('an output that several operations share is told once, at its definition', () => {
  const shared = { Deal: { type: 'object', properties: { id: { type: 'string' }, size: { type: 'integer' } } } };
  const operations = Object.fromEntries(
    ['One', 'Two', 'Three'].map((operationId) => [
      `/${operationId}`,
      {
        get: {
          operationId,
          responses: { 200: { description: 'Deal.', schema: { $ref: '#/definitions/Deal' } } },
        },
      },
    ]),
  );
  const before = { definition: { paths: operations, definitions: shared } };
  const after = {
    definition: { paths: operations, definitions: { Deal: { properties: { id: { type: 'string' } } } } },
  };
  expect(told(after, before)).toEqual(['output-deleted /definitions/Deal/properties']);
});

test('only texts are a minor update, and not that actions.json came or went, or that keys stand in another order', () => {
  const { info, ...rest } = definition;
  const reordered = { definition: JSON.stringify({ ...rest, info }), properties: texts.properties };
  const kinds = (now: ConnectorPackage) => lintPackage(now, rules, changed({})).findings.map(({ rule }) => rule);
  expect(kinds(packageOfTexts('apiDefinition.swagger.json', reordered))).toEqual([]);
  expect(kinds(packageOfTexts('apiDefinition.swagger.json', { ...reordered, actions: texts.actions }))).toEqual([]);
  const summary = { paths: { [related]: { get: { summary: 'Our records' } } } };
  expect(kinds(changed({ definition: summary }))).toEqual(['update-is-minor']);
});

test('a scope that the definition and the properties add is told once', () => {
  const [[name, { scopes }]] = Object.entries<{ scopes: object }>(definition.securityDefinitions) as [
    [string, { scopes: object }],
  ];
  const scope = 'api://hub/write';
  const { connectionParameters } = JSON.parse(texts.properties).properties;
  const { token } = connectionParameters;
  const asked = [...token.oAuthSettings.scopes, scope];
  const properties = { properties: { connectionParameters: { token: { oAuthSettings: { scopes: asked } } } } };
  const securityDefinitions = { [name]: { scopes: { ...scopes, [scope]: 'Write' } } };
  expect(told({ definition: { securityDefinitions }, properties })).toEqual([
    `scope-added /securityDefinitions/${name}/scopes`,
  ]);
  expect(told({ properties })).toEqual(['scope-added /properties/connectionParameters']);
});

test('host, basePath and what is consumed are told once, where they stand', () => {
  expect(told({ definition: { host: 'other.contoso.com', basePath: '/v2' } })).toEqual([
    'service-address-changed /host',
  ]);
  expect(told({ definition: { consumes: ['multipart/form-data'] } })).toEqual(['media-type-removed /consumes']);
});

test('schemas that refer to themselves are compared to their end', () => {
  const tree = (leaf: object) => ({
    definition: {
      paths: {
        '/tree': {
          get: {
            operationId: 'Tree',
            responses: { 200: { description: 'A tree.', schema: { $ref: '#/definitions/Tree' } } },
          },
        },
      },
      definitions: {
        Tree: {
          type: 'object',
          properties: { leaf, children: { type: 'array', items: { $ref: '#/definitions/Tree' } } },
        },
      },
    },
  });
  expect(told(tree({ type: 'string' }), tree({ type: 'integer' }))).toEqual([
    'output-type-changed /definitions/Tree/properties/leaf/type',
  ]);
});

test('values of any shape in any place are compared without breaking', () => {
  const oddities = [null, 7, 'text', [], [null], {}, { $ref: '#/definitions/Loop' }];
  const definitions = { Loop: { $ref: '#/definitions/Loop' } };
  for (const odd of oddities)
    for (const other of oddities) {
      const of = (value: unknown) =>
        packageOfTexts('odd.json', {
          definition: JSON.stringify({
            swagger: '2.0',
            info: value,
            definitions,
            securityDefinitions: value,
            paths: {
              '/a': { get: { operationId: 'A', parameters: [value], responses: { 200: { schema: value } } } },
              '/b': value,
            },
          }),
          properties: JSON.stringify({ properties: { connectionParameters: value, connectionParameterSets: value } }),
        });
      expect(() => lintPackage(of(odd), rules, of(other))).not.toThrow();
    }
});

function recordDetailsText(): string {
  return JSON.parse(texts.actions).actions.find(
    ({ operationId }: { operationId: string }) => operationId === 'scp-get-related-records',
  ).description;
}

function indexOf(name: string): number {
  return operation(related).parameters.findIndex((each: { name: string }) => each.name === name);
}
