import type { Batch, HostTensor } from '../core/host-tensor.ts';

/** One part of a dataset, held column by column; row `i` of every column is the same sample. */
export interface Split {
  readonly numSamples: number;
  /** One tensor for each model input, shape `[numSamples, ...sampleShape]`. */
  readonly inputs: readonly HostTensor[];
  /** One tensor for each model output, shape `[numSamples, ...targetShape]`. */
  readonly targets: readonly HostTensor[];
  /** For each sample the row of the source that it came from (0-based, before cleaning). */
  readonly sourceRows: Int32Array;
}

/** What was read, what was dropped and why; printed at the start of a run, never silent. */
export interface DatasetReport {
  readonly numRowsRead: number;
  readonly numRowsDropped: number;
  readonly numValuesFilled: number;
  /** One sentence for each thing that a person should know. */
  readonly notes: readonly string[];
}

/** A dataset in memory, cut into its splits and preprocessed. A pure function of files, description and seed. */
export interface LoadedDataset {
  readonly training: Split;
  readonly validation: Split | null;
  readonly test: Split | null;
  readonly inputNames: readonly string[];
  readonly targetNames: readonly string[];
  /** Names of the classes where the (first) target is a class, else null. */
  readonly classNames: readonly string[] | null;
  /** Fitted preprocessing as JSON; kept with the model, so that prediction repeats it exactly. */
  readonly preprocessing: unknown;
  readonly report: DatasetReport;
  /** SHA-256 (hex) over all splits' shapes and bytes: two workers that differ here must not train together. */
  readonly fingerprint: string;
}

/** Copies the samples at `indices` of a split into a batch of their own, in that order. */
export type GatherBatch = (split: Split, indices: ArrayLike<number>) => Batch;
