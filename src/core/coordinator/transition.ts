import { accusersOf } from '../membership/suspects.ts';
import type { WorkerRecord } from '../membership/worker-record.ts';
import type { CoordinatorEvent } from './coordinator-event.ts';
import { appliedStep, type CoordinatorState, isOver, type JobRecord } from './coordinator-state.ts';
import { dismissWorker } from './dismiss-worker.ts';
import { endJob, failJob } from './end-job.ts';
import { abortWork, formGeneration } from './generations.ts';
import { isLastHolder } from './holders.ts';
import { awaitsJoiner, feedThoseBehind, onWorkerCaughtUp, pauseAfterWaiting } from './joining.ts';
import { giveUpCheckpoint, onCheckpointPart, onManifestWritten } from './on-checkpoint.ts';
import { judgeLinks, judgementIsDue } from './on-link-failure.ts';
import { onVote } from './on-vote.ts';
import {
  onDrainRequested,
  onHeartbeat,
  onWorkerConnected,
  onWorkerFailed,
  onWorkerLost,
  onWorkerReady,
} from './on-worker.ts';
import { andThen, type Change, type Outcome, recordEvent, unchanged } from './outcome.ts';
import { reattach } from './reattach.ts';

/**
 * The coordinator, as a function: the same state, event and `now` (milliseconds of any clock that does not
 * go back) give the same outcome. The driver makes `persist` durable before it carries out `afterPersist`.
 */
export function transition(before: CoordinatorState, event: CoordinatorEvent, now: number): Outcome {
  const { state, effects } = andThen(handle(before, event, now), (after) => settle(after, now));
  return { state, persist: isDurable(state, before) ? null : recordOf(state), afterPersist: effects };
}

/** True when the record of `state` is that of `before`, which is durable. */
function isDurable(state: CoordinatorState, before: CoordinatorState): boolean {
  return (
    state.generation === before.generation &&
    state.state === before.state &&
    isSame(state.members, before.members) &&
    state.weightsSha256 === before.weightsSha256 &&
    state.failure === before.failure
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]));
}

/** What of a state must survive the coordinator. */
export function recordOf(state: CoordinatorState): JobRecord {
  const { jobId, generation, members, weightsSha256, failure } = state;
  return { jobId, generation, state: state.state, members, weightsSha256, failure };
}

function handle(state: CoordinatorState, event: CoordinatorEvent, now: number): Change {
  if (event.kind === 'worker_connected') return onWorkerConnected(state, event, now);
  if (isOver(state)) return unchanged(state);
  switch (event.kind) {
    case 'worker_ready':
      return onWorkerReady(state, event);
    case 'worker_caught_up':
      return onWorkerCaughtUp(state, event);
    case 'worker_failed':
      return onWorkerFailed(state, event);
    case 'worker_lost':
      return onWorkerLost(state, event);
    case 'heartbeat':
      return onHeartbeat(state, event, now);
    case 'drain_requested':
      return onDrainRequested(state, event);
    case 'voted':
      return onVote(state, event, now);
    case 'checkpoint_part':
      return onCheckpointPart(state, event);
    case 'manifest_written':
      return onManifestWritten(state, event.step);
    case 'manifest_failed':
      return giveUpCheckpoint(state, event.message);
    case 'stop_requested':
      return onStopRequested(state, event.cause);
    case 'wanted_changed':
      return unchanged({ ...state, numWanted: event.numWanted });
    case 'launcher_failed':
      return failJob(state, event.failure);
    case 'tick':
      return onTick(state, now);
  }
}

/** After every event: end what has ended, and form a generation where none is at work. */
function settle(state: CoordinatorState, now: number): Change {
  if (isOver(state)) return unchanged(state);
  if (state.reattaching) return settleRestart(state, now);
  if (state.inFlight) return feedThoseBehind(state, now);
  if (state.done?.kind === 'export') {
    return state.checkpoint
      ? unchanged(state)
      : endJob(state, 'succeeded', { message: 'trained to the end' });
  }
  if (state.state === 'stopping') return settleStop(state);
  if (!state.readiness) return unchanged(state);
  if (awaitsJoiner(state, now)) return feedThoseBehind(state, now);
  return andThen(formGeneration(pauseAfterWaiting(state, now), now), (after) =>
    isOver(after) ? unchanged(after) : feedThoseBehind(after, now),
  );
}

