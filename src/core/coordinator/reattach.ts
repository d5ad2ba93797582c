import type { WorkerRecord } from '../membership/worker-record.ts';
import { workOf } from '../plan/work.ts';
import type { CoordinatorState } from './coordinator-state.ts';
import { type Change, recordEvent, unchanged } from './outcome.ts';
import { backToCheckpoint } from './take-back.ts';

/**
 * A restarted coordinator knows from its store which generation was announced, but not which steps were applied: the
 * workers know that. It waits until every member of that generation has come back, or for a bounded time, and goes on
 * from the newest state that any of them holds: whoever applied a step proves that it was committed (P12).
 */
export function reattach(state: CoordinatorState, now: number): Change {
  const { reattaching, limits } = state;
  if (!reattaching) return unchanged(state);
  if (reattaching.sinceMs === null)
    return unchanged({ ...state, reattaching: { ...reattaching, sinceMs: now } });
  const ready = [...state.workers.values()].filter(({ readiness }) => readiness !== null);
  const isComplete =
    reattaching.expected.length > 0 &&
    reattaching.expected.every((id) => ready.some(({ workerId }) => workerId === id));
  const isOverdue = now - reattaching.sinceMs >= limits.reattachMs;
  if (ready.length === 0 || !(isComplete || isOverdue)) return unchanged(state);
  return goOnFrom(state, ready);
}

/** Takes the newest state of these workers for that of the job, or the checkpoint where that is newer; the others will be fed. */
function goOnFrom(state: CoordinatorState, ready: readonly WorkerRecord[]): Change {
  const operation = Math.max(...ready.map(({ readiness }) => readiness!.operation));
  const step = Math.max(workOf(operation).step, state.checkpointStep);
  const workerIds = ready.map(({ workerId }) => workerId);
  const restarted = recordEvent({ kind: 'coordinator_restarted', step, workerIds });
  if (workOf(operation).step < step) {
    const back = backToCheckpoint({ ...state, reattaching: null });
    return { state: back.state, effects: [restarted, ...back.effects] };
  }
  const workers = new Map(state.workers);
  for (const worker of ready) {
    workers.set(worker.workerId, { ...worker, status: worker.step < step ? 'behind' : 'ready' });
  }
  return unchanged(
    { ...state, workers, reattaching: null, done: operation === 0 ? null : workOf(operation) },
    { kind: 'rewind_records', step },
    restarted,
  );
}
