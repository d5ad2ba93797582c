import type { AbortReason, GenerationCause } from '../core/coordinator/job-event.ts';
import { isEndState, type LostTime, lostTime } from './lost-time.ts';
import type { RunError, RunEvent } from './run-events.ts';
import type { RunFacts } from './run-facts.ts';
import { type Since, type WorkerLife, workerLives } from './worker-lives.ts';

/** A run told from its files. Times are seconds since the job was submitted. `lockstep describe --json` prints it. */
export interface RunStory {
  readonly jobId: string;
  readonly jobName: string;
  /** `created` while nothing is known to have happened; `waiting` and `running` also where the run broke off. */
  readonly status: string;
  readonly error: Pick<RunError, 'code' | 'message'> | null;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  /** Time of the newest event or step, ISO 8601 in UTC. */
  readonly lastHeardAt: string;
  /** Null until a worker has loaded the job. */
  readonly engine: string | null;
  /** Steps in the ledger. */
  readonly numSteps: number;
  /** Steps of the whole job; null until a worker has loaded the job. */
  readonly numPlannedSteps: number | null;
  /** Members of the newest generation. */
  readonly worldSize: number;
  readonly generations: readonly GenerationStory[];
  readonly aborts: readonly AbortStory[];
  /** The aborts because the sums of members differed. */
  readonly divergences: readonly AbortStory[];
  readonly workers: readonly WorkerLife[];
  readonly refusals: readonly RefusalStory[];
  readonly checkpoints: CheckpointStory;
  /** Changes of the job's state, warnings, and everything else that has no other place. */
  readonly notes: readonly NoteStory[];
  readonly totals: StoryTotals;
}

export interface GenerationStory {
  readonly generation: number;
  readonly seconds: number;
  readonly cause: GenerationCause;
  /** By rank. */
  readonly members: readonly string[];
  /** Members that the generation before did not have, and those that it had besides. */
  readonly came: readonly string[];
  readonly left: readonly string[];
  /** Null where it committed no step. */
  readonly firstStep: number | null;
  readonly numSteps: number;
  /** Time that the change cost; null for the first generation and where nothing was committed. */
  readonly lostSeconds: number | null;
}

export interface AbortStory {
  readonly seconds: number;
  readonly generation: number;
  readonly work: string;
  readonly step: number;
  readonly reason: AbortReason;
  /** Who caused it; empty where nobody can be named. */
  readonly workerIds: readonly string[];
  readonly message: string;
}

export interface RefusalStory {
  readonly seconds: number;
  readonly workerId: string;
  readonly code: string;
  readonly message: string;
}

export interface CheckpointStory {
  readonly written: readonly {
    readonly seconds: number;
    readonly step: number;
    readonly fileBytes: number;
    readonly stallSeconds: number;
    readonly writeSeconds: number;
  }[];
  readonly failed: readonly { readonly seconds: number; readonly step: number; readonly message: string }[];
  /** Time that training stood still for those written. */
  readonly stallSeconds: number;
}

export interface NoteStory {
  readonly seconds: number;
  readonly event: RunEvent;
}

export interface StoryTotals {
  /** From the submission to the newest event or step, without the time between an end and a resume. */
  readonly wallSeconds: number;
  /** Time between ends and resumes. */
  readonly stoppedSeconds: number;
  /** Until training went, less the time of a step; null before the first committed step. Not counted as lost. */
  readonly startSeconds: number | null;
  /** Median of the steps that nothing disturbed; null where there is none. */
  readonly stepSeconds: number | null;
  /** What all changes of membership cost, with `unrecoveredSeconds`. */
  readonly lostSeconds: number;
  /** Time since the last committed work, where it was disturbed and nothing was committed after. */
  readonly unrecoveredSeconds: number;
  /** Share of the wall time that was not lost, 0 to 1; null where no time has passed. */
  readonly goodput: number | null;
}

/** Tells the story of a run from what its files say. Kinds of events that are not known become notes. */
export function describeRun(facts: RunFacts): RunStory {
  const { jobId, job, createdAt, events, ledger } = facts;
  const createdMs = Date.parse(createdAt);
  const since: Since = (time) => Math.max(0, Date.parse(time) - createdMs) / 1000;
  const lost = lostTime(facts);
  const loaded = events.findLast((event) => event.kind === 'job_loaded');
  const aborts = events.flatMap((event) => (event.kind === 'work_aborted' ? [abortOf(event, since)] : []));
  const generations = generationsOf(facts, lost, since);
  return {
    jobId,
    jobName: job.name,
    ...statusOf(facts),
    createdAt,
    lastHeardAt: new Date(lost.lastHeardMs).toISOString(),
    engine: loaded?.kind === 'job_loaded' ? loaded.readiness.engine : null,
    numSteps: ledger.length,
    numPlannedSteps: loaded?.kind === 'job_loaded' ? loaded.plan.numSteps : null,
    worldSize: generations.at(-1)?.members.length ?? 0,
    generations,
    aborts,
    divergences: aborts.filter(({ reason }) => reason === 'digest_mismatch'),
    workers: workerLives(events, since),
    refusals: events.flatMap((event) => (event.kind === 'worker_refused' ? [refusalOf(event, since)] : [])),
    checkpoints: checkpointsOf(events, since),
    notes: events
      .filter(({ kind }) => !TOLD_KINDS.includes(kind))
      .map((event) => ({ seconds: since(event.time), event })),
    totals: totalsOf(lost, createdMs),
  };
}

