/** The example of the guide is code that compiles: it is held against the types as they are. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('the example of “A connector of your own” passes the type checker', { timeout: 60_000 }, () => {
  const guide = readFileSync(join(root, 'docs/guide/a-connector-of-your-own.md'), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  const file = join(root, 'test', `guide-example-${process.pid}.ts`);
  writeFileSync(file, example);
  try {
    const options = [
      '--noEmit',
      '--strict',
      '--noUnusedLocals',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--skipLibCheck',
    ];
    const types = ['--allowImportingTsExtensions', '--erasableSyntaxOnly', '--verbatimModuleSyntax', '--types', 'node'];
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [compiler, '--ignoreConfig', ...options, ...types, file], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  } finally {
    rmSync(file);
  }
});
