import { expect, test } from 'vitest';
import { packageOfTexts } from '../package/connector-package.ts';
import { discover } from './discovery.ts';
import { toolsOf } from './tools.ts';

type Json = Readonly<Record<string, unknown>>;

function toolsOfPaths(paths: Json) {
  const definition = { swagger: '2.0', info: { title: 'Odd', version: '1.0' }, host: 'odd.example', paths };
  return toolsOf(discover(packageOfTexts('odd', { definition: JSON.stringify(definition) }))).map(({ tool }) => tool);
}

const skill = (operationId: string, more: Json = {}) => ({
  operationId,
  summary: `The ${operationId}`,
  description: `Does ${operationId}.`,
  'x-ms-openai-data': { 'openai-enabled': true },
  responses: { 200: { description: 'Success.' } },
  ...more,
});

const number = { type: 'integer', format: 'int64', description: 'Which.' };
const state = { type: 'string', enum: ['open', 'closed'], default: 'open' };
const tags = { type: 'array', items: { type: 'string' } };

const body = {
  name: 'body',
  in: 'body',
  required: true,
  schema: {
    type: 'object',
    required: ['order'],
    properties: {
      order: {
        type: 'object',
        required: ['number'],
        properties: { number, state },
      },
      tags,
      trace: { type: 'string', 'x-ms-visibility': 'internal', default: 'on' },
      state: { type: 'boolean' },
    },
  },
};

test('a chat skill takes its parameters by their names, those of a body without what holds them', () => {
  const language = { name: 'Accept-Language', in: 'header', type: 'string', required: true };
  const [tool] = toolsOfPaths({ '/orders': { post: skill('Change order', { parameters: [body, language] }) } });
  expect(tool).toEqual({
    name: 'Change_order',
    title: 'The Change order',
    description: 'Does Change order.',
    inputSchema: {
      type: 'object',
      required: ['number'],
      properties: { number, state, tags },
      additionalProperties: false,
    },
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: false },
  });
});

test('names are valid and told apart; what is not invoked is no tool', () => {
  const long = `Orders of the last quarter, ${'and more '.repeat(9)}`;
  const tools = toolsOfPaths({
    '/a': { get: skill('orders.list'), post: skill('orders_list') },
    '/b': { get: skill(long), put: skill('scp-wrong'), delete: skill('hidden', { 'x-ms-visibility': 'internal' }) },
  });
  expect(tools.map(({ name }) => name)).toEqual(['orders_list', 'orders_list_2', expect.stringMatching(/^[\w-]{64}$/)]);
});
