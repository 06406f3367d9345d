/** The documentation site. Its tools are a package of their own, installed when it is first built. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { installPackages, NotInstalled } from './install-packages.ts';

const root = join(import.meta.dirname, '..');

/** The site as it was built. */
export const builtSite = join(root, 'dist/site');

/** Runs a command of VitePress (dev, build, preview); gives its exit code. Throws NotInstalled without a registry. */
export async function vitepress(command: string, args: readonly string[] = []): Promise<number> {
  const modules = await installPackages(join(root, 'site'), 'VitePress');
  const file = join(modules, 'vitepress/bin/vitepress.js');
  const child = spawn(process.execPath, [file, command, 'site', ...args], { cwd: root, stdio: 'inherit' });
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  const [code] = await once(child, 'close');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  return code ?? 1;
}

if (process.argv[1] === import.meta.filename) {
  const [command = 'dev', ...args] = process.argv.slice(2);
  try {
    process.exitCode = await vitepress(command, args);
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
