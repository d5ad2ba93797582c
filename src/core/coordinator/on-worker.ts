import { LockstepError } from '../errors.ts';
import type { Readiness, WorkerRecord } from '../membership/worker-record.ts';
import { trainingPlan } from '../plan/training-plan.ts';
import { isFatal } from '../step/is-fatal.ts';
import type { Failure } from '../step/vote.ts';
import type { CoordinatorEvent } from './coordinator-event.ts';
import { appliedStep, type CoordinatorState, isOver } from './coordinator-state.ts';
import { failJob } from './end-job.ts';
import { abortWork, DRAINED } from './generations.ts';
import { giveUpCheckpoint } from './on-checkpoint.ts';
import { andThen, type Change, recordEvent, unchanged } from './outcome.ts';

type Event<K extends CoordinatorEvent['kind']> = Extract<CoordinatorEvent, { kind: K }>;

/**
 * A worker came; it loads the job before it counts. One that is known lost its stream before that was noticed here: what
 * it was doing is given up, and it begins anew with the state that it holds.
 */
export function onWorkerConnected(
  state: CoordinatorState,
  event: Event<'worker_connected'>,
  now: number,
): Change {
  const { workerId, host, pid } = event.identity;
  if (state.workers.has(workerId)) {
    const lost = onWorkerLost(state, { kind: 'worker_lost', workerId, cause: 'it connected anew' });
    return andThen(lost, (after) => onWorkerConnected(after, event, now));
  }
  if (isOver(state)) {
    const command = { kind: 'stop', reason: `the job is ${state.state}`, failure: null } as const;
    return unchanged(state, { kind: 'send', workerId, command });
  }
  const record: WorkerRecord = {
    ...event.identity,
    status: 'loading',
    readiness: null,
    step: 0,
    lastSeenMs: now,
    connectedMs: now,
    draining: false,
    feedingSinceMs: 0,
  };
  return unchanged(withWorker(state, record), recordEvent({ kind: 'worker_joined', workerId, host, pid }));
}

/** A worker has loaded the job: check that it agrees with the others. One that holds an older state waits to be fed. */
export function onWorkerReady(
  state: CoordinatorState,
  { workerId, readiness }: Event<'worker_ready'>,
): Change {
  const worker = state.workers.get(workerId);
  if (!worker) return unchanged(state, { kind: 'message_refused', reason: 'unknown_worker' });
  if (worker.status !== 'loading') return unchanged(state, { kind: 'message_refused', reason: 'stale' });
  const problem = aheadOf(state, readiness) ?? (state.readiness && disagreement(state.readiness, readiness));
  if (problem) return refuse(state, workerId, problem);
  let plan = state.plan;
  try {
    plan ??= trainingPlan(state.job, readiness.numTraining);
  } catch (error) {
    if (error instanceof LockstepError) return failJob(state, { ...failureOf(error) });
    throw error;
  }
  const isBehind = readiness.step < appliedStep(state);
  const record: WorkerRecord = {
    ...worker,
    status: isBehind ? 'behind' : 'ready',
    readiness,
    step: readiness.step,
  };
  const next = withWorker({ ...state, plan, readiness: state.readiness ?? readiness }, record);
  const { step, engine } = readiness;
  const events = [recordEvent({ kind: 'worker_ready', workerId, step, engine })];
  if (!state.readiness) events.unshift(recordEvent({ kind: 'job_loaded', plan, readiness }));
  return unchanged(next, ...events);
}

/** A worker that holds steps which the job has taken back is of no use any more. */
function aheadOf(state: CoordinatorState, { step }: Readiness): Failure | null {
  if (state.reattaching || step <= appliedStep(state)) return null;
  const message = `this worker holds step ${step}, but the job was taken back to step ${appliedStep(state)}`;
  return { code: 'STALE', message, details: '' };
}

