import { expect, test } from 'vitest';
import { commandWords } from './command-words.ts';

test.each([
  ['node src/main.ts', ['node', 'src/main.ts']],
  ['  node  --env-file=".env local"  src/main.ts ', ['node', '--env-file=.env local', 'src/main.ts']],
  [`node 'a "b"' "c \\"d\\"" ''`, ['node', 'a "b"', 'c "d"', '']],
  ['C:\\node\\node.exe a', ['C:\\node\\node.exe', 'a']],
  ['node $HOME *', ['node', '$HOME', '*']],
])('%s', (line, words) => {
  expect(commandWords(line)).toEqual(words);
});

test.each([
  ['', /a command line such as/],
  ['node "src', /a quote of .* stays open/],
  ['tsc && node a.js', /no shell reads this, so && means nothing/],
])('%s is refused', (line, message) => {
  expect(() => commandWords(line)).toThrow(message);
});
