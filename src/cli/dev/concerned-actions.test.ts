import { expect, test } from 'vitest';
import { discover } from '../../discovery/discovery.ts';
import { packageOfTexts } from '../../package/connector-package.ts';
import { concernedActions } from './concerned-actions.ts';

const definition = {
  swagger: '2.0',
  paths: {
    '/a': {
      parameters: [{ name: 'x', in: 'query', type: 'string' }],
      get: { operationId: 'a', responses: { 200: { schema: { $ref: '#/definitions/List' } } } },
    },
    '/b/{id}': { get: { operationId: 'b', responses: { 200: { schema: { $ref: '#/definitions/Own' } } } } },
  },
  definitions: {
    List: { type: 'array', items: { $ref: '#/definitions/Item' } },
    Item: { type: 'object', properties: { self: { $ref: '#/definitions/Item' } } },
    Own: { type: 'object' },
  },
};
const file = 'apiDefinition.swagger.json';
const concerned = concernedActions(
  discover(
    packageOfTexts(file, {
      definition: JSON.stringify(definition),
      actions: JSON.stringify({ actions: [{ operationId: 'none' }, { operationId: 'b' }] }),
    }),
  ),
);
const [a, b] = ['/paths/~1a/get', '/paths/~1b~1{id}/get'];

test.each([
  [file, `${a}/responses`, [a]],
  [file, '/paths/~1a/parameters/0', [a]],
  [file, '/definitions/Item/properties/self', [a]],
  [file, '/definitions/Own', [b]],
  [file, '/info', []],
  ['actions.json', '/actions/1/description', [b]],
  ['actions.json', '/actions/0', []],
  ['apiProperties.json', '/properties', []],
])('of %s, %s concerns %j', (of, pointer, actions) => {
  expect(concerned({ rule: 'x', severity: 'info', message: 'x', file: of, pointer })).toEqual(actions);
});
