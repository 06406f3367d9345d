import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installPackages, NotInstalled } from './install-packages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A package of this version, with a dependency or none. */
function ask(version: string, dependency?: string): void {
  const own = { name: 'asks', version, dependencies: dependency ? { [dependency]: '1.0.0' } : {} };
  const found = dependency ? { [`node_modules/${dependency}`]: { version: '1.0.0' } } : {};
  const lock = { name: 'asks', version, lockfileVersion: 3, requires: true, packages: { '': own, ...found } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
}
const names = () => readdirSync(folder).sort();
const whole = ['node_modules', 'package-lock.json', 'package.json'];

test('installs once, and again where the lock asks for something else', async () => {
  ask('1.0.0');
  const modules = await installPackages(folder, 'Nothing');
  expect([modules, names()]).toEqual([join(folder, 'node_modules'), whole]);
  const mark = join(modules, 'mark');
  writeFileSync(mark, '');
  await installPackages(folder, 'Nothing');
  expect(existsSync(mark)).toBe(true);
  ask('2.0.0');
  await installPackages(folder, 'Nothing');
  expect([existsSync(mark), names()]).toEqual([false, whole]);
});

test('two at once both end with the whole', async () => {
  ask('1.0.0');
  const modules = join(folder, 'node_modules');
  expect(await Promise.all([installPackages(folder, 'Nothing'), installPackages(folder, 'Nothing')])).toEqual([
    modules,
    modules,
  ]);
  expect(names()).toEqual(whole);
});

test('without a registry it says what is missing, and leaves nothing behind', async () => {
  ask('1.0.0', 'saleskit-is-not-there');
  writeFileSync(join(folder, '.npmrc'), 'registry=http://127.0.0.1:1/\nfetch-retries=0\n');
  const refused = await installPackages(folder, 'Prism').catch((error: Error) => error);
  expect(refused).toBeInstanceOf(NotInstalled);
  expect((refused as Error).message).toMatch(/^Prism could not be installed\. npm ci needs .*\n.*ECONNREFUSED/s);
  expect(names()).toEqual(['.npmrc', ...whole.slice(1)]);
});
