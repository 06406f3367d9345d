import { spawnSync } from 'node:child_process';

/** Whether npm reaches a registry that has this package. */
export function hasRegistry(name: string): boolean {
  return spawnSync('npm', ['view', name, 'version'], { stdio: 'ignore' }).status === 0;
}
