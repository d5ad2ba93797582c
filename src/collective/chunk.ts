/** A piece of a partial or of a folded segment on its way to a peer. */
export interface Chunk {
  readonly generation: number;
  readonly operation: number;
  /** Index of the first float in the flat vector. */
  readonly position: number;
  /** `subtreeId` of the micro-shards that the values are the sum of; all of them once folded. */
  readonly subtree: number;
  readonly values: Float32Array;
}

/** Largest number of floats in a chunk: 1 MiB amortises the cost of a gRPC message. */
export const MAX_CHUNK_FLOATS = 256 * 1024;
