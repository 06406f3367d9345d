import { expect, test } from 'vitest';
import { discover } from '../discovery/discovery.ts';
import { packageOfTexts } from '../package/connector-package.ts';
import { answerSchema, breaches, type Matter } from './answer-schema.ts';
import type { Subject } from './subject.ts';

/** A subject whose operation answers this schema. */
function answering(schema: unknown, definitions: unknown = {}): Subject {
  const definition = {
    swagger: '2.0',
    info: { title: 'Hub', version: '1' },
    paths: { '/a': { get: { operationId: 'A', description: 'It reads.', responses: { 201: { schema }, 404: {} } } } },
    definitions,
  };
  const discovery = discover(packageOfTexts('x.json', { definition: JSON.stringify(definition) }));
  return { discovery, action: discovery.actions[0] } as Subject;
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const text = { type: 'string' };

test.each<[name: string, schema: unknown, body: unknown, matter: Matter, breaks: readonly RegExp[]]>([
  ['a type', object({ a: text }), { a: 1 }, 'type', [/^\/a must be string/]],
  ['null for what is optional is none', object({ a: text }), { a: null }, 'type', []],
  ['null for what is required', object({ a: text }, { required: ['a'] }), { a: null }, 'required', [/lacks a/]],
  ['a length', object({ a: { ...text, maxLength: 2 } }), { a: 'abc' }, 'limit', [/^\/a/]],
  ['a time', object({ a: { ...text, format: 'date-time' } }), { a: '1 May' }, 'time', [/date-time/]],
  ['an address', object({ a: { ...text, format: 'uri' } }), { a: 'x y' }, 'link', [/uri/]],
  ['a bound that is excluded', { type: 'number', minimum: 1, exclusiveMinimum: true }, 1, 'type', [/must be > 1/]],
  ['a word of a list', object({ a: { ...text, enum: ['b'] } }), { a: 'c' }, 'type', [/none of b/]],
  ['what is not declared', object({}, { additionalProperties: false }), { a: 1 }, 'type', [/has a, which/]],
  ['an integer of 32 bits', { type: 'integer', format: 'int32' }, 2 ** 40, 'type', [/int32/]],
  ['a pattern that no machine reads', object({ a: { ...text, pattern: '(' } }), { a: '' }, 'type', []],
  ['a format of somebody', object({ a: { ...text, format: 'html' } }), { a: '' }, 'type', []],
  ['a schema that is none', 5, { a: 1 }, 'type', []],
])('%s', (_name, schema, body, matter, breaks) => {
  const told = breaches(answering(schema), body, matter);
  expect(told).toEqual(breaks.map((words) => expect.stringMatching(words)));
});

test('references are followed, also where they lead back, and where they lead nowhere nothing is demanded', () => {
  const tree = { Tree: object({ name: text, trees: { type: 'array', items: { $ref: '#/definitions/Tree' } } }) };
  const subject = answering({ $ref: '#/definitions/Tree' }, tree);
  expect(breaches(subject, { trees: [{ trees: [{ name: 1 }] }] }, 'type')).toEqual([
    expect.stringMatching(/^\/trees\/0\/trees\/0\/name must be string/),
  ]);
  expect(breaches(answering({ $ref: '#/definitions/Gone' }), { a: 1 }, 'type')).toEqual([]);
  expect(breaches(answering({ $ref: 'other.json#/A' }), { a: 1 }, 'type')).toEqual([]);
});

test('an operation without a response has no schema', () => {
  expect(answerSchema({}, '/paths/~1a/get/responses')).toBeUndefined();
  expect(answerSchema({ responses: { 404: { schema: text } } }, '/responses')).toBeUndefined();
});
