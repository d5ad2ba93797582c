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
  /** How long it takes `process` now to make something durable. */
  delay(process: SimulatedProcess): Promise<void>;
}

export function createMemoryDisk(chance: Chance): MemoryDisk {
  const files = new Map<string, Uint8Array>();
  let slowUntilMs = 0;
  const delay = (process: SimulatedProcess): Promise<void> =>
    process.delay(process.nowMs() < slowUntilMs ? chance.between(20, 400) : chance.between(0.2, 4));
  return {
    read: (file) => {
      const bytes = files.get(file);
      if (!bytes) throw new Error(`${file} does not exist`);
      return bytes;
    },
    write: async (process, file, { position, bytes }) => {
      await delay(process);
      const before = files.get(file) ?? new Uint8Array(0);
      const after = new Uint8Array(Math.max(before.length, position + bytes.length));
      after.set(before);
      after.set(bytes, position);
      files.set(file, after);
    },
    slowDown: (untilMs) => {
      slowUntilMs = Math.max(slowUntilMs, untilMs);
    },
    delay,
  };
}
