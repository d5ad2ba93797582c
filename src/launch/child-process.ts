import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { inheritedEnvironment } from '../config.ts';

/**
 * Settings of glibc's allocator for processes that move large buffers: huge pages, and freed memory is kept. Without
 * them every message pays for fresh pages (measured: 47 against 27 ms for a 25 MB all-reduce). No effect elsewhere.
 */
const MALLOC_TUNABLES =
  'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=1073741824:' +
  'glibc.malloc.trim_threshold=17179869184:glibc.malloc.top_pad=67108864';

/** How long a process that was asked to end may take before it is killed. */
const GRACE_MS = 5_000;

export interface ChildOptions {
  /** The module to run. */
  readonly module: URL;
  readonly environment: Readonly<Record<string, string>>;
  /** Receives what the process writes to stdout and stderr. */
  readonly logFile: string;
  readonly tunesMalloc: boolean;
  /** What the process says to its parent. */
  readonly onMessage?: (message: unknown) => void;
}

/** A process of ours; it ends itself when this process dies, however it dies. */
export interface Child {
  readonly pid: number;
  /** Resolves when the process is gone. */
  readonly exited: Promise<ChildExit>;
  signal(name: NodeJS.Signals): void;
  /** Ends the process, by force after a grace period. */
  end(): Promise<void>;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Starts a module in a process of its own, with a channel whose end tells the process that its parent is gone. */
export function startChild({ module, environment, logFile, tunesMalloc, onMessage }: ChildOptions): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const tunables = tunesMalloc ? { GLIBC_TUNABLES: MALLOC_TUNABLES } : {};
  const child = fork(module, [], {
    env: { ...inheritedEnvironment(), ...tunables, ...environment },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', log, log, 'ipc'],
    serialization: 'json',
  });
  closeSync(log);
  if (onMessage) child.on('message', onMessage);
  const exited = new Promise<ChildExit>((resolve) => {
    // Told when a signal or message cannot be sent, too; only a process that never was has ended by it.
    child.on('error', () => {
      if (child.pid === undefined) resolve({ code: 1, signal: null });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return {
    pid: child.pid ?? -1,
    exited,
    signal: (name) => {
      child.kill(name);
    },
    end: () => endChild(child, exited),
  };
}

async function endChild(child: ChildProcess, exited: Promise<ChildExit>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  // A stopped process (SIGSTOP) acts on nothing but SIGKILL.
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await exited;
  clearTimeout(timer);
}
