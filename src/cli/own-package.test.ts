import { expect, test } from 'vitest';
import { expectNode } from './own-package.ts';

test.each(['20.20.2', '22.18.9', '0.12.0'])('Node %s is refused in words', (node) => {
  expect(() => expectNode(node, '>=22.19')).toThrow(`saleskit needs Node.js 22.19 or newer; this is ${node}.`);
});

test.each(['22.19.0', '22.20.1', '24.0.0'])('Node %s will do', (node) => {
  expect(() => expectNode(node, '>=22.19')).not.toThrow();
});
