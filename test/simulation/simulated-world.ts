import type { JobEvent } from '../../src/core/coordinator/job-event.ts';
import type { JobSpec } from '../../src/core/job/job-spec.ts';
import type { LedgerEntry } from '../../src/core/plan/ledger-entry.ts';
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts';
import { createMemoryNetwork, type MemoryNetwork } from './memory-network.ts';
import type { DurableDocuments } from './memory-store.ts';
import { createMonitor, type Monitor } from './monitor.ts';
import { type Chance, createChance } from './seeded.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export const JOB_ID = 'job-1';
export const COORDINATOR_ADDRESS = 'coordinator:1';
/** Shorter than usual, so that schedules are short too. */
export const LEASE_MS = 600;

/** What a run keeps on disk, whatever becomes of the processes. */
export interface MemoryRunFolder {
  ledger: LedgerEntry[];
  readonly events: JobEvent[];
  /** File of each complete checkpoint, by step. */
  readonly checkpoints: Map<number, string>;
}

/** Everything that the processes of a schedule share. */
export interface SimulatedWorld {
  readonly job: JobSpec;
  readonly bucketBytes: number;
  readonly overlapFromBytes: number;
  readonly clock: VirtualClock;
  readonly network: MemoryNetwork;
  readonly disk: MemoryDisk;
  readonly documents: DurableDocuments;
  readonly folder: MemoryRunFolder;
  readonly monitor: Monitor;
  /** What happened, one line each, with its time. */
  readonly story: string[];
  tell(line: string): void;
  /** Chances of their own for whoever asks. */
  newChance(): Chance;
}

export function createWorld(seed: number): SimulatedWorld {
  let numPurposes = 0;
  const newChance = (): Chance => createChance(seed, numPurposes++);
  const chance = newChance();
  const clock = createVirtualClock(newChance());
  const job = chooseJob(chance);
  const story: string[] = [];
  return {
    job,
    bucketBytes: chance.pick([16, 32, 4096]),
    overlapFromBytes: chance.pick([0, Number.POSITIVE_INFINITY]),
    clock,
    network: createMemoryNetwork(clock, newChance()),
    disk: createMemoryDisk(newChance()),
    documents: { documents: new Map(), revision: 0 },
    folder: { ledger: [], events: [], checkpoints: new Map() },
    monitor: createMonitor(job),
    story,
    tell: (line) => {
      story.push(`${clock.nowMs().toFixed(1)} ms: ${line}`);
    },
    newChance,
  };
}

/** A small job: a few epochs with a short last batch, validation after each, and an export. */
function chooseJob(chance: Chance): JobSpec {
  return {
    name: 'simulation',
    program: 'program.ts',
    engine: 'cpu',
    training: {
      length: { unit: 'steps', count: chance.pick([6, 7, 8]) },
      globalBatchSize: 8,
      microShards: 4,
      seed: 7,
      validationSplit: 0,
      dropRemainder: false,
    },
    workers: {
      min: 1,
      max: chance.pick([1, 2, 3, 3, 4]),
      leaseMs: LEASE_MS,
      stragglers: { policy: chance.pick(['keep', 'replace']), deviations: 6, steps: 3 },
    },
    checkpoint: { every: { unit: 'steps', count: chance.pick([0, 2, 3]) }, keep: 2 },
    evaluation: { everyEpochs: 1, batchSize: 4 },
  };
}
