/** The questions as they are asked on a terminal. */
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { questions } from '../../scaffold/scaffold.ts';
import { ask } from './ask.ts';

const [enter, down, space, interrupt, endOfInput] = ['\r', '\u001b[B', ' ', '\u0003', '\u0004'];

/** Presses keys one after the other, and gives the answers and what was shown. */
async function answering(names: readonly string[], keys: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.setEncoding('utf8').on('data', (text) => (shown += text));
  const asked = ask(
    questions.filter(({ name }) => names.includes(name)),
    'my-quotes',
    { input, output },
  );
  for (const key of keys) {
    input.write(key);
    for (let turns = 0; turns < 5; turns++) await turn();
  }
  return { answers: await asked, shown };
}

test('enter takes what is usual', async () => {
  const { answers, shown } = await answering(['name', 'points', 'data'], [enter, enter, enter]);
  expect(answers).toEqual({
    name: 'My Quotes',
    points: 'email-draft,email-summary,opportunity-insights,record-details,record-summary',
    data: 'http',
  });
  expect(shown).toContain('What is your application called?');
});

test('a bad answer is explained, and asked again', async () => {
  const { answers, shown } = await answering(['name'], ['Quotes API', enter, ...'\u007f'.repeat(4), enter]);
  expect(shown).toContain('contains "API"');
  expect(answers).toEqual({ name: 'Quotes' });
});

test('choices are made with the arrows and the space bar', async () => {
  const { answers } = await answering(['points', 'auth'], [space, enter, down, enter]);
  expect(answers?.points).toBe('email-summary,opportunity-insights,record-details,record-summary');
  expect(['entra', 'openid', 'none']).toContain(answers?.auth);
});

test.each([
  ['Ctrl-C', interrupt],
  ['Ctrl-D', endOfInput],
])('%s gives no answers', async (_name, key) => {
  expect((await answering(['name', 'data'], [enter, key])).answers).toBeUndefined();
  expect((await answering(['name', 'data'], [key])).answers).toBeUndefined();
});
