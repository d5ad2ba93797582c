import { LockstepError } from '../../src/core/errors.ts';
import type { Chance } from './seeded.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** Files that outlive the processes which write them. */
export interface MemoryDisk {
  read(file: string): Uint8Array;
  /** Writes `bytes` at `position`; slow, and slower while `slowUntilMs` lies ahead. */
  write(
    process: SimulatedProcess,
    file: string,
    at: { readonly position: number; readonly bytes: Uint8Array },
  ): Promise<void>;
  /** Makes all that is written until then (milliseconds) slow. */
  slowDown(untilMs: number): void;
  /** Has all that is written until then (milliseconds) fail. */
  breakDown(untilMs: number): void;
  /** Resolves when something of `process` is durable; throws IO_FAILED when it cannot be made so. */
  sync(process: SimulatedProcess): Promise<void>;
  /** Resolves when something has been read. */
  delay(process: SimulatedProcess): Promise<void>;
}

export function createMemoryDisk(chance: Chance): MemoryDisk {
  const files = new Map<string, Uint8Array>();
  let slowUntilMs = 0;
  const delay = (process: SimulatedProcess): Promise<void> =>
    process.delay(process.nowMs() < slowUntilMs ? chance.between(20, 400) : chance.between(0.2, 4));
  let brokenUntilMs = 0;
  const sync = async (process: SimulatedProcess): Promise<void> => {
    await delay(process);
    if (process.nowMs() < brokenUntilMs) throw new LockstepError('IO_FAILED', 'no space left on the disk');
  };
  return {
    read: (file) => {
      const bytes = files.get(file);
      if (!bytes) throw new Error(`${file} does not exist`);
      return bytes;
    },
    write: async (process, file, { position, bytes }) => {
      await sync(process);
      const before = files.get(file) ?? new Uint8Array(0);
      const after = new Uint8Array(Math.max(before.length, position + bytes.length));
      after.set(before);
      after.set(bytes, position);
      files.set(file, after);
    },
    slowDown: (untilMs) => {
      slowUntilMs = Math.max(slowUntilMs, untilMs);
    },
    breakDown: (untilMs) => {
      brokenUntilMs = Math.max(brokenUntilMs, untilMs);
    },
    sync,
    delay,
  };
}
