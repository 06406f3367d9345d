import { expect, test } from 'vitest';
import { shellWord } from './shell-word.ts';

test.each([
  ['../my-quotes', '../my-quotes', '../my-quotes'],
  ["it's", "'it'\\''s'", '"it\'s"'],
  ['my app', "'my app'", '"my app"'],
  ['C:\\my-quotes', "'C:\\my-quotes'", 'C:\\my-quotes'],
  ['$HOME', "'$HOME'", '"$HOME"'],
])('%s is written so that a shell takes it as it is', (word, posix, windows) => {
  expect(shellWord(word, false)).toBe(posix);
  expect(shellWord(word, true)).toBe(windows);
});
