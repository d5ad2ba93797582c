import type { Batch, HostTensor } from '../core/host-tensor.ts';
import type { Range } from '../core/plan/range.ts';

/**
 * The flat float32 vector that a micro-shard contributes and that all-reduce sums:
 * `[gradient sums | non-trainable update sums | loss sum | metric sums | sample count]`.
 * Weights are laid out by their index in the model, never by name.
 */
export interface StepLayout {
  readonly numGradients: number;
  readonly numState: number;
  readonly metricNames: readonly string[];
  /** `numGradients + numState + 1 + metricNames.length + 1`. */
  readonly length: number;
}

/**
 * The vector that evaluation sums: `[loss sum | metric sums | confusion (row = actual) | sample count]`,
 * with `numClasses ** 2` confusion counts, or none where the target is not a class.
 */
export interface EvaluationLayout {
  readonly metricNames: readonly string[];
  readonly numClasses: number;
  readonly length: number;
}

/** Means over the samples of one step or one evaluation. */
export interface Summary {
  readonly numSamples: number;
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** How wrong (or right) the model was on one sample. `probability` is that of the predicted class. */
export interface SamplePrediction {
  /** Position of the sample in its split. */
  readonly index: number;
  readonly actual: number;
  readonly predicted: number;
  readonly probability: number;
}

/** One model with its weights and optimizer, on one engine. Calls are synchronous unless they say otherwise. */
export interface Replica {
  readonly stepLayout: StepLayout;
  readonly evaluationLayout: EvaluationLayout;
  /**
   * One forward and one backward pass over a small real batch, before the first step. Throws MODEL_INVALID for what would
   * fail later; returns one warning for each thing that a person should know. Changes nothing.
   */
  preflight(batch: Batch): string[];
  /**
   * Sums over one micro-shard of the current step, written over `out` (length `stepLayout.length`). Changes no weight.
   * `onFinal` is told, some of it while the backward pass still runs, of ranges of `out` that hold their last value:
   * those of the gradients adjoin from the last weight to the first, then comes the rest; together they are all of it.
   */
  computeMicroShard(
    batch: Batch,
    at: { step: number; microShard: number },
    out: Float32Array,
    onFinal?: (range: Range) => void,
  ): void;
  /** Divides the reduced vector by its count and takes one optimizer step. The only call that changes weights. */
  apply(reduced: Float32Array): Summary;
  /** Sums over one batch, *added* to `out` (length `evaluationLayout.length`); returns the classes where there are any. */
  evaluate(batch: Batch, firstIndex: number, out: Float64Array): SamplePrediction[];
  /** One host tensor for each model output. */
  predict(inputs: readonly HostTensor[]): HostTensor[];
  /** SHA-256 (hex) over all weights in index order as little-endian float32. */
  weightsSha256(): string;
  /** Everything that the next step depends on besides the job: weights, optimizer slots and counters, as bytes by name. */
  saveState(): ReplicaState;
  /** The same, good until the next call: values may lie in the engine's own memory. */
  viewState(): ReplicaState;
  /** The inverse of `saveState`; bit for bit. Throws CHECKPOINT_INVALID when names or shapes do not fit. */
  loadState(state: ReplicaState): void;
  /** Writes `model.json` and `weights.bin` into a folder that exists, in the LayersModel format of TF.js. */
  exportModel(folder: string): Promise<void>;
  /** Number of live tensors on the engine; flat from step to step. */
  numTensors(): number;
  dispose(): void;
}

export interface ReplicaState {
  readonly tensors: readonly { readonly name: string; readonly value: HostTensor }[];
}
