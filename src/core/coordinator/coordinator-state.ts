import type { CheckpointPart } from '../checkpoint/manifest.ts';
import type { JobSpec } from '../job/job-spec.ts';
import type { WaitReason } from '../membership/quorum.ts';
import { NO_PACE, type Pace } from '../membership/stragglers.ts';
import { NO_SUSPICION, type Suspicion } from '../membership/suspects.ts';
import type { Readiness, WorkerRecord } from '../membership/worker-record.ts';
import type { TrainingPlan } from '../plan/training-plan.ts';
import type { Work } from '../plan/work.ts';
import type { Failure, Vote } from '../step/vote.ts';
import type { GenerationCause, JobState } from './job-event.ts';

/** Limits and periods; all in milliseconds but the counts. */
export interface CoordinatorLimits {
  /** How long to wait for the wanted workers once one is ready. */
  readonly gatherMs: number;
  /** Longest wait for the remaining votes once the first has come. */
  readonly voteMs: number;
  /** The same for the first work of a generation, where engines compile. */
  readonly firstVoteMs: number;
  /** Longest wait for a checkpoint that the end of the job depends on. */
  readonly checkpointMs: number;
  /** Longest time that members stand at a step boundary for a worker that is about to be level. */
  readonly joinMs: number;
  /**
   * How long to wait for workers that hold the newest weights and may come back: a restarted coordinator for the members
   * of the last generation, any coordinator for the last holder, on top of its lease.
   */
  readonly reattachMs: number;
  /** How long the members are heard about a link that failed again, before one of them is dismissed. */
  readonly accusationMs: number;
  /** Aborts in a row at the same work before the job fails (P9). */
  readonly numRetries: number;
}

export const DEFAULT_LIMITS: CoordinatorLimits = Object.freeze({
  gatherMs: 15_000,
  voteMs: 60_000,
  firstVoteMs: 300_000,
  checkpointMs: 60_000,
  joinMs: 2_000,
  reattachMs: 1_500,
  accusationMs: 1_500,
  numRetries: 5,
});

/** The piece of work that the current generation is at. */
export interface WorkInFlight {
  readonly work: Work;
  readonly votes: ReadonlyMap<string, Vote>;
  /** When the first vote came, or null. */
  readonly firstVoteMs: number | null;
  /** True for the first work of a generation. */
  readonly isFirst: boolean;
}

/** A checkpoint whose parts are being written. */
export interface CheckpointInFlight {
  readonly step: number;
  readonly generation: number;
  /** Who writes it, in the order of the ranks of its generation. */
  readonly members: readonly string[];
  readonly parts: readonly CheckpointPart[];
  readonly fileBytes: number;
  readonly stallSeconds: number;
  readonly writeSeconds: number;
  readonly sinceMs: number;
}

/** What must be durable before it is said (P7, P12). */
export interface JobRecord {
  readonly jobId: string;
  /** Number of the newest generation that may have been announced. */
  readonly generation: number;
  readonly state: JobState;
  /** Members of that generation, whom a restarted coordinator waits for. */
  readonly members: readonly string[];
  /** Digest of the exported weights; empty until then. */
  readonly weightsSha256: string;
  readonly failure: Failure | null;
}

/** A restarted coordinator's wait for workers that hold the newest state. */
export interface Reattaching {
  /** Members of the last generation; empty where that is not known. */
  readonly expected: readonly string[];
  /** When the wait began; null before the first event. */
  readonly sinceMs: number | null;
}

/** One job as the coordinator knows it. A value: `transition` never changes it. */
export interface CoordinatorState {
  readonly jobId: string;
  readonly job: JobSpec;
  /** How many workers whoever launches them brings. */
  readonly numWanted: number;
  readonly limits: CoordinatorLimits;
  readonly state: JobState;
  readonly generation: number;
  /** Worker ids by rank; empty while no generation is at work. */
  readonly members: readonly string[];
  readonly workers: ReadonlyMap<string, WorkerRecord>;
  /** What the first ready worker found; later ones must agree. */
  readonly readiness: Readiness | null;
  readonly plan: TrainingPlan | null;
  /** The newest work that was committed; null before the first. */
  readonly done: Work | null;
  /** Not null while a restarted coordinator does not know yet what the workers hold; `done` means nothing then. */
  readonly reattaching: Reattaching | null;
  readonly inFlight: WorkInFlight | null;
  readonly checkpoint: CheckpointInFlight | null;
  /** Step of the newest complete checkpoint; 0 for none. */
  readonly checkpointStep: number;
  readonly waiting: WaitReason | null;
  /** What the next generation will give as its cause. */
  readonly cause: GenerationCause;
  readonly gatheringSinceMs: number | null;
  /** Since when the members stand at a step boundary; null while they work. */
  readonly boundarySinceMs: number | null;
  /** The members wait for no joiner before this. */
  readonly joinNotBeforeMs: number;
  /** Since when no connected worker holds the newest weights; null while one does. */
  readonly strandedSinceMs: number | null;
  readonly numAbortsInARow: number;
  readonly pace: Pace;
  readonly suspicion: Suspicion;
  /** Digest of the exported weights; empty until then. */
  readonly weightsSha256: string;
  readonly failure: Failure | null;
}

/** Where a job starts from. */
export interface StartingPoint {
  /** Steps in the newest checkpoint; 0 for none. */
  readonly step: number;
  /** What the store says of the job; null for a new one. */
  readonly record: JobRecord | null;
  /** True when workers may be alive that hold newer steps than the checkpoint. */
  readonly isRestart: boolean;
}

export interface CoordinatorOptions {
  readonly jobId: string;
  readonly job: JobSpec;
  readonly numWanted: number;
  readonly limits: CoordinatorLimits;
  readonly start: StartingPoint;
}

/** The state before anything has happened. */
export function initialState({ jobId, job, numWanted, limits, start }: CoordinatorOptions): CoordinatorState {
  const { step, record } = start;
  const restarted = start.isRestart ? record : null;
  const isEnded = restarted !== null && hasEnded(restarted.state);
  return {
    jobId,
    job,
    numWanted,
    limits,
    state: restarted && (isEnded || restarted.state === 'stopping') ? restarted.state : 'waiting',
    generation: record?.generation ?? 0,
    members: [],
    workers: new Map(),
    readiness: null,
    plan: null,
    done: step === 0 ? null : { kind: 'train', step },
    reattaching: restarted && !isEnded ? { expected: restarted.members, sinceMs: null } : null,
    inFlight: null,
    checkpoint: null,
    checkpointStep: step,
    waiting: null,
    cause: causeOf(start),
    gatheringSinceMs: null,
    boundarySinceMs: null,
    joinNotBeforeMs: 0,
    strandedSinceMs: null,
    numAbortsInARow: 0,
    pace: NO_PACE,
    suspicion: NO_SUSPICION,
    weightsSha256: restarted?.weightsSha256 ?? '',
    failure: restarted?.failure ?? null,
  };
}

function causeOf({ record, isRestart }: StartingPoint): GenerationCause {
  if (!record) return 'start';
  return isRestart ? 'coordinator_restarted' : 'resumed';
}

/** True when the job has ended, one way or another. */
export function isOver(state: CoordinatorState): boolean {
  return hasEnded(state.state);
}

function hasEnded(state: JobState): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'interrupted';
}

/** Number of steps that every member has applied. */
export function appliedStep(state: CoordinatorState): number {
  return state.done?.step ?? 0;
}
