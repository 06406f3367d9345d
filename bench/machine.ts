import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

export interface Machine {
  readonly processor: string;
  readonly cores: string;
  readonly memory: string;
  readonly node: string;
  readonly placement: string;
}

/** The core of the servers under test. The load, and all else, is on the other. */
const serverCore = '0';
const loadCore = '1';

/** Whether processes can be put on cores of their own here (taskset, two cores). */
export function canPlace(): boolean {
  return [serverCore, loadCore].every((core) => spawnSync('taskset', ['-c', core, 'true']).status === 0);
}

/** Puts this process, with all its threads, on the core of the load. */
export function moveToLoadCore(): void {
  spawnSync('taskset', ['-a', '-c', '-p', loadCore, String(process.pid)]);
}

/** The command that runs another one on the core of the servers. */
export function onServerCore(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return ['taskset', '-c', serverCore, ...command];
}

/** What runs a command on the cores beside those two; nothing where there are no more. */
export function onOtherCores(): readonly string[] {
  const others = `2-${cpus().length - 1}`;
  return cpus().length > 2 && canPlace() ? ['taskset', '-c', others] : [];
}

/** What the figures were measured on. */
export function describeMachine(placed: boolean): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown processor',
    cores: `${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: `Node ${process.versions.node}`,
    placement: placed ? 'server and load on a core each' : 'server and load share the cores',
  };
}
