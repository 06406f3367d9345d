/** npm, and what it installs, with one Node: that of the tests, or the one that SALESKIT_NODE names. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

export const node = process.env.SALESKIT_NODE ?? process.execPath;
export const env = {
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
  NODE_OPTIONS: '',
  npm_config_loglevel: 'error',
};

/** Runs a program in a folder to its end. */
export function runIn(cwd: string, file: string, args: readonly string[]): SpawnSyncReturns<string> {
  const shell = process.platform === 'win32';
  return spawnSync(file, args, { cwd, env, shell, encoding: 'utf8', maxBuffer: 100_000_000 });
}

/** Installs packages into a folder that has a package.json. Throws what npm says against it. */
export function npmInstall(folder: string, ...packages: readonly string[]): void {
  const options = ['--prefer-offline', '--no-audit', '--no-fund'];
  const { status, stderr } = runIn(folder, 'npm', ['install', ...packages, ...options]);
  if (status !== 0) throw new Error(`npm install failed. ${stderr}`);
}
