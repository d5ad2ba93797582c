import { createRandom, randomBelow } from '../../core/plan/random.ts';

/** What can be done to a run: kill a worker, stop one for a while, cut its links for a while, kill the coordinator. */
export const FAULT_KINDS = ['kill', 'stop', 'partition', 'coordinator'] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface PlannedFault {
  readonly kind: FaultKind;
  /** Milliseconds after the first step. */
  readonly atMs: number;
  /** Chooses among the workers that may be hit, modulo their number. */
  readonly draw: number;
  /** How long a fault that passes lasts. */
  readonly lastsMs: number;
}

export interface FaultPlanOptions {
  readonly seed: number;
  readonly kinds: readonly FaultKind[];
  /** Mean time from one fault to the next. */
  readonly everyMs: number;
  /** No fault begins later than this after the first step. */
  readonly forMs: number;
}

/** A stopped worker is silent for longer than its lease of 3 s. A partition may heal before the lease ends. */
const DURATIONS_MS: Readonly<Record<FaultKind, readonly [min: number, max: number]>> = {
  kill: [0, 0],
  stop: [4_000, 6_000],
  partition: [1_000, 6_000],
  coordinator: [0, 0],
};

const DRAWS = 2 ** 30;

/** The faults of a run, in time: the same for the same options. Each comes within its own period of `everyMs`. */
export function planFaults({ seed, kinds, everyMs, forMs }: FaultPlanOptions): PlannedFault[] {
  const random = createRandom(seed);
  return Array.from({ length: Math.floor(forMs / everyMs) }, (_, period) => {
    const kind = kinds[randomBelow(random, kinds.length)]!;
    const jitterMs = randomBelow(random, everyMs);
    const draw = randomBelow(random, DRAWS);
    const [min, max] = DURATIONS_MS[kind];
    return {
      kind,
      atMs: period * everyMs + jitterMs,
      draw,
      lastsMs: min + randomBelow(random, max - min + 1),
    };
  });
}
