import type { CheckpointPart } from '../checkpoint/manifest.ts';
import type { Readiness, WorkerIdentity } from '../membership/worker-record.ts';
import type { Failure, Vote } from '../step/vote.ts';

/** Everything that can happen to a coordinator. Time comes beside it, as `now`. */
export type CoordinatorEvent =
  | { readonly kind: 'worker_connected'; readonly identity: WorkerIdentity }
  | { readonly kind: 'worker_ready'; readonly workerId: string; readonly readiness: Readiness }
  | {
      readonly kind: 'worker_caught_up';
      readonly workerId: string;
      readonly step: number;
      /** Who handed the state over. */
      readonly donorId: string;
    }
  | { readonly kind: 'worker_failed'; readonly workerId: string; readonly failure: Failure }
  | { readonly kind: 'worker_lost'; readonly workerId: string; readonly cause: string }
  | { readonly kind: 'heartbeat'; readonly workerId: string; readonly step: number }
  | { readonly kind: 'drain_requested'; readonly workerId: string; readonly cause: string }
  | {
      readonly kind: 'voted';
      readonly workerId: string;
      readonly generation: number;
      readonly operation: number;
      readonly vote: Vote;
    }
  | {
      readonly kind: 'checkpoint_part';
      readonly workerId: string;
      readonly generation: number;
      readonly step: number;
      readonly part: CheckpointPart;
      readonly fileBytes: number;
      readonly stallSeconds: number;
      readonly writeSeconds: number;
      /** Empty when the part was written. */
      readonly failure: string;
    }
  | { readonly kind: 'manifest_written'; readonly step: number }
  | { readonly kind: 'manifest_failed'; readonly step: number; readonly message: string }
  | { readonly kind: 'stop_requested'; readonly cause: string }
  /** Whoever launches the workers brings more or fewer from now on. */
  | { readonly kind: 'wanted_changed'; readonly numWanted: number }
  /** No worker will come any more: the launcher gave up, with the reason. */
  | { readonly kind: 'launcher_failed'; readonly failure: Failure }
  | { readonly kind: 'tick' };
