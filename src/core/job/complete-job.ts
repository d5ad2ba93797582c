import type { JobDocument } from './job-document.ts';
import type { JobSpec, StragglersSpec } from './job-spec.ts';

export const DEFAULT_LEASE_MS = 3_000;

const DEFAULT_MAX_WORKERS = 8;
const DEFAULT_SEED = 1;
const DEFAULT_KEPT_CHECKPOINTS = 3;
const DEFAULT_EVALUATION_BATCH_SIZE = 256;
export const DEFAULT_STRAGGLERS: StragglersSpec = Object.freeze({ policy: 'keep', deviations: 5, steps: 20 });

/** The fields from which the numbers of workers and micro-shards follow. */
export interface Sharing {
  readonly globalBatchSize: number;
  readonly microShards: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/**
 * Fills in what was left out of `workers` and `microShards`: up to eight workers, as many as there can be, and one
 * micro-shard for each of them.
 */
export function completeSharing({ globalBatchSize, microShards, min = 1, max }: Sharing): Required<{
  [Name in 'microShards' | 'min' | 'max']: number;
}> {
  const most = max ?? Math.max(min, Math.min(DEFAULT_MAX_WORKERS, microShards ?? globalBatchSize));
  return { min, max: most, microShards: microShards ?? most };
}

/** Fills in every default. The document must have passed all rules. */
export function completeJob(document: JobDocument): JobSpec {
  const { training, workers = {}, checkpoint = {}, evaluation = {} } = document;
  const { globalBatchSize } = training;
  const { min, max, microShards } = completeSharing({
    globalBatchSize,
    microShards: training.microShards,
    min: workers.min,
    max: workers.max,
  });
  return Object.freeze({
    name: document.name,
    program: document.program,
    engine: document.engine ?? 'auto',
    training: Object.freeze({
      length: every(training.epochs, training.steps),
      globalBatchSize,
      microShards,
      seed: training.seed ?? DEFAULT_SEED,
      validationSplit: training.validationSplit ?? 0,
      dropRemainder: training.dropRemainder ?? false,
    }),
    workers: Object.freeze({
      min,
      max,
      leaseMs: Math.round((workers.leaseSeconds ?? DEFAULT_LEASE_MS / 1000) * 1000),
      stragglers: completeStragglers(workers.stragglers),
    }),
    checkpoint: Object.freeze({
      every: every(checkpoint.everyEpochs, checkpoint.everySteps),
      keep: checkpoint.keep ?? DEFAULT_KEPT_CHECKPOINTS,
    }),
    evaluation: Object.freeze({
      everyEpochs: evaluation.everyEpochs ?? 1,
      batchSize: evaluation.batchSize ?? DEFAULT_EVALUATION_BATCH_SIZE,
    }),
  });
}

function completeStragglers({
  policy = DEFAULT_STRAGGLERS.policy,
  deviations = DEFAULT_STRAGGLERS.deviations,
  steps = DEFAULT_STRAGGLERS.steps,
}: NonNullable<NonNullable<JobDocument['workers']>['stragglers']> = {}): StragglersSpec {
  return Object.freeze({ policy, deviations, steps });
}

/** Counts in steps where steps are given, else in epochs, by default one. */
function every(epochs: number | undefined, steps: number | undefined): JobSpec['checkpoint']['every'] {
  return Object.freeze(
    steps === undefined
      ? { unit: 'epochs' as const, count: epochs ?? 1 }
      : { unit: 'steps' as const, count: steps },
  );
}
