import { microShardsOfRank } from '../core/plan/micro-shards.ts';
import type { Range } from '../core/plan/range.ts';
import { bucketsOf, segmentOf } from '../core/reduction/buckets.ts';
import { foldSubtrees, maximalSubtrees, subtreeId } from '../core/reduction/canonical-tree.ts';
import { addInPlace } from './add-in-place.ts';
import { type Chunk, MAX_CHUNK_FLOATS } from './chunk.ts';
import { createDeferred } from './deferred.ts';
import { LinkError } from './link-error.ts';
import type { Mesh } from './mesh.ts';
import { createSegmentInbox, lengthOf, type SegmentInbox } from './segment-inbox.ts';

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
}

export interface AllReduceRequest {
  readonly operation: number;
  /** This rank's partials, from left to right. */
  readonly partials: readonly Partial[];
  /** Receives the reduced vector; as long as each partial. */
  readonly out: Float32Array;
  readonly signal: AbortSignal;
}

/** All-reduce among the ranks of one mesh, one operation at a time. */
export interface AllReduce {
  /** Resolves with the bytes sent when `out` is complete and no memory of the request is in use any more. */
  run(request: AllReduceRequest): Promise<number>;
}

/**
 * Direct exchange in two rounds: every rank sends each segment's partials to the segment's owner (reduce-scatter),
 * which folds them in the order of the canonical tree and sends the sum to all (all-gather). Each rank moves
 * 2(N-1)/N of the vector, as a ring does (Patarasu and Yuan, 2009), in two latencies. The bits do not depend on the
 * number of ranks, the bucket size, or the order of arrival (P3).
 */
export function createAllReduce(options: AllReduceOptions): AllReduce {
  const { mesh, maxEarlyBytes } = options;
  let current: Operation | null = null;
  let lastOperation = -1;
  let early: { fromRank: number; chunk: Chunk }[] = [];
  let earlyBytes = 0;
  let failure: Error | null = null;

  mesh.receive((fromRank, chunk) => {
    if (chunk.generation !== mesh.generation || chunk.operation <= lastOperation) return;
    if (current?.number === chunk.operation) {
      current.accept(fromRank, chunk);
      return;
    }
    early.push({ fromRank, chunk });
    earlyBytes += chunk.values.byteLength;
    if (earlyBytes > maxEarlyBytes)
      failure = new Error(`rank ${fromRank} ran ahead by more than ${maxEarlyBytes} bytes`);
  });

  mesh.broken.then(({ rank, message }) => {
    failure = new LinkError(rank, message);
    current?.fail(failure);
  });

  return {
    run: async (request) => {
      if (failure) throw failure;
      const operation = beginOperation(options, request);
      current = operation;
      const waiting = early;
      early = [];
      earlyBytes = 0;
      for (const { fromRank, chunk } of waiting) {
        if (chunk.operation === operation.number) operation.accept(fromRank, chunk);
        else if (chunk.operation > operation.number) {
          early.push({ fromRank, chunk });
          earlyBytes += chunk.values.byteLength;
        }
      }
      try {
        return await operation.finished(request.signal);
      } finally {
        current = null;
        lastOperation = operation.number;
      }
    },
  };
}

interface Operation {
  readonly number: number;
  accept(fromRank: number, chunk: Chunk): void;
  fail(error: Error): void;
  finished(signal: AbortSignal): Promise<number>;
}

/** One all-reduce in flight. */
function beginOperation(
  { mesh, microShards, bucketBytes }: AllReduceOptions,
  request: AllReduceRequest,
): Operation {
  const { operation, partials, out } = request;
  const { rank, worldSize } = mesh;
  const everything = subtreeId({ begin: 0, end: microShards });
  const buckets = bucketsOf(out.length, bucketBytes);
  const owned = buckets.map((bucket) => segmentOf(bucket, rank, worldSize));
  const { promise, resolve, reject } = createDeferred<void>();
  const sends: Promise<void>[] = [];
  let bytesSent = 0;

  const slots = new Map<number, { peer: number; values: Float32Array; received: SegmentInbox }>();
  const gathered = new Map<number, SegmentInbox>();
  for (let peer = 0; peer < worldSize; peer++) {
    if (peer === rank) continue;
    gathered.set(peer, createSegmentInbox(buckets.map((bucket) => segmentOf(bucket, peer, worldSize))));
    for (const subtree of maximalSubtrees(microShards, microShardsOfRank(peer, worldSize, microShards))) {
      slots.set(subtreeId(subtree), {
        peer,
        values: new Float32Array(lengthOf(owned)),
        received: createSegmentInbox(owned),
      });
    }
  }
  const own = new Map(partials.map(({ subtree, values }) => [subtreeId(subtree), values]));
  let numFolded = 0;

  const send = (peer: number, segment: Range, source: { subtree: number; values: Float32Array }): void => {
    for (let begin = segment.begin; begin < segment.end; begin += MAX_CHUNK_FLOATS) {
      const values = source.values.subarray(begin, Math.min(begin + MAX_CHUNK_FLOATS, segment.end));
      bytesSent += values.byteLength;
      const sent = mesh.send(peer, {
        generation: mesh.generation,
        operation,
        position: begin,
        subtree: source.subtree,
        values,
      });
      sends.push(sent);
      sent.catch((error: Error) => reject(new LinkError(peer, error.message)));
    }
  };

  /** Folds each owned segment whose partials are all there, in the order of the buckets. */
  const foldWhatIsComplete = (): void => {
    for (; numFolded < owned.length; numFolded++) {
      const bucket = numFolded;
      if ([...slots.values()].some(({ received }) => !received.hasPart(bucket))) return;
      const segment = owned[bucket];
      const offset = lengthOf(owned.slice(0, bucket));
      const length = segment.end - segment.begin;
      const sum = foldSubtrees(
        microShards,
        (subtree) => {
          const id = subtreeId(subtree);
          return (
            own.get(id)?.subarray(segment.begin, segment.end) ??
            slots.get(id)?.values.subarray(offset, offset + length)
          );
        },
        addInPlace,
      );
      out.set(sum, segment.begin);
      for (const peer of gathered.keys()) send(peer, segment, { subtree: everything, values: out });
    }
  };

  const settleIfDone = (): void => {
    if (numFolded < owned.length || [...gathered.values()].some((inbox) => !inbox.isFull())) return;
    Promise.all(sends).then(() => resolve(), reject);
  };

  for (const bucket of buckets) {
    for (const peer of gathered.keys()) {
      const segment = segmentOf(bucket, peer, worldSize);
      for (const { subtree, values } of partials)
        send(peer, segment, { subtree: subtreeId(subtree), values });
    }
  }
  foldWhatIsComplete();
  settleIfDone();

  return {
    number: operation,
    accept: (fromRank, { subtree, position, values }) => {
      try {
        if (subtree === everything) {
          gathered.get(fromRank)!.take(position, values.length);
          out.set(values, position);
        } else {
          const slot = slots.get(subtree);
          if (slot?.peer !== fromRank)
            throw new Error(`rank ${fromRank} sent a partial of subtree ${subtree}, which is not its own`);
          slot.values.set(values, slot.received.take(position, values.length));
          foldWhatIsComplete();
        }
        settleIfDone();
      } catch (error) {
        reject(error);
      }
    },
    fail: reject,
    finished: async (signal) => {
      const abort = (): void => reject(signal.reason);
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort);
      try {
        await promise;
        return bytesSent;
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
  };
}
