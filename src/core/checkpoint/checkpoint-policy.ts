import type { CheckpointSpec } from '../job/job-spec.ts';
import type { TrainingPlan } from '../plan/training-plan.ts';

/** Whether a checkpoint is due after step `step` (1-based). One is always due after the last step. */
export function checkpointIsDue(spec: CheckpointSpec, plan: TrainingPlan, step: number): boolean {
  if (step === plan.numSteps) return true;
  const { unit, count } = spec.every;
  if (count === 0) return false;
  return step % (unit === 'steps' ? count : count * plan.stepsPerEpoch) === 0;
}

/** Steps of the complete checkpoints that may go: all but the `keep` newest and the best one. */
export function expendableCheckpoints(
  steps: readonly number[],
  keep: number,
  bestStep: number | null,
): number[] {
  const newestFirst = [...steps].sort((a, b) => b - a);
  return newestFirst.slice(keep).filter((step) => step !== bestStep);
}
