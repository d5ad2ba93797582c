/** Where the values of a piece of a partial or of a folded segment belong. */
export interface ChunkHeader {
  readonly generation: number;
  readonly operation: number;
  /** Index of the first float in the flat vector. */
  readonly position: number;
  /** `subtreeId` of the micro-shards that the values are the sum of; all of them once folded. */
  readonly subtree: number;
}

/** A piece on its way to a peer. */
export interface Chunk extends ChunkHeader {
  readonly values: Float32Array;
}

/** A piece that a peer sent. It holds memory of the link until it is taken or dropped, so that a peer cannot run far ahead. */
export interface ArrivedChunk extends ChunkHeader {
  readonly numFloats: number;
  /** Copies the values to `target`, `numFloats` long; throws if they are not those that were sent. Once. */
  take(target: Float32Array): void;
  /** Gives the memory back unread. */
  drop(): void;
}

/** Largest number of floats in a chunk: 1 MiB amortises the cost of a gRPC message. */
export const MAX_CHUNK_FLOATS = 256 * 1024;

/** A chunk whose values are in this process' memory already. */
export function arrived({ values, ...header }: Chunk): ArrivedChunk {
  return { ...header, numFloats: values.length, take: (target) => target.set(values), drop: () => undefined };
}
