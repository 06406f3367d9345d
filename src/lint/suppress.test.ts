import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { LintFinding } from './lint.ts';
import { suppressor } from './suppress.ts';

const finding = (rule: string, pointer = '', file = 'one/apiDefinition.swagger.json'): LintFinding => ({
  rule,
  severity: 'warning',
  message: 'x',
  file,
  pointer,
  line: 1,
  column: 1,
  fixable: false,
});
const linted = (...findings: LintFinding[]) => ({ path: 'one', title: 'One', actions: [], findings });
const reason = 'We know.';

test.each<[string, object, number]>([
  ['by its rule', {}, 1],
  ['whatever its case', { rule: 'ICON-Size' }, 1],
  ['in its package', { path: 'one' }, 1],
  ['in its file', { path: './one/apiDefinition.swagger.json' }, 1],
  ['by a pattern', { path: '*/apiDefinition.*' }, 1],
  ['in its package, by an absolute path', { path: resolve('one') }, 1],
  ['by an absolute pattern', { path: resolve('*', 'apiDefinition.*') }, 1],
  ['not in another package, by an absolute path', { path: resolve('on') }, 0],
  ['at its pointer', { pointer: '/a' }, 1],
  ['below a pointer', { pointer: '/a/b' }, 0],
  ['not in another package', { path: 'on' }, 0],
  ['not of another rule', { rule: 'icon-square' }, 0],
  ['not beside the pointer', { pointer: '/aa' }, 0],
])('a finding is suppressed %s', (_how, change, count) => {
  const own = suppressor([{ rule: 'icon-size', reason, ...change }], '.');
  expect(own.without(linted(finding('icon-size', '/a'))).findings).toHaveLength(1 - count);
});

test('a suppression that was not needed is told where its rule ran and its path was linted', () => {
  const suppressions = [
    { rule: 'icon-size', reason },
    { rule: 'icon-square', reason },
    { rule: 'readme-missing', reason },
    { rule: 'icon-square', path: 'two', reason },
  ];
  const own = suppressor(suppressions, resolve('.'));
  own.without(linted(finding('icon-size')));
  expect(own.unused(new Set(['icon-size', 'icon-square'])).map(({ index }) => index)).toEqual([1]);
});
