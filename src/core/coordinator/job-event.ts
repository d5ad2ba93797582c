import type { WaitReason } from '../membership/quorum.ts';
import type { Straggler } from '../membership/stragglers.ts';
import type { Readiness } from '../membership/worker-record.ts';
import type { TrainingPlan } from '../plan/training-plan.ts';
import type { WorkKind } from '../plan/work.ts';
import type { Failure, Measurement } from '../step/vote.ts';

export type JobState = 'waiting' | 'running' | 'stopping' | 'succeeded' | 'failed' | 'interrupted';

/** Why a generation was formed. */
export type GenerationCause =
  | 'start'
  | 'member_lost'
  | 'joined'
  | 'drained'
  | 'retry'
  | 'resumed'
  | 'coordinator_restarted';

/** Why a piece of work was aborted. A closed set: it is a label of a metric. */
export type AbortReason = 'member_lost' | 'vote_no' | 'digest_mismatch' | 'timeout';

/** What happened to a job, in the words of the protocol. One line of `events.jsonl`, less its time. */
export type JobEvent =
  | { readonly kind: 'worker_joined'; readonly workerId: string; readonly host: string; readonly pid: number }
  | {
      readonly kind: 'worker_ready';
      readonly workerId: string;
      readonly step: number;
      readonly engine: string;
    }
  /** A worker holds the state of the peer `donorId`, after `step`, and follows it until it is admitted. */
  | {
      readonly kind: 'worker_fed';
      readonly workerId: string;
      readonly step: number;
      readonly donorId: string;
    }
  /** The first worker has read data and model: from here on the plan is known. */
  | { readonly kind: 'job_loaded'; readonly plan: TrainingPlan; readonly readiness: Readiness }
  /** A new coordinator process took over; `step` is the newest that a worker holds, `workerIds` who came back. */
  | {
      readonly kind: 'coordinator_restarted';
      readonly step: number;
      readonly workerIds: readonly string[];
    }
  | { readonly kind: 'worker_lost'; readonly workerId: string; readonly cause: string }
  | { readonly kind: 'worker_refused'; readonly workerId: string; readonly failure: Failure }
  /** A rank has been slower than the others for long; `seconds` are its own in the last step, without waits. */
  | (Straggler & { readonly kind: 'straggler_found' })
  /** A rank that was a straggler was in time in a step. */
  | (Straggler & { readonly kind: 'straggler_recovered' })
  | { readonly kind: 'worker_draining'; readonly workerId: string; readonly cause: string }
  | { readonly kind: 'waiting'; readonly reason: WaitReason }
  | {
      readonly kind: 'generation_formed';
      readonly generation: number;
      readonly cause: GenerationCause;
      readonly members: readonly string[];
      /** Steps applied when it begins. */
      readonly step: number;
    }
  | {
      readonly kind: 'work_aborted';
      readonly generation: number;
      readonly work: WorkKind;
      readonly step: number;
      readonly reason: AbortReason;
      /** Who caused it; empty where nobody can be named. */
      readonly workerIds: readonly string[];
      readonly message: string;
    }
  | {
      readonly kind: 'evaluated';
      readonly split: 'validation' | 'test';
      readonly step: number;
      readonly epoch: number;
      readonly measurement: Measurement;
      /** What the ranks propose for the gallery, as JSON documents. */
      readonly galleries: readonly string[];
    }
  | {
      readonly kind: 'checkpoint_written';
      readonly step: number;
      readonly fileBytes: number;
      /** Seconds that training stood still. */
      readonly stallSeconds: number;
      readonly writeSeconds: number;
    }
  | { readonly kind: 'checkpoint_failed'; readonly step: number; readonly message: string }
  | { readonly kind: 'state_changed'; readonly state: JobState; readonly message: string };