/** Goes on where the workers are; a job that was about to stop does one more step, so that a checkpoint is taken. */
function settleRestart(before: CoordinatorState, now: number): Change {
  return andThen(reattach(before, now), (state) => {
    if (state.reattaching) return unchanged(state);
    if (state.state !== 'stopping' || state.done?.kind === 'export') return settle(state, now);
    return andThen(formGeneration(state, now), (after) =>
      after.inFlight || isOver(after) ? unchanged(after) : settleStop(after),
    );
  });
}

function settleStop(state: CoordinatorState): Change {
  if (state.checkpoint) return unchanged(state);
  const step = appliedStep(state);
  const kept =
    state.checkpointStep === step
      ? `stopped after step ${step}, with a checkpoint`
      : `stopped after step ${step}; ${newestCheckpoint(state)}`;
  return endJob(state, 'interrupted', { message: kept });
}

function newestCheckpoint({ checkpointStep }: CoordinatorState): string {
  return checkpointStep === 0
    ? 'there is no checkpoint'
    : `the newest checkpoint is that after step ${checkpointStep}`;
}

function onStopRequested(state: CoordinatorState, cause: string): Change {
  if (state.state === 'stopping') return unchanged(state);
  return unchanged(
    { ...state, state: 'stopping' },
    recordEvent({ kind: 'state_changed', state: 'stopping', message: cause }),
  );
}

/** Goes on without a worker that has been silent for its lease; for the last that holds the newest weights it waits longer. */
function dismissIfSilent(
  state: CoordinatorState,
  { workerId, lastSeenMs }: WorkerRecord,
  now: number,
): Change {
  const { leaseMs } = state.job.workers;
  const { reattachMs } = state.limits;
  const silentMs = Math.round(now - lastSeenMs);
  if (silentMs <= (isLastHolder(state, workerId) ? leaseMs + reattachMs : leaseMs)) return unchanged(state);
  return dismissWorker(state, workerId, `no heartbeat for ${silentMs} ms (lease ${leaseMs} ms)`);
}

/** Looks for what did not happen in time. */
function onTick(state: CoordinatorState, now: number): Change {
  const { checkpointMs } = state.limits;
  let change: Change = unchanged(state);
  for (const worker of state.workers.values()) {
    change = andThen(change, (after) => dismissIfSilent(after, worker, now));
  }
  change = andThen(change, (after) => (judgementIsDue(after, now) ? judgeLinks(after) : unchanged(after)));
  change = andThen(change, (after) =>
    voteIsOverdue(after, now) ? dropSilentMembers(after) : unchanged(after),
  );
  return andThen(change, (after) =>
    after.checkpoint && now - after.checkpoint.sinceMs > checkpointMs
      ? giveUpCheckpoint(after, `not complete after ${checkpointMs} ms`)
      : unchanged(after),
  );
}

function voteIsOverdue({ inFlight, limits }: CoordinatorState, now: number): boolean {
  if (!inFlight || inFlight.firstVoteMs === null) return false;
  return now - inFlight.firstVoteMs > (inFlight.isFirst ? limits.firstVoteMs : limits.voteMs);
}

/**
 * Members whose heartbeat lives while their work does not: give the work up and go on without them. Where a link to
 * some of them had failed, the others may only be waiting for these.
 */
function dropSilentMembers(state: CoordinatorState): Change {
  const late = state.members.filter((id) => !state.inFlight?.votes.has(id));
  const accused = late.filter((id) => accusersOf(id, state.suspicion.accusations).length > 0);
  const silent = accused.length > 0 ? accused : late;
  const message = `${silent.join(', ')} did not vote in time`;
  return silent.reduce<Change>(
    (change, workerId) => andThen(change, (after) => dismissWorker(after, workerId, 'did not vote in time')),
    abortWork(state, { reason: 'timeout', workerIds: silent, message, cause: 'member_lost' }),
  );
}
