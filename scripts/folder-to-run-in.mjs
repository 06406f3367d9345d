import { existsSync } from 'node:fs';

const takingPaths = ['src/cli/main.ts', 'contoso-hub/main.ts'];

/**
 * The folder that one stands in, where npm has gone to the project's to run a command that takes paths; else that of this
 * process.
 */
export function folderToRunIn(file, root, { cwd = process.cwd(), standing = process.env.INIT_CWD } = {}) {
  return takingPaths.includes(file) && cwd === root && standing && existsSync(standing) ? standing : cwd;
}
