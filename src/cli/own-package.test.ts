import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { expectNode, installedTarball } from './own-package.ts';

test.each([
  ['a tarball', 'file:../dist/saleskit-0.1.0.tgz', '../dist/saleskit-0.1.0.tgz'],
  ['a registry', 'https://registry.npmjs.org/saleskit/-/saleskit-0.1.0.tgz', undefined],
])('what was installed from %s is known as such', (_what, resolved, tarball) => {
  const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules'));
  const list = { packages: { 'node_modules/saleskit': { resolved } } };
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(list));
  expect(installedTarball(join(folder, 'node_modules/saleskit'))).toBe(tarball && join(folder, tarball));
  expect(installedTarball(join(folder, 'none/saleskit'))).toBeUndefined();
});

test.each(['20.20.2', '22.18.9', '0.12.0'])('Node %s is refused in words', (node) => {
  expect(() => expectNode(node, '>=22.19')).toThrow(`saleskit needs Node.js 22.19 or newer; this is ${node}.`);
});

test.each(['22.19.0', '22.20.1', '24.0.0'])('Node %s will do', (node) => {
  expect(() => expectNode(node, '>=22.19')).not.toThrow();
});
