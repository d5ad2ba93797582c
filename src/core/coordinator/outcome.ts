import type { LedgerEntry } from '../plan/ledger-entry.ts';
import type { Measurement } from '../step/vote.ts';
import type { CheckpointInFlight, CoordinatorState, JobRecord } from './coordinator-state.ts';
import type { JobEvent } from './job-event.ts';
import type { WorkerCommand } from './worker-command.ts';

/** What one rank measured in a committed step. */
export interface RankMeasurement {
  readonly rank: number;
  readonly workerId: string;
  readonly measurement: Measurement;
}

/** What the driver does for the machine, in this order, and only after `persist` is durable. */
export type Effect =
  | { readonly kind: 'send'; readonly workerId: string; readonly command: WorkerCommand }
  | { readonly kind: 'record_event'; readonly event: JobEvent }
  | {
      readonly kind: 'record_step';
      readonly entry: LedgerEntry;
      readonly ranks: readonly RankMeasurement[];
    }
  /** Takes ledger and metrics back to `step`: steps after it are held by nobody and will be done again. */
  | { readonly kind: 'rewind_records'; readonly step: number }
  | { readonly kind: 'write_manifest'; readonly checkpoint: CheckpointInFlight }
  | { readonly kind: 'message_refused'; readonly reason: 'stale' | 'not_a_member' | 'unknown_worker' }
  | { readonly kind: 'job_over' };

/** A new state and the effects that lead to it being known. */
export interface Change {
  readonly state: CoordinatorState;
  readonly effects: readonly Effect[];
}

/** What `transition` returns: persist first, then carry out `afterPersist`. */
export interface Outcome {
  readonly state: CoordinatorState;
  readonly persist: JobRecord | null;
  readonly afterPersist: readonly Effect[];
}

/** A state reached without effects. */
export function unchanged(state: CoordinatorState, ...effects: Effect[]): Change {
  return { state, effects };
}

/** Continues from a change with another function of the state, keeping the effects in order. */
export function andThen(change: Change, next: (state: CoordinatorState) => Change): Change {
  const { state, effects } = next(change.state);
  return { state, effects: [...change.effects, ...effects] };
}

export function recordEvent(event: JobEvent): Effect {
  return { kind: 'record_event', event };
}

/** The same command to several workers. */
export function sendAll(workerIds: Iterable<string>, command: WorkerCommand): Effect[] {
  return [...workerIds].map((workerId) => ({ kind: 'send', workerId, command }));
}
