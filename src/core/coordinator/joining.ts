import type { WorkerRecord } from '../membership/worker-record.ts';
import type { CoordinatorEvent } from './coordinator-event.ts';
import { appliedStep, type CoordinatorState } from './coordinator-state.ts';
import { type Change, type Effect, recordEvent, unchanged } from './outcome.ts';
import type { MemberAddress } from './worker-command.ts';

/** A follower that lacks no more than the step that is being decided is about to be level. */
const NEARLY_LEVEL_STEPS = 1;
/**
 * Where steps come faster than their reduced vectors can follow, a worker would never be level. After each such time it
 * may lack one step more for the members to wait for it, up to what donors keep for those who lag.
 */
const PATIENCE_MS = 3_000;
const MAX_LACKING_STEPS = 8;
/** How long members go on without waiting for anybody once they have waited in vain. */
const PAUSE_MS = 10_000;

/** Has every worker that holds an older state fed by those that hold the newest, off the step path. */
export function feedThoseBehind(state: CoordinatorState, now: number): Change {
  const step = appliedStep(state);
  const behind = [...state.workers.values()].filter(
    ({ status, draining, step: held }) =>
      !draining && (status === 'ready' || status === 'behind') && held < step,
  );
  const donors = behind.length > 0 ? holders(state, step) : [];
  if (donors.length === 0) return unchanged(state);
  const workers = new Map(state.workers);
  const effects: Effect[] = [];
  for (const worker of behind) {
    workers.set(worker.workerId, { ...worker, status: 'feeding', feedingSinceMs: now });
    effects.push({ kind: 'send', workerId: worker.workerId, command: { kind: 'feed', donors } });
  }
  return unchanged({ ...state, workers }, ...effects);
}

/** Workers whose state is that after `step`. */
function holders(state: CoordinatorState, step: number): MemberAddress[] {
  return [...state.workers.values()]
    .filter(({ status, step: held }) => (status === 'member' || status === 'ready') && held === step)
    .map(({ workerId, collectiveAddress }) => ({ workerId, collectiveAddress }));
}

/** A worker that is being fed holds the state after a newer step. */
export function onWorkerCaughtUp(
  state: CoordinatorState,
  { workerId, step, donorId }: Extract<CoordinatorEvent, { kind: 'worker_caught_up' }>,
): Change {
  const worker = state.workers.get(workerId);
  if (worker?.status !== 'feeding') return unchanged(state, { kind: 'message_refused', reason: 'stale' });
  const workers = new Map(state.workers).set(workerId, { ...worker, step });
  const isFirst = worker.step === worker.readiness?.step;
  return unchanged(
    { ...state, workers },
    ...(isFirst ? [recordEvent({ kind: 'worker_fed', workerId, step, donorId })] : []),
  );
}

/** True when a worker without a rank is, or is about to be, level with the state after `step`, and there is room for it. */
export function someoneCanJoin(state: CoordinatorState, step: number, now: number): boolean {
  if (numStayingMembers(state) >= state.job.workers.max) return false;
  return [...state.workers.values()].some(
    (worker) =>
      !worker.draining &&
      ((now >= state.joinNotBeforeMs && isNearlyLevel(worker, step, now)) ||
        (worker.status === 'ready' && worker.step === step)),
  );
}

/** Members that have not asked to leave. */
export function numStayingMembers({ members, workers }: CoordinatorState): number {
  return members.filter((workerId) => !workers.get(workerId)?.draining).length;
}

/** True while the members stand at a step boundary for a worker that is nearly level; for a bounded time. */
export function awaitsJoiner(state: CoordinatorState, now: number): boolean {
  const { boundarySinceMs, limits } = state;
  if (boundarySinceMs === null || now - boundarySinceMs > limits.joinMs) return false;
  if (now < state.joinNotBeforeMs) return false;
  if (numStayingMembers(state) >= state.job.workers.max) return false;
  const step = appliedStep(state);
  return [...state.workers.values()].some((worker) => isNearlyLevel(worker, step, now) && worker.step < step);
}

/** Lets the members go on for a while without waiting for joiners, where they have just waited in vain. */
export function pauseAfterWaiting(state: CoordinatorState, now: number): CoordinatorState {
  const { boundarySinceMs, limits } = state;
  if (boundarySinceMs === null || now - boundarySinceMs <= limits.joinMs) return state;
  return { ...state, joinNotBeforeMs: now + PAUSE_MS };
}

function isNearlyLevel(
  { status, draining, step: held, feedingSinceMs }: WorkerRecord,
  step: number,
  now: number,
): boolean {
  const numLacking = NEARLY_LEVEL_STEPS + Math.floor((now - feedingSinceMs) / PATIENCE_MS);
  return status === 'feeding' && !draining && step - held <= Math.min(numLacking, MAX_LACKING_STEPS);
}
