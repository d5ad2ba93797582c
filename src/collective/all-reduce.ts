import type { Range } from '../core/plan/range.ts';
import { plainVectorSpace, type VectorSpace } from '../kernels/vector-space.ts';
import type { ArrivedChunk } from './chunk.ts';
import { LinkError } from './link-error.ts';
import type { Mesh } from './mesh.ts';
import { beginOperation, type Operation } from './operation.ts';
import { createScratch, type Scratch } from './scratch.ts';

const FLOAT_BYTES = 4;

/** The sum over one canonical subtree of micro-shards. */
export interface Partial {
  readonly subtree: Range;
  /** Scratch: all-reduce may overwrite it. */
  readonly values: Float32Array;
}

export interface AllReduceOptions {
  readonly mesh: Mesh;
  readonly microShards: number;
  readonly bucketBytes: number;
  /** Largest number of bytes that may wait for an operation which this rank has not begun. */
  readonly maxEarlyBytes: number;
  /** Where the vectors of the requests are, for fast sums; without it they may be anywhere. */
  readonly vectors?: VectorSpace;
  /** Memory for what peers send, which may outlive the mesh. */
  readonly scratch?: Scratch;
}

export interface AllReduceRequest {
  readonly operation: number;
  /** This rank's partials, from left to right. */
  readonly partials: readonly Partial[];
  /** The first so many floats become final from the last to the first, all others after them; the same on all ranks. */
  readonly numGradients?: number;
  /** Receives the reduced vector; as long as each partial. */
  readonly out: Float32Array;
  readonly signal: AbortSignal;
}

/** What an all-reduce has moved. */
export interface Exchanged {
  readonly bytesSent: number;
  /** Floats of `out` that were complete before the last one of this rank's partials was final. */
  readonly numEarly: number;
}

/** An all-reduce whose partials may still be in the making. */
export interface RunningAllReduce {
  /** Partial number `partial` has `numFinal` floats that are final, in the order of `bucketsInOrder`; they go out. */
  advance(partial: number, numFinal: number): void;
  /** Gives up, because the partials will not become final. */
  fail(error: Error): void;
  /** Resolves when `out` is complete and no memory of the request is in use any more. */
  readonly finished: Promise<Exchanged>;
}

/** All-reduce among the ranks of one mesh, one operation at a time. */
export interface AllReduce {
  /** Begins with partials of which nothing is final. */
  begin(request: AllReduceRequest): RunningAllReduce;
  /** All-reduces partials that are final. */
  run(request: AllReduceRequest): Promise<Exchanged>;
}

/**
 * Direct exchange in two rounds: every rank sends each segment's partials to the segment's owner (reduce-scatter),
 * which folds them in the order of the canonical tree and sends the sum to all (all-gather). Each rank moves
 * 2(N-1)/N of the vector, as a ring does (Patarasu and Yuan, 2009), in two latencies. The bits do not depend on the
 * number of ranks, the bucket size, or the order of arrival (P3).
 */
export function createAllReduce(options: AllReduceOptions): AllReduce {
  const { mesh, maxEarlyBytes, vectors = plainVectorSpace } = options;
  const { scratch = createScratch(vectors.allocate) } = options;
  let current: Operation | null = null;
  let lastOperation = -1;
  let early: { fromRank: number; chunk: ArrivedChunk }[] = [];
  let earlyBytes = 0;
  let failure: Error | null = null;

  mesh.receive((fromRank, chunk) => {
    if (chunk.generation !== mesh.generation || chunk.operation <= lastOperation) {
      chunk.drop();
      return;
    }
    if (current?.number === chunk.operation) {
      current.accept(fromRank, chunk);
      return;
    }
    early.push({ fromRank, chunk });
    earlyBytes += chunk.numFloats * FLOAT_BYTES;
    if (earlyBytes > maxEarlyBytes)
      failure = new Error(`rank ${fromRank} ran ahead by more than ${maxEarlyBytes} bytes`);
  });

  mesh.broken.then(({ rank, message }) => {
    failure = new LinkError(rank, message);
    current?.fail(failure);
  });

  const acceptEarly = (operation: Operation): void => {
    const waiting = early;
    early = [];
    earlyBytes = 0;
    for (const { fromRank, chunk } of waiting) {
      if (chunk.operation === operation.number) operation.accept(fromRank, chunk);
      else if (chunk.operation > operation.number) {
        early.push({ fromRank, chunk });
        earlyBytes += chunk.numFloats * FLOAT_BYTES;
      } else chunk.drop();
    }
  };
  const finish = async (operation: Operation, signal: AbortSignal): Promise<Exchanged> => {
    try {
      return await operation.finished(signal);
    } finally {
      current = null;
      lastOperation = operation.number;
    }
  };
  const begin = (request: AllReduceRequest): RunningAllReduce => {
    const operation = beginOperation({ ...options, vectors, scratch }, request);
    current = operation;
    if (failure) operation.fail(failure);
    else acceptEarly(operation);
    return { ...operation, finished: finish(operation, request.signal) };
  };
  return {
    begin,
    run: (request) => {
      const { advance, finished } = begin(request);
      for (const index of request.partials.keys()) advance(index, request.out.length);
      return finished;
    },
  };
}
