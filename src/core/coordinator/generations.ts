import { quorum } from '../membership/quorum.ts';
import type { WorkerRecord } from '../membership/worker-record.ts';
import { nextWork, operationOf, workOf } from '../plan/work.ts';
import type { Failure } from '../step/vote.ts';
import { appliedStep, type CoordinatorState } from './coordinator-state.ts';
import { failJob } from './end-job.ts';
import { holdersOf } from './holders.ts';
import type { AbortReason, GenerationCause } from './job-event.ts';
import { andThen, type Change, recordEvent, sendAll, unchanged } from './outcome.ts';
import { takeBack } from './take-back.ts';
import type { WorkerCommand } from './worker-command.ts';

/** After these the workers are only coming; after the others they have been there. */
const GATHERING_CAUSES: readonly GenerationCause[] = ['start', 'resumed'];

/** What a worker that asked to leave is told once it has no rank. */
export const DRAINED = { kind: 'stop', reason: 'drained', failure: null } as const satisfies WorkerCommand;

/**
 * Workers that could have a rank now: those with one first, then the others as they came. The last that hold the newest
 * weights stay, even if they asked to leave, until somebody else has these too.
 */
function candidates(state: CoordinatorState): WorkerRecord[] {
  const level = holdersOf(state);
  const staying = level.filter((worker) => !worker.draining);
  const available = staying.length > 0 || appliedStep(state) === 0 ? staying : level;
  const seated = state.members.flatMap((id) => available.filter((worker) => worker.workerId === id));
  const others = available.filter((worker) => !seated.includes(worker));
  return [...seated, ...others.sort((a, b) => a.connectedMs - b.connectedMs)];
}

/**
 * Forms the next generation if there is a quorum, or notes why the job waits. Where nobody holds the newest weights it waits
 * for them to come back, for a bounded time. Assumes that no work is in flight.
 */
export function formGeneration(state: CoordinatorState, now: number): Change {
  const available = candidates(state);
  const gatheringSinceMs = available.length > 0 ? (state.gatheringSinceMs ?? now) : null;
  const gatheringIsOver =
    !GATHERING_CAUSES.includes(state.cause) ||
    (gatheringSinceMs !== null && now - gatheringSinceMs >= state.limits.gatherMs);
  const answer = quorum({
    candidates: available.map((worker) => worker.workerId),
    workers: state.job.workers,
    numWanted: state.numWanted,
    gatheringIsOver,
  });
  const ids = available.map((worker) => worker.workerId);
  if (answer.kind === 'form') {
    return andThen(dismissMembers({ ...state, gatheringSinceMs }, ids), (after) =>
      seat(after, answer.members),
    );
  }
  const strandedSinceMs = available.length > 0 ? null : (state.strandedSinceMs ?? now);
  const isOverdue = strandedSinceMs !== null && now - strandedSinceMs >= state.limits.reattachMs;
  if (isOverdue && someoneIsBehind(state) && !state.checkpoint) {
    return andThen(takeBack(state), (after) => formGeneration(after, now));
  }
  const isNews = JSON.stringify(answer.reason) !== JSON.stringify(state.waiting);
  return andThen(dismissMembers(state, ids), (after) =>
    unchanged(
      { ...after, gatheringSinceMs, strandedSinceMs, waiting: answer.reason, state: 'waiting' },
      ...(isNews ? [recordEvent({ kind: 'waiting', reason: answer.reason })] : []),
    ),
  );
}

function someoneIsBehind(state: CoordinatorState): boolean {
  return [...state.workers.values()].some(
    ({ readiness, step }) => readiness !== null && step < appliedStep(state),
  );
}

