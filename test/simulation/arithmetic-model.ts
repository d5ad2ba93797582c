import { createHash } from 'node:crypto';
import { addInPlace } from '../../src/collective/add-in-place.ts';
import type { JobSpec } from '../../src/core/job/job-spec.ts';
import { samplesOfMicroShard } from '../../src/core/plan/micro-shards.ts';
import { createRandom } from '../../src/core/plan/random.ts';
import { partOf } from '../../src/core/plan/range.ts';
import { epochOrder, stepSamples } from '../../src/core/plan/sampler.ts';
import type { TrainingPlan } from '../../src/core/plan/training-plan.ts';
import type { Work } from '../../src/core/plan/work.ts';
import type { SubtreeTools } from '../../src/worker/partial-sums.ts';

export const NUM_WEIGHTS = 10;
export const NUM_TRAINING = 20;
const NUM_VALIDATION = 6;
const LEARNING_RATE = 0.05;
const MOMENTUM = 0.9;

/** Gradients, then the sums of loss and samples. */
export const VECTOR_LENGTH = NUM_WEIGHTS + 2;
const LOSS = NUM_WEIGHTS;
const COUNT = NUM_WEIGHTS + 1;

/**
 * A linear regression with momentum and a mask that is drawn for each step and micro-shard, in float32 throughout. A
 * sample that is lost, repeated or out of its place changes the weights' bits.
 */
export interface ArithmeticModel {
  /** Sums of one micro-shard of a training step or a validation, written over `out`. */
  sumMicroShard(work: Work, microShard: number, out: Float32Array): void;
  apply(reduced: Float32Array): void;
  /** Weights and momentum as bytes. */
  save(): Uint8Array;
  load(bytes: Uint8Array): void;
  weightsSha256(): string;
}

export function createArithmeticModel(job: JobSpec, plan: TrainingPlan): ArithmeticModel {
  const state = new Float32Array(2 * NUM_WEIGHTS);
  const weights = state.subarray(0, NUM_WEIGHTS);
  const momentum = state.subarray(NUM_WEIGHTS);
  const random = createRandom(job.training.seed, 1);
  for (let i = 0; i < NUM_WEIGHTS; i++) weights[i] = random() / 2 ** 32 - 0.5;
  const mask = new Float32Array(NUM_WEIGHTS);

  const addSample = (sample: number, out: Float32Array): void => {
    const features = FEATURES[sample]!;
    let error = -features[NUM_WEIGHTS]!;
    for (let i = 0; i < NUM_WEIGHTS; i++) error += weights[i]! * features[i]! * mask[i]!;
    for (let i = 0; i < NUM_WEIGHTS; i++) out[i]! += error * features[i]! * mask[i]!;
    out[LOSS]! += error * error;
    out[COUNT]! += 1;
  };
  const trainingSamples = (step: number, microShard: number): Int32Array => {
    const samples = stepSamples(plan, step);
    const { begin, end } = samplesOfMicroShard(samples, microShard, plan.microShards);
    return orderOf(plan, samples.epoch).subarray(begin, end);
  };
  return {
    sumMicroShard: (work, microShard, out) => {
      out.fill(0);
      if (work.kind === 'train') {
        const draw = createRandom(job.training.seed, work.step, microShard);
        for (let i = 0; i < NUM_WEIGHTS; i++) mask[i] = draw() % 8 === 0 ? 0 : 1;
        for (const sample of trainingSamples(work.step, microShard)) addSample(sample, out);
      } else {
        mask.fill(1);
        const { begin, end } = partOf(NUM_VALIDATION, microShard, plan.microShards);
        for (let sample = begin; sample < end; sample++) addSample(NUM_TRAINING + sample, out);
      }
    },
    apply: (reduced) => {
      for (let i = 0; i < NUM_WEIGHTS; i++) {
        momentum[i] = MOMENTUM * momentum[i]! + reduced[i]! / reduced[COUNT]!;
        weights[i]! -= LEARNING_RATE * momentum[i]!;
      }
    },
    save: () => new Uint8Array(state.slice().buffer),
    load: (bytes) => state.set(new Float32Array(bytes.slice().buffer)),
    weightsSha256: () => createHash('sha256').update(weights).digest('hex'),
  };
}

/** Most levels that the tree of a simulated job has. */
const MAX_LEVELS = 8;

/** What `sumSubtree` needs, around a function that sums one micro-shard. */
export function subtreeTools(sumMicroShard: (microShard: number, out: Float32Array) => void): SubtreeTools {
  return {
    compute: (microShard, out, onFinal) => {
      sumMicroShard(microShard, out);
      onFinal?.({ begin: 0, end: out.length });
      return true;
    },
    add: addInPlace,
    levels: Array.from({ length: MAX_LEVELS }, () => new Float32Array(VECTOR_LENGTH)),
  };
}

/** Loss and number of samples in a reduced vector. */
export function summaryOf(reduced: Float32Array): { numSamples: number; loss: number } {
  return { numSamples: reduced[COUNT]!, loss: reduced[LOSS]! / reduced[COUNT]! };
}

/** For each sample its features and, last, its target. */
const FEATURES: readonly Float32Array[] = Array.from(
  { length: NUM_TRAINING + NUM_VALIDATION },
  (_, sample) => {
    const random = createRandom(sample);
    return Float32Array.from({ length: NUM_WEIGHTS + 1 }, () => random() / 2 ** 31 - 1);
  },
);

const orders = new Map<string, Int32Array>();

/** The order of an epoch, drawn once for all workers and schedules. */
function orderOf(plan: TrainingPlan, epoch: number): Int32Array {
  const key = `${plan.seed} ${epoch}`;
  const known = orders.get(key) ?? epochOrder(plan, epoch);
  orders.set(key, known);
  return known;
}
