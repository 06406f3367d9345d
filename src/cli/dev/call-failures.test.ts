import { expect, test } from 'vitest';
import { callFailures } from './call-failures.ts';

const line = (fields: object) => JSON.stringify({ level: 30, requestId: 'r1', ...fields });
const answered = (operationId: string, status: number) => line({ operationId, status, msg: 'answered' });
const thrown = (operationId: string, at: string, errorCode = 'INTERNAL_SERVER_ERROR') =>
  line({ operationId, errorCode, err: { stack: `RangeError: too far\n    at handler (${at}:3:7)` } });

test('an error that a handler throws is told with its place, until the action answers again', () => {
  const { read, list } = callFailures();
  expect(read(thrown('a', 'file:///quotes/src/a.ts'))).toBe(true);
  expect(read(answered('a', 500))).toBe(false);
  expect(read(answered('b', 200))).toBe(false);
  expect(list()).toEqual([
    {
      kind: 'call',
      about: 'a',
      message: 'RangeError: too far',
      file: '/quotes/src/a.ts',
      line: 3,
      column: 7,
      excerpt: [],
    },
  ]);
  expect(read(answered('a', 404))).toBe(true);
  expect(list()).toEqual([]);
});

test('a back end that does not answer is told where the program says so', () => {
  const { read, list } = callFailures();
  expect(read(thrown('a', '/quotes/src/own-api.ts', 'SERVICE_UNAVAILABLE'))).toBe(true);
  expect(list()).toMatchObject([{ about: 'a', file: '/quotes/src/own-api.ts', line: 3 }]);
});

test('a place in a dependency is not told', () => {
  const { read, list } = callFailures();
  read(thrown('a', '/quotes/node_modules/saleskit/connector.mjs'));
  expect(list()).toEqual([{ kind: 'call', about: 'a', message: 'RangeError: too far', excerpt: [] }]);
});

test.each([
  'ready',
  '{ no JSON',
  '{}',
  thrown('a', '/quotes/node_modules/saleskit/connector.mjs', 'SERVICE_UNAVAILABLE'),
  thrown('a', '/quotes/src/a.ts', 'DEADLINE_EXCEEDED'),
  line({ operationId: 'a', errorCode: 'INTERNAL_SERVER_ERROR' }),
  line({ operationId: 7, errorCode: 'INTERNAL_SERVER_ERROR', err: { stack: 'Error: x' } }),
])('%s is no failure', (text) => {
  const { read, list } = callFailures();
  expect([read(text), list()]).toEqual([false, []]);
});
