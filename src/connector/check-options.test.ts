import { expect, test } from 'vitest';
import { chatSkill } from './define-connector.ts';
import { exampleConnector } from './example-connector.ts';

const skill = (changes: object) =>
  chatSkill({
    id: 'chat',
    title: 'Chat',
    description: 'A chat.',
    method: 'GET',
    inputs: [],
    answer: () => [],
    ...changes,
  });
const input = (changes: object) => ({
  name: 'place',
  type: 'string',
  required: true,
  description: 'A place.',
  ...changes,
});
const none = { recordSummary: undefined, emailSummary: undefined, paths: {} };

test.each([
  ['no title', { title: '' }, /title is missing/],
  ['no language', { languages: [] }, /languages is empty/],
  ['no colour', { icon: { png: new Uint8Array(), brandColor: 'red' } }, /brandColor/],
  ['more time than there is', { budget: 60_000 }, /budget/],
  ['a path of nothing', { paths: { recordSumary: '/x' } }, /paths\.recordSumary belongs to no action/],
  ['a path with a parameter', { paths: { recordSummary: '/a/:id' } }, /neither parameters nor a query/],
  ['a path with a query', { paths: { recordSummary: '/a?b=1' } }, /neither parameters nor a query/],
  ['a path of the service', { paths: { recordSummary: '/' } }, /service's own/],
  [
    'one path twice',
    { chatSkills: [skill({}), skill({ id: 'other' })], paths: { chat: '/a', other: '/a' } },
    /chat and other have the same path GET \/a/,
  ],
  ['a skill id that is none', { chatSkills: [skill({ id: 'Hello World!' })] }, /kebab-case/],
  [
    'an input connectorId',
    { chatSkills: [skill({ inputs: [input({ name: 'connectorId' })] })] },
    /reserved name \(G6\)/,
  ],
  [
    'an object as input of chat',
    { chatSkills: [skill({ inputs: [input({ type: 'object' })] })] },
    /strings and numbers only/,
  ],
  ['both email summaries', { emailSummaryV1: () => [] }, /carries one of them/],
  ['a handler that is none', { recordDetails: 'x' }, /recordDetails is no function/],
  ['nothing at all', none, /It answers nothing/],
])('%s is refused in words', (_case, options, words) => {
  expect(() => exampleConnector(options as never)).toThrow(words);
});

test('a skill with the description of an extension point is refused', () => {
  const description =
    'This action gets records related to a CRM record. The action enhances the existing skills of Copilot for Sales.';
  expect(() => exampleConnector({ chatSkills: [skill({ description })] })).toThrow(/description of an extension point/);
});
