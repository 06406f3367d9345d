/** The documentation site. Its tools are a package of their own, installed when it is first built. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPackages } from './install-packages.ts';

const root = join(import.meta.dirname, '..');

/** The site as it was built. */
export const builtSite = join(root, 'dist/site');

/** Runs a command of VitePress; gives its exit code. Throws NotInstalled without a registry. */
export async function vitepress(command: string, args: readonly string[] = []): Promise<number> {
  const modules = await installPackages(join(root, 'site'), 'VitePress');
  const file = join(modules, 'vitepress/bin/vitepress.js');
  const { status } = spawnSync(process.execPath, [file, command, 'site', ...args], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

if (process.argv[1] === import.meta.filename) {
  const [command = 'dev', ...args] = process.argv.slice(2);
  process.exitCode = await vitepress(command, args);
}
