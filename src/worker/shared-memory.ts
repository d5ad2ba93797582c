import { MAX_CHUNK_FLOATS } from '../collective/chunk.ts';
import { createScratch, type Scratch } from '../collective/scratch.ts';
import { createVectorSpace, type VectorSpace } from '../kernels/vector-space.ts';

const FLOAT_BYTES = 4;
/** Room between two vectors, so that each begins where a space has them begin. */
const GAP_BYTES = 64;

/** Memory that the training thread and this one share, for the life of the worker. */
export interface SharedMemory {
  /** Where all of the vectors are. */
  readonly vectors: VectorSpace;
  /** The reduced vector. */
  readonly reduced: Float32Array;
  /** By number, the partials of this rank. */
  readonly partials: readonly Float32Array[];
  /** For the training thread's sums, one for each level of the tree. */
  readonly levels: readonly Float32Array[];
  /** For what peers send. */
  readonly scratch: Scratch;
  /** One 32-bit integer: other than 0 to stop computing. */
  readonly cancel: SharedArrayBuffer;
  /** The same integer. */
  readonly cancelFlag: Int32Array;
}

/**
 * All vectors, of `maxVectorLength` floats, that a rank of any membership needs: a range of leaves is covered by at
 * most two subtrees for each level. The system gives pages as they are first written, so that a vector costs nothing
 * before it is used.
 */
export function createSharedMemory(maxVectorLength: number, microShards: number): SharedMemory {
  const numLevels = Math.ceil(Math.log2(microShards));
  const maxPartials = Math.max(1, 2 * numLevels);
  // Peers have as many partials each, of which this rank owns one part in as many as there are ranks.
  const scratchLength = MAX_CHUNK_FLOATS + maxPartials * maxVectorLength;
  const numVectors = 1 + maxPartials + numLevels + 1;
  const numFloats = (numVectors - 1) * maxVectorLength + scratchLength;
  const vectors = createVectorSpace(numFloats * FLOAT_BYTES + numVectors * GAP_BYTES);
  const vectorsOf = (count: number): Float32Array[] =>
    Array.from({ length: count }, () => vectors.allocate(maxVectorLength));
  const cancel = new SharedArrayBuffer(4);
  return {
    vectors,
    reduced: vectors.allocate(maxVectorLength),
    partials: vectorsOf(maxPartials),
    levels: vectorsOf(numLevels),
    scratch: createScratch((length) => vectors.allocate(Math.max(length, scratchLength))),
    cancel,
    cancelFlag: new Int32Array(cancel),
  };
}
