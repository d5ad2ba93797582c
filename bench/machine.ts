import { spawnSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Where figures were measured. */
export interface Machine {
  readonly cpu: string;
  readonly numCores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  /** Mean number of processes that wanted a core in the minute before; figures from a busy machine are worth little. */
  readonly load: number;
  readonly node: string;
  /** null where there is no PyTorch. */
  readonly torch: string | null;
}

export function describeMachine(python: string | null): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    numCores: cores.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0]!,
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    torch: python === null ? null : torchVersion(python),
  };
}

/** A Python with PyTorch: the one that was asked for, or `python3` where that has it; null for none. */
export function findPeer(asked: string | undefined): string | null {
  const python = asked ?? 'python3';
  return torchVersion(python) === null ? null : python;
}

function torchVersion(python: string): string | null {
  const { status, stdout } = spawnSync(python, ['-c', 'import torch; print(torch.__version__)'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : null;
}