/** Gives the members their ranks and starts them on the next work. */
function seat(state: CoordinatorState, members: readonly string[]): Change {
  const work = state.plan && nextWork(state.job, state.plan, splitsOf(state), state.done);
  if (!work) throw new Error('a generation was formed with nothing left to do');
  const generation = state.generation + 1;
  const step = appliedStep(state);
  const workers = new Map(state.workers);
  for (const id of members) workers.set(id, { ...workers.get(id)!, status: 'member' });
  const addresses = members.map((id) => {
    const { workerId, collectiveAddress } = workers.get(id)!;
    return { workerId, collectiveAddress };
  });
  return {
    state: {
      ...state,
      state: state.state === 'stopping' ? 'stopping' : 'running',
      generation,
      members,
      workers,
      waiting: null,
      boundarySinceMs: null,
      strandedSinceMs: null,
      inFlight: { work, votes: new Map(), firstVoteMs: null, isFirst: true },
      cause: 'retry',
    },
    effects: [
      recordEvent({ kind: 'generation_formed', generation, cause: state.cause, members, step }),
      ...sendAll(members, {
        kind: 'generation',
        generation,
        members: addresses,
        operation: operationOf(work),
        step,
        cause: state.cause,
      }),
    ],
  };
}

export interface Abort {
  readonly reason: AbortReason;
  readonly workerIds: readonly string[];
  readonly message: string;
  readonly cause: GenerationCause;
}

/**
 * Gives up the work in flight; weights stay untouched and the next generation redoes it whole (P6).
 * Fails the job after too many aborts in a row (P9).
 */
export function abortWork(state: CoordinatorState, abort: Abort): Change {
  if (!state.inFlight) return unchanged({ ...state, cause: abort.cause });
  const { work } = state.inFlight;
  const numAbortsInARow = state.numAbortsInARow + 1;
  const { reason, workerIds, message } = abort;
  const event = recordEvent({
    kind: 'work_aborted',
    generation: state.generation,
    work: work.kind,
    step: work.step,
    reason,
    workerIds,
    message,
  });
  const aborted: CoordinatorState = { ...state, inFlight: null, numAbortsInARow, cause: abort.cause };
  if (numAbortsInARow > state.limits.numRetries) {
    const { state: failed, effects } = failJob(aborted, retriesExhausted(aborted, work.step, message));
    return { state: failed, effects: [event, ...effects] };
  }
  const decision = {
    kind: 'decision',
    generation: state.generation,
    operation: operationOf(work),
    commit: false,
    reason: message,
    checkpoint: false,
    hold: true,
  } as const;
  const alive = state.members.filter((id) => state.workers.has(id));
  return { state: aborted, effects: [event, ...sendAll(alive, decision)] };
}

function retriesExhausted(state: CoordinatorState, step: number, message: string): Failure {
  return {
    code: 'RETRIES_EXHAUSTED',
    message:
      `step ${step} was aborted ${state.numAbortsInARow} times in a row, the last time because ${message}; ` +
      (state.checkpointStep > 0
        ? `the checkpoint after step ${state.checkpointStep} is intact`
        : 'there is no checkpoint yet'),
    details: '',
  };
}

/** Turns members into ready workers without a rank, and lets those go that asked to leave and are not among `staying`. */
function dismissMembers(state: CoordinatorState, staying: readonly string[]): Change {
  const workers = new Map(state.workers);
  const drained: string[] = [];
  for (const id of state.members) {
    const worker = workers.get(id);
    // One that connected anew is loading, or has loaded, and is no member any more.
    if (worker?.status === 'member') workers.set(id, { ...worker, status: 'ready' });
    if (worker?.draining && !staying.includes(id)) drained.push(id);
  }
  return unchanged({ ...state, workers, members: [], inFlight: null }, ...sendAll(drained, DRAINED));
}

function splitsOf(state: CoordinatorState): { validation: boolean; test: boolean } {
  return state.readiness?.splits ?? { validation: false, test: false };
}

/** The work after `done`, or null when the job has none left. */
export function followingWork(state: CoordinatorState, operation: number) {
  return state.plan && nextWork(state.job, state.plan, splitsOf(state), workOf(operation));
}
