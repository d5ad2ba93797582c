import type { JobSpec } from '../core/job/job-spec.ts';
import type { Readiness } from '../core/membership/worker-record.ts';
import type { Range } from '../core/plan/range.ts';

export interface LoadRequest {
  readonly job: JobSpec;
  /** Folder that the program's data paths start from. */
  readonly jobDirectory: string;
  /** The bundled program. */
  readonly programFile: string;
  /** State file of a checkpoint to start from, and the number of steps in it. */
  readonly checkpoint: { readonly file: string; readonly step: number } | null;
}

export interface LoadReply {
  readonly readiness: Readiness;
  /** Floats in the longest vector that is ever reduced. */
  readonly maxVectorLength: number;
}

/** Vectors below are in shared memory, `maxVectorLength` floats each, and in `memory` where that is not null. */
export interface ShareRequest {
  readonly memory: WebAssembly.Memory | null;
  /** One vector for each level of the tree of micro-shards, for the training thread alone. */
  readonly levels: readonly Float32Array[];
}

export interface ComputeRequest {
  readonly operation: number;
  /** Subtrees of micro-shards to sum, and where. */
  readonly partials: readonly { readonly subtree: Range; readonly sums: Float32Array }[];
  /** How many floats must have become final before it is worth saying so; Infinity to say so only in the end. */
  readonly announceFloats: number;
  /** Set to a number other than 0 to stop between two micro-shards. */
  readonly cancel: SharedArrayBuffer;
}

export interface ComputeReply {
  /** Floats written to each partial. */
  readonly length: number;
  readonly dataSeconds: number;
  readonly forwardBackwardSeconds: number;
  /** Pictures that this rank proposes, as JSON; empty for none. */
  readonly galleryJson: string;
}

/** What a reduced vector says, before it is applied. */
export interface ReducedSummary {
  readonly numSamples: number;
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly confusion: readonly number[];
}

export interface SnapshotReply {
  /** This rank's part of the state file. */
  readonly bytes: Uint8Array;
  readonly begin: number;
  readonly fileBytes: number;
  /** Seconds that the replica stood still. */
  readonly seconds: number;
}

/**
 * Told, while the training thread computes, how much of a partial is final: so many floats, counted from the end of
 * the gradients to the begin, and then from there on the rest of the vector.
 */
export type ProgressListener = (partial: number, numFinal: number) => void;

/** What the training thread does for the worker's main thread; each call in its turn. */
export interface TrainerApi {
  load(request: LoadRequest): Promise<LoadReply>;
  /** Says which memory the threads share; once, before the first `compute`. */
  share(request: ShareRequest): Promise<void>;
  /** Sums of this rank's micro-shards into shared memory; changes no weight. */
  compute(request: ComputeRequest, onProgress: ProgressListener): Promise<ComputeReply>;
  /** Reads loss, metrics and counts out of a reduced vector. */
  summarize(request: { operation: number; reduced: Float32Array }): Promise<ReducedSummary>;
  /** Takes the optimizer step; returns seconds. */
  apply(request: {
    operation: number;
    reduced: Float32Array;
  }): Promise<{ seconds: number; numTensors: number }>;
  /** Copies this rank's part of everything that the next step depends on. */
  snapshot(request: {
    rank: number;
    worldSize: number;
    /** Memory of an earlier snapshot that is not needed any more, to be written over. */
    memory: SharedArrayBuffer | null;
  }): Promise<SnapshotReply>;
  /** Copies all of it, for a worker that joins; `step` is the number of steps in it. */
  snapshotAll(request: Record<string, never>): Promise<{ bytes: Uint8Array; step: number }>;
  /** Takes the state over that a peer's `snapshotAll` gave. */
  restore(request: { bytes: Uint8Array; step: number }): Promise<void>;
  /** Source rows of the training samples of a step, for the message about a bad batch. */
  sampleRows(request: { step: number }): Promise<readonly number[]>;
  /** SHA-256 (hex) of the weights; writes the model into `directory` unless that is null. */
  exportModel(request: { directory: string | null }): Promise<{ weightsSha256: string }>;
}

export type TrainerMethod = keyof TrainerApi;

export interface TrainerCall {
  readonly id: number;
  readonly method: TrainerMethod;
  readonly request: unknown;
}

export type TrainerAnswer =
  | { readonly id: number; readonly progress: { readonly partial: number; readonly numFinal: number } }
  | { readonly id: number; readonly ok: true; readonly reply: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly details: string };
    };
