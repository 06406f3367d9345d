import { expect, test } from 'vitest';
import { brokenConfiguration } from './broken-files.ts';

const file = '/nowhere/saleskit.config.json';

test.each([
  [`${file}:1:3: pakages is unknown.`, { line: 1, column: 3, message: 'pakages is unknown.' }],
  [`${file} cannot be read.`, { line: undefined, message: `${file} cannot be read.` }],
])('the failure of "%s" has its place', (message, failure) => {
  expect(brokenConfiguration(file, new Error(message))).toMatchObject({
    kind: 'package',
    about: file,
    file,
    ...failure,
  });
});
