import { LockstepError } from '../errors.ts';
import type { JobSpec } from '../job/job-spec.ts';

/** The arithmetic of a training: everything that decides which samples a step uses. */
export interface TrainingPlan {
  readonly numSamples: number;
  readonly globalBatchSize: number;
  readonly microShards: number;
  readonly seed: number;
  readonly stepsPerEpoch: number;
  /** Steps in the whole training. */
  readonly numSteps: number;
}

/**
 * Derives the plan from the job and the size of the training split alone (P2).
 * Throws DATA_INVALID where the global batch does not fit into the training split.
 */
export function trainingPlan(job: JobSpec, numSamples: number): TrainingPlan {
  const { globalBatchSize, microShards, seed, dropRemainder, length } = job.training;
  if (globalBatchSize > numSamples) {
    throw new LockstepError(
      'DATA_INVALID',
      `job.yaml: training.globalBatchSize is ${globalBatchSize}, but the training split has only ` +
        `${numSamples} samples; lower it to at most ${numSamples} or add data`,
    );
  }
  const batches = numSamples / globalBatchSize;
  const stepsPerEpoch = dropRemainder ? Math.floor(batches) : Math.ceil(batches);
  const numSteps = length.unit === 'epochs' ? length.count * stepsPerEpoch : length.count;
  return Object.freeze({ numSamples, globalBatchSize, microShards, seed, stepsPerEpoch, numSteps });
}
