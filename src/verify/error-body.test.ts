import { expect, test } from 'vitest';
import { Exchange } from './asking/exchange.ts';
import { answerWords, codeProblem, errorBodyProblem, errorCodeOf } from './error-body.ts';

function answered(status: number, body: unknown): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const outgoing = { method: 'GET', url: 'http://127.0.0.1/', headers: {}, body: undefined };
  const answer = { status, headers: {}, body: text, durationMs: 1, firstByteMs: 1, failure: null, problem: null };
  return new Exchange(outgoing, answer, []);
}
const whole = {
  errorCode: 'RECORD_NOT_FOUND',
  errorMessage: 'Unknown.',
  activityId: 'id-1',
  details: { resourceId: 'x' },
};

test.each([
  ['all of it', whole],
  ['the code alone', { errorCode: 'SOMETHING_ELSE' }],
  ['null for what is optional', { ...whole, errorMessage: null, activityId: null, details: null }],
  ['more than is documented', { ...whole, traceId: 5 }],
])('the documented body with %s is in order', (_what, body) => {
  expect(errorBodyProblem(answered(404, body))).toBeUndefined();
});

test.each([
  ['', 'no body'],
  ['<html><h1>Not Found</h1></html>', 'an HTML page'],
  ['Not Found', 'no JSON'],
  ['null', 'no object'],
  [[whole], 'no object'],
  [{ message: 'Not Found' }, 'no errorCode'],
  [{ ...whole, errorCode: 404 }, 'an errorCode that is no text'],
  [{ ...whole, errorCode: '' }, 'an errorCode that is no text'],
  [{ ...whole, errorMessage: ['Unknown.'] }, 'errorMessage that is no text'],
  [{ ...whole, activityId: 7 }, 'activityId that is no text'],
  [{ ...whole, details: 'x' }, 'details that are no object'],
])('%j has %s', (body, words) => {
  expect(errorBodyProblem(answered(404, body))).toContain(words);
  expect(errorCodeOf(answered(404, body))).toBeUndefined();
});

test('a documented code goes with its status; of others nothing is documented', () => {
  expect(codeProblem(answered(404, whole))).toBeUndefined();
  expect(codeProblem(answered(400, whole))).toBe('RECORD_NOT_FOUND came with status 400, not 404');
  expect(codeProblem(answered(422, { errorCode: 'MISSING_PARAMETER' }))).toBeUndefined();
  expect(answerWords(answered(404, whole))).toBe('status 404 RECORD_NOT_FOUND');
  expect(answerWords(answered(404, '<html>'))).toBe('status 404');
});
