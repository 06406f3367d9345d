// Runs a file of this project with the project's own Node, whatever Node the machine has (plain old JavaScript, therefore):
// installs what package-lock.json asks for where that has not been done yet, then hands over. npm runs scripts in the
// project's folder, whatever folder one stands in: commands that take paths get that folder back.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderToRunIn } from './folder-to-run-in.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const projectNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const stamp = join(root, 'node_modules', '.installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

function isInstalled() {
  return existsSync(projectNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

if (!isInstalled()) {
  process.stderr.write('Installing what is missing (npm ci) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: windows,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0) {
    process.stderr.write(
      'npm ci failed: see its words above. It needs the npm registry (or a mirror named in .npmrc).\n',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const [file = '', ...args] = process.argv.slice(2);
const child = spawn(projectNode, [resolve(file), ...args], { stdio: 'inherit', cwd: folderToRunIn(file, root) });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm hands signals to its shell only: when that is gone, nobody else ends what it started.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('error', (error) => {
  process.stderr.write(`${projectNode} does not start: ${error.message}. Remove node_modules and try again.\n`);
  process.exit(70);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : code));
