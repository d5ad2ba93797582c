import { createRandom, permutation } from './random.ts';
import type { Range } from './range.ts';
import type { TrainingPlan } from './training-plan.ts';

/** Keeps the shuffling apart from every other use of the job's seed. */
const SHUFFLE_STREAM = 0x5f1e;

/** Which part of which epoch a step uses: positions `[begin, end)` in `epochOrder(plan, epoch)`. */
export interface StepSamples extends Range {
  /** 1-based. */
  readonly step: number;
  /** 1-based. */
  readonly epoch: number;
}

/** The samples of step `step` (1-based); the last step of an epoch may be short. Knows no membership (P2). */
export function stepSamples(plan: TrainingPlan, step: number): StepSamples {
  const epoch = Math.ceil(step / plan.stepsPerEpoch);
  const begin = ((step - 1) % plan.stepsPerEpoch) * plan.globalBatchSize;
  const end = Math.min(begin + plan.globalBatchSize, plan.numSamples);
  return { step, epoch, begin, end };
}

/** The order in which epoch `epoch` (1-based) visits the training split: a permutation of its indices. */
export function epochOrder(plan: TrainingPlan, epoch: number): Int32Array<ArrayBuffer> {
  return permutation(plan.numSamples, createRandom(plan.seed, SHUFFLE_STREAM, epoch));
}
