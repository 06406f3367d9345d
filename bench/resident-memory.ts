import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ResidentMemory {
  /** With the pages of mapped files, which the system takes back when it needs them. */
  readonly all?: number;
  /** Without them. Linux only. */
  readonly own?: number;
}

/** The resident memory of a process in megabytes (1,000,000 bytes): from /proc, else from ps. */
export function residentMegabytes(pid: number): ResidentMemory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return {
      ...megabytes('all', /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]),
      ...megabytes('own', /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1]),
    };
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return megabytes('all', stdout?.trim());
  }
}

function megabytes(name: keyof ResidentMemory, kibibytes: string | undefined): ResidentMemory {
  return kibibytes ? { [name]: (Number(kibibytes) * 1024) / 1e6 } : {};
}
