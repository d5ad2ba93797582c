import type { WorkerRecord } from '../membership/worker-record.ts';
import { appliedStep, type CoordinatorState } from './coordinator-state.ts';

/** Connected workers that hold the weights after the newest step. */
export function holdersOf(state: CoordinatorState): WorkerRecord[] {
  const step = appliedStep(state);
  return [...state.workers.values()].filter((worker) => worker.status !== 'loading' && worker.step === step);
}

/** True for the only one of them: with it the job would lose steps. */
export function isLastHolder(state: CoordinatorState, workerId: string): boolean {
  const holders = holdersOf(state);
  return appliedStep(state) > 0 && holders.length === 1 && holders[0]!.workerId === workerId;
}
