import type { CoordinatorState } from './coordinator-state.ts';
import { onWorkerLost } from './on-worker.ts';
import type { Change } from './outcome.ts';

/**
 * Goes on without a worker that is still connected but of no use: silent for too long, or with sums that differ. It is
 * told to end with an error, so that whoever launched it starts a new one in its place.
 */
export function dismissWorker(state: CoordinatorState, workerId: string, cause: string): Change {
  if (!state.workers.has(workerId)) return { state, effects: [] };
  const { state: after, effects } = onWorkerLost(state, { kind: 'worker_lost', workerId, cause });
  const failure = { code: 'STALE', message: `dismissed: ${cause}`, details: '' } as const;
  const command = { kind: 'stop', reason: failure.message, failure } as const;
  return { state: after, effects: [{ kind: 'send', workerId, command }, ...effects] };
}
