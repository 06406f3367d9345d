import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderToRunIn } from '../scripts/folder-to-run-in.mjs';

const root = join(import.meta.dirname, '..');
const standing = join(root, 'contoso-hub');
const command = 'src/cli/main.ts';

test.each([
  ['a command that takes paths runs where one stands', command, { cwd: root, standing }, standing],
  ['what works on the project runs in its folder', 'scripts/test.ts', { cwd: root, standing }, root],
  ['who runs it without npm stands where it runs', command, { cwd: standing, standing: root }, standing],
  ['a folder that is gone is none', command, { cwd: root, standing: join(root, 'gone') }, root],
])('%s', (_what, file, folders, expected) => {
  expect(folderToRunIn(file, root, folders)).toBe(expected);
});
