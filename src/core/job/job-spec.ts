/**
 * A job as it is run: parsed, complete (every default filled in) and frozen.
 * It holds nothing about who runs it, so its hash identifies the weights that it leads to.
 */
export interface JobSpec {
  /** Matches `^[a-z0-9][a-z0-9._-]{0,62}$`. */
  readonly name: string;
  /** Path of the program, relative to the job folder. */
  readonly program: string;
  readonly engine: EngineChoice;
  readonly training: TrainingSpec;
  readonly workers: WorkersSpec;
  readonly checkpoint: CheckpointSpec;
  readonly evaluation: EvaluationSpec;
}

export type EngineName = 'tensorflow' | 'wasm' | 'cpu';
export type EngineChoice = 'auto' | EngineName;

export interface TrainingSpec {
  /** How long to train: whole passes over the training set, or a number of optimizer steps. */
  readonly length: { readonly unit: 'epochs' | 'steps'; readonly count: number };
  /** Samples in one step. */
  readonly globalBatchSize: number;
  /** Slices of the global batch that are never split: the leaves of the reduction tree. */
  readonly microShards: number;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** Share of the training samples held out for validation, 0 (none) up to but excluding 1. */
  readonly validationSplit: number;
  /** Drop the short last batch of an epoch instead of using it. */
  readonly dropRemainder: boolean;
}

export interface WorkersSpec {
  readonly min: number;
  readonly max: number;
  /** A worker that is silent for this long is lost. */
  readonly leaseMs: number;
  readonly stragglers: StragglersSpec;
}

/** When a rank counts as a straggler, and what becomes of it. */
export interface StragglersSpec {
  /** `keep` only says who it is; `replace` also goes on without it, so that the launcher starts another. */
  readonly policy: 'keep' | 'replace';
  /** Median absolute deviations above the median from which a step is slow. */
  readonly deviations: number;
  /** Slow steps in a row that make a straggler. */
  readonly steps: number;
}

export interface CheckpointSpec {
  /** A checkpoint is taken after every so many epochs or steps; 0 means only at the end. */
  readonly every: { readonly unit: 'epochs' | 'steps'; readonly count: number };
  /** How many of the newest complete checkpoints stay. */
  readonly keep: number;
}

export interface EvaluationSpec {
  /** Validation runs after every so many epochs; 0 means never during training. */
  readonly everyEpochs: number;
  /** Samples that go through the model at once while evaluating. */
  readonly batchSize: number;
}
