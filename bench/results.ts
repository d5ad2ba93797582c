import type { BenchRecord } from './bench-record.ts';
import type { Machine } from './machine.ts';

/** The content of bench/results/DATE.json. */
export interface BenchResults {
  /** YYYY-MM-DD in UTC. */
  readonly date: string;
  readonly machine: Machine;
  readonly records: readonly BenchRecord[];
  readonly failures: readonly { readonly name: string; readonly problem: string }[];
}