/** What two workers disagree about, or null. */
function disagreement(first: Readiness, other: Readiness): Failure | null {
  const differs = (what: string, a: unknown, b: unknown): Failure => ({
    code: 'DATA_INVALID',
    message: `this worker's ${what} is ${b}, that of the others is ${a}; all must load the same job`,
    details: '',
  });
  if (first.dataFingerprint !== other.dataFingerprint) {
    return differs('data fingerprint', first.dataFingerprint, other.dataFingerprint);
  }
  if (first.vectorLength !== other.vectorLength) {
    return differs('model size', first.vectorLength, other.vectorLength);
  }
  if (first.engine !== other.engine) return differs('engine', first.engine, other.engine);
  const isKnown = first.weightsSha256 !== '' && other.weightsSha256 !== '';
  if (isKnown && first.step === other.step && first.weightsSha256 !== other.weightsSha256) {
    return differs('weights SHA-256', first.weightsSha256, other.weightsSha256);
  }
  return null;
}

function refuse(state: CoordinatorState, workerId: string, failure: Failure): Change {
  return unchanged(
    withoutWorker(state, workerId),
    recordEvent({ kind: 'worker_refused', workerId, failure }),
    { kind: 'send', workerId, command: { kind: 'stop', reason: failure.message, failure } },
  );
}

/** A worker could not load the job, or broke outside of a step. What the program did wrong, it would do again. */
export function onWorkerFailed(
  state: CoordinatorState,
  { workerId, failure }: Event<'worker_failed'>,
): Change {
  if (isFatal(failure)) return failJob(state, failure);
  return andThen(unchanged(state, recordEvent({ kind: 'worker_refused', workerId, failure })), (after) =>
    onWorkerLost(after, { kind: 'worker_lost', workerId, cause: failure.message }),
  );
}

/** A worker is gone: what it was doing is given up at once, and the others go on without it. */
export function onWorkerLost(state: CoordinatorState, { workerId, cause }: Event<'worker_lost'>): Change {
  const worker = state.workers.get(workerId);
  if (!worker) return unchanged(state);
  const lost = unchanged(
    withoutWorker(state, workerId),
    recordEvent({ kind: 'worker_lost', workerId, cause }),
  );
  if (!state.members.includes(workerId)) return lost;
  const aborted = andThen(lost, (after) =>
    abortWork(after, {
      reason: 'member_lost',
      workerIds: [workerId],
      message: `${workerId} was lost: ${cause}`,
      cause: 'member_lost',
    }),
  );
  return andThen(aborted, (after) =>
    giveUpCheckpoint(after, `${workerId} was lost before its part was written`),
  );
}

/** A worker asks to leave: a member does so at the next step boundary, any other at once. */
export function onDrainRequested(
  state: CoordinatorState,
  { workerId, cause }: Event<'drain_requested'>,
): Change {
  const worker = state.workers.get(workerId);
  if (!worker || worker.draining) return unchanged(state);
  const drains = withWorker(state, { ...worker, draining: true });
  const event = recordEvent({ kind: 'worker_draining', workerId, cause });
  if (state.members.includes(workerId)) return unchanged({ ...drains, cause: 'drained' }, event);
  return unchanged(drains, event, { kind: 'send', workerId, command: DRAINED });
}

/** Renews a worker's lease. */
export function onHeartbeat(state: CoordinatorState, { workerId }: Event<'heartbeat'>, now: number): Change {
  const worker = state.workers.get(workerId);
  if (!worker) return unchanged(state, { kind: 'message_refused', reason: 'unknown_worker' });
  return unchanged(withWorker(state, { ...worker, lastSeenMs: now }));
}

function withWorker(state: CoordinatorState, worker: WorkerRecord): CoordinatorState {
  return { ...state, workers: new Map(state.workers).set(worker.workerId, worker) };
}

function withoutWorker(state: CoordinatorState, workerId: string): CoordinatorState {
  const workers = new Map(state.workers);
  workers.delete(workerId);
  return { ...state, workers };
}

function failureOf(error: LockstepError): Failure {
  return { code: error.code, message: error.message, details: error.details ?? '' };
}
