import type { Chance } from './seeded.ts';

export const FAULT_KINDS = [
  'kill_worker',
  'hang_worker',
  'drain_worker',
  'corrupt_sum',
  'part_from_coordinator',
  'part_from_peer',
  'kill_coordinator',
  'hang_coordinator',
  'stop_job',
  'slow_disk',
  'full_disk',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Something that goes wrong after so many events of the schedule, so that every instant has its turn. */
export interface Fault {
  readonly atEvent: number;
  readonly kind: FaultKind;
}

/** Those that cost most come twice as often. */
const KINDS: readonly FaultKind[] = [...FAULT_KINDS, 'kill_worker', 'kill_coordinator'];

const MAX_FAULTS = 16;
/** After about so many events an undisturbed job is over. */
const LAST_EVENT = 700;

/** Up to `MAX_FAULTS` faults; in some schedules they come close together. */
export function planFaults(chance: Chance): Fault[] {
  const last = chance.pick([100, LAST_EVENT, LAST_EVENT, 2 * LAST_EVENT]);
  const faults = Array.from({ length: chance.below(MAX_FAULTS + 1) }, () => ({
    atEvent: chance.below(last),
    kind: chance.pick(KINDS),
  }));
  return faults.sort((a, b) => a.atEvent - b.atEvent);
}
