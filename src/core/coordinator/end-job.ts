import type { Failure } from '../step/vote.ts';
import type { CoordinatorState } from './coordinator-state.ts';
import type { JobState } from './job-event.ts';
import { type Change, recordEvent, sendAll } from './outcome.ts';

/** Ends the job, dismisses every worker and says why. */
export function endJob(
  state: CoordinatorState,
  end: Extract<JobState, 'succeeded' | 'failed' | 'interrupted'>,
  reason: { readonly message: string; readonly failure?: Failure },
): Change {
  const failure = reason.failure ?? null;
  return {
    state: { ...state, state: end, failure, members: [], inFlight: null, checkpoint: null, waiting: null },
    effects: [
      recordEvent({ kind: 'state_changed', state: end, message: reason.message }),
      ...sendAll(state.workers.keys(), { kind: 'stop', reason: reason.message, failure }),
      { kind: 'job_over' },
    ],
  };
}

/** Ends the job because of `failure`. */
export function failJob(state: CoordinatorState, failure: Failure): Change {
  return endJob(state, 'failed', { message: failure.message, failure });
}
