import { appliedStep, type CoordinatorState } from './coordinator-state.ts';
import { type Change, recordEvent, unchanged } from './outcome.ts';

/**
 * Nobody holds the newest weights any more, and nobody came back with them: goes on from the newest that a connected
 * worker holds. The steps after these are redone, with the same result. Null where that would redo steps that a
 * checkpoint holds, or where no worker has loaded the job.
 */
export function takeBack(state: CoordinatorState): Change | null {
  const loaded = [...state.workers.values()].filter(({ readiness }) => readiness !== null);
  const step = Math.max(0, ...loaded.map((worker) => worker.step));
  if (loaded.length === 0 || step < state.checkpointStep) return null;
  const workers = new Map(state.workers);
  for (const worker of loaded) {
    workers.set(worker.workerId, { ...worker, status: worker.step < step ? 'behind' : 'ready' });
  }
  const message = `taken back to step ${step}: no worker is left that holds the weights after step ${appliedStep(state)}`;
  return unchanged(
    {
      ...state,
      workers,
      done: step === 0 ? null : { kind: 'train', step },
      strandedSinceMs: null,
    },
    { kind: 'rewind_records', step },
    recordEvent({ kind: 'state_changed', state: state.state, message }),
  );
}
