import { spawnSync } from 'node:child_process';

/** Tries to install a package of Debian, which brings `what` for the tests; whether it did is for the caller to see. */
export function installWithApt(what: string, packageName: string): void {
  console.error(`Installing ${what} for the tests (apt-get install ${packageName}) …`);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: string[]) => {
    const [file = '', ...args] = [...sudo, ...command];
    return spawnSync(file, args, { stdio: ['ignore', 'ignore', 2] }).status === 0;
  };
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', packageName];
  if (!run(...install) && run('apt-get', 'update', '-qq')) run(...install);
}
