/** Everything that must hold: format and lint, types, then the tests. Further arguments go to Vitest. */
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.ts';
import { installedProgram, installPackage } from './debian-package.ts';
import { ensurePostgres } from './postgresql.ts';

const steps: [name: string, file: string, args: string[]][] = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']],
  ['types', 'node_modules/typescript/bin/tsc', ['--noEmit']],
  ['types of the pane', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'src/pane']],
  ['tests', 'node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)]],
];

ensureBrowser();
ensurePostgres();
// Where these cannot be installed, the test that wants them says so.
if (!installedProgram('nginx')) installPackage('nginx-light', 'nginx for the tests');
if (!installedProgram('redis-server')) installPackage('redis-server', 'Redis for the tests');
for (const [name, file, args] of steps) {
  console.error(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
}