/** Kinds that the other parts of a story tell, or that say nothing more than those. */
const TOLD_KINDS: readonly string[] = [
  'worker_joined',
  'worker_ready',
  'worker_fed',
  'worker_lost',
  'worker_refused',
  'worker_draining',
  'job_loaded',
  'waiting',
  'generation_formed',
  'work_aborted',
  'evaluated',
  'checkpoint_written',
  'checkpoint_failed',
] satisfies RunEvent['kind'][];

/** The events say more than a result, which a resumed run may still have from the time before. */
function statusOf({ events, result }: RunFacts): Pick<RunStory, 'status' | 'error'> {
  let status: string = result?.status ?? 'created';
  for (const event of events) {
    if (event.kind === 'state_changed') status = event.state;
    else if (event.kind === 'generation_formed') status = 'running';
    else if (event.kind === 'waiting' || (event.kind === 'worker_joined' && status !== 'running'))
      status = 'waiting';
  }
  const error = result?.error && isEndState(status) ? result.error : null;
  return { status, error: error && { code: error.code, message: error.message } };
}

function generationsOf({ events, ledger }: RunFacts, lost: LostTime, since: Since): GenerationStory[] {
  let before: readonly string[] = [];
  return events.flatMap((event) => {
    if (event.kind !== 'generation_formed') return [];
    const { generation, cause, members } = event;
    const steps = ledger.filter((entry) => entry.generation === generation);
    const came = members.filter((id) => !before.includes(id));
    const left = before.filter((id) => !members.includes(id));
    before = members;
    const lostMs = lost.byGeneration.get(generation);
    return {
      generation,
      seconds: since(event.time),
      cause,
      members,
      came,
      left,
      firstStep: steps[0]?.step ?? null,
      numSteps: steps.length,
      lostSeconds: lostMs === undefined ? null : lostMs / 1000,
    };
  });
}

function abortOf(event: Extract<RunEvent, { kind: 'work_aborted' }>, since: Since): AbortStory {
  const { generation, work, step, reason, workerIds, message } = event;
  return { seconds: since(event.time), generation, work, step, reason, workerIds, message };
}

function refusalOf(event: Extract<RunEvent, { kind: 'worker_refused' }>, since: Since): RefusalStory {
  const { code, message } = event.failure;
  return { seconds: since(event.time), workerId: event.workerId, code, message };
}

function checkpointsOf(events: readonly RunEvent[], since: Since): CheckpointStory {
  const written = events.flatMap((event) => {
    if (event.kind !== 'checkpoint_written') return [];
    const { step, fileBytes, stallSeconds, writeSeconds } = event;
    return { seconds: since(event.time), step, fileBytes, stallSeconds, writeSeconds };
  });
  const failed = events.flatMap((event) =>
    event.kind === 'checkpoint_failed'
      ? [{ seconds: since(event.time), step: event.step, message: event.message }]
      : [],
  );
  return { written, failed, stallSeconds: written.reduce((sum, { stallSeconds }) => sum + stallSeconds, 0) };
}

function totalsOf(lost: LostTime, createdMs: number): StoryTotals {
  const { byGeneration, unrecoveredMs, startMs, stepMs, stoppedMs, lastHeardMs } = lost;
  const wallMs = Math.max(0, lastHeardMs - createdMs - stoppedMs);
  const lostMs = [...byGeneration.values()].reduce((sum, ms) => sum + ms, unrecoveredMs);
  return {
    wallSeconds: wallMs / 1000,
    stoppedSeconds: stoppedMs / 1000,
    startSeconds: startMs === null ? null : startMs / 1000,
    stepSeconds: stepMs === null ? null : stepMs / 1000,
    lostSeconds: lostMs / 1000,
    unrecoveredSeconds: unrecoveredMs / 1000,
    goodput: wallMs > 0 ? Math.max(0, 1 - lostMs / wallMs) : null,
  };
}
