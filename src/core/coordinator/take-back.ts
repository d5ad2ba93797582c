import { appliedStep, type CoordinatorState } from './coordinator-state.ts';
import { andThen, type Change, type Effect, recordEvent, unchanged } from './outcome.ts';

/**
 * Nobody holds the newest weights any more, and nobody came back with them: goes on from the newest that can be had, those of
 * a connected worker or of the checkpoint. The steps after these are redone, with the same result.
 */
export function takeBack(state: CoordinatorState): Change {
  const lost = appliedStep(state);
  const held = Math.max(0, ...loadedWorkers(state).map((worker) => worker.step));
  const step = Math.max(held, state.checkpointStep);
  const message = `no worker is left that holds the weights after step ${lost}: goes on from step ${step}`;
  const told = recordEvent({ kind: 'state_changed', state: state.state, message });
  const back = held < state.checkpointStep ? backToCheckpoint(state) : backToWorkers(state, held);
  return { state: back.state, effects: [told, ...back.effects] };
}

function loadedWorkers(state: CoordinatorState) {
  return [...state.workers.values()].filter(({ readiness }) => readiness !== null);
}

function backToWorkers(state: CoordinatorState, step: number): Change {
  const workers = new Map(state.workers);
  for (const worker of loadedWorkers(state)) {
    workers.set(worker.workerId, { ...worker, status: worker.step < step ? 'behind' : 'ready' });
  }
  return backTo({ ...state, workers }, step);
}

/** Ends the workers, none of which holds as much as the checkpoint: those that are started in their place load it. */
export function backToCheckpoint(state: CoordinatorState): Change {
  const workers = new Map(state.workers);
  const effects: Effect[] = [];
  const cause = `the job goes on from the checkpoint after step ${state.checkpointStep}`;
  const failure = { code: 'STALE', message: `dismissed: ${cause}`, details: '' } as const;
  for (const { workerId } of loadedWorkers(state)) {
    workers.delete(workerId);
    effects.push(
      { kind: 'send', workerId, command: { kind: 'stop', reason: failure.message, failure } },
      recordEvent({ kind: 'worker_lost', workerId, cause }),
    );
  }
  return andThen(backTo({ ...state, workers }, state.checkpointStep), (after) =>
    unchanged(after, ...effects),
  );
}

function backTo(state: CoordinatorState, step: number): Change {
  const done = step === 0 ? null : ({ kind: 'train', step } as const);
  return unchanged({ ...state, done, strandedSinceMs: null }, { kind: 'rewind_records', step });
}
