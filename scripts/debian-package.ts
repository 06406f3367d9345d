/** Programs of Debian that tests run beside ours. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const { PATH = '' } = process.env;
const folders = [...PATH.split(delimiter), '/usr/sbin'];

/** The path of the first of these programs that is installed. */
export function installedProgram(...names: readonly string[]): string | undefined {
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Installs a package by the system's package manager, as far as one may; whether it worked shows in what is there then. */
export function installPackage(name: string, why: string): void {
  console.error(`Installing ${why} (apt-get install ${name}) …`);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: string[]) => {
    const [file = '', ...args] = [...sudo, ...command];
    return spawnSync(file, args, { stdio: ['ignore', 'ignore', 2] }).status === 0;
  };
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', name];
  if (!run(...install) && run('apt-get', 'update', '-qq')) run(...install);
}

/** The path of a program, of its Debian package where it is not installed. Throws where that cannot be done. */
export function ensureProgram(program: string, debianPackage: string): string {
  const found = installedProgram(program);
  if (found) return found;
  installPackage(debianPackage, `${program} for the tests`);
  const installed = installedProgram(program);
  if (installed) return installed;
  throw new Error(`There is no ${program}: install it, and run the tests again.`);
}
