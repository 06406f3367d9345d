import { expect, test } from 'vitest';
import { logWords } from './log-line.ts';

const call = { method: 'GET', route: '/quotes' };

test.each([
  ['an answer', { level: 30, ...call, status: 200, milliseconds: 48.4, msg: 'answered' }, 'GET /quotes 200 in 48.4 ms'],
  [
    'a warning',
    { level: 40, ...call, msg: 'A late answer was discarded.' },
    'GET /quotes: A late answer was discarded.',
  ],
  [
    'an error',
    { level: 50, msg: 'It failed.', err: { stack: 'Error: x\n    at y' } },
    'It failed.\nError: x\n    at y',
  ],
  ['other JSON', { hello: 1 }, '{"hello":1}'],
])('%s is told in words', (_what, line, words) => {
  expect(logWords(JSON.stringify(line))).toBe(words);
});

test('what is no JSON stays as it is', () => {
  expect(['http://127.0.0.1:8080', '{ hello'].map(logWords)).toEqual(['http://127.0.0.1:8080', '{ hello']);
});
