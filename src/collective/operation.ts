import { microShardsOfRank } from '../core/plan/micro-shards.ts';
import type { Range } from '../core/plan/range.ts';
import { bucketsInOrder, segmentOf } from '../core/reduction/buckets.ts';
import { foldSubtrees, maximalSubtrees, subtreeId } from '../core/reduction/canonical-tree.ts';
import type { AllReduceOptions, AllReduceRequest, Exchanged, Partial } from './all-reduce.ts';
import { type ArrivedChunk, MAX_CHUNK_FLOATS } from './chunk.ts';
import { createDeferred } from './deferred.ts';
import { LinkError } from './link-error.ts';
import { createSegmentInbox, lengthOf, type SegmentInbox } from './segment-inbox.ts';

/** One all-reduce in flight. */
export interface Operation {
  readonly number: number;
  /** Takes a chunk of this operation. */
  accept(fromRank: number, chunk: ArrivedChunk): void;
  /** See `RunningAllReduce`. */
  advance(partial: number, numFinal: number): void;
  fail(error: Error): void;
  finished(signal: AbortSignal): Promise<Exchanged>;
}

/** The id of no subtree. */
const NONE = -1;

/** A peer's partial of the segments that this rank owns, laid end to end. */
interface Slot {
  readonly peer: number;
  readonly values: Float32Array;
  readonly received: SegmentInbox;
}

/**
 * Sends this rank's partials to the owners of the segments, bucket by bucket as they become final, and what it owns to
 * all as soon as it is folded.
 */
export function beginOperation(
  { mesh, microShards, bucketBytes, vectors, scratch }: Required<AllReduceOptions>,
  { operation, partials, numGradients = 0, out }: AllReduceRequest,
): Operation {
  const { rank, worldSize, generation } = mesh;
  const everything = subtreeId({ begin: 0, end: microShards });
  const buckets = bucketsInOrder({ length: out.length, numGradients }, bucketBytes);
  const segmentsOf = (owner: number): Range[] => buckets.map((bucket) => segmentOf(bucket, owner, worldSize));
  const owned = segmentsOf(rank);
  const numOwned = lengthOf(owned);
  const own = new Map(partials.map(({ subtree, values }) => [subtreeId(subtree), values]));
  // Each rank begins with the one after it, so that not all send to the same one at once.
  const peers = Array.from({ length: worldSize - 1 }, (_, index) => (rank + 1 + index) % worldSize);
  const gathered = new Map(peers.map((peer) => [peer, createSegmentInbox(segmentsOf(peer))]));
  const sources = peers.flatMap((peer) =>
    maximalSubtrees(microShards, microShardsOfRank(peer, worldSize, microShards)).map((subtree) => ({
      peer,
      id: subtreeId(subtree),
    })),
  );
  const memory = scratch.get(MAX_CHUNK_FLOATS + sources.length * numOwned);
  const hot = memory.subarray(0, MAX_CHUNK_FLOATS);
  const slots = new Map<number, Slot>();
  for (const [index, { peer, id }] of sources.entries()) {
    const begin = MAX_CHUNK_FLOATS + index * numOwned;
    const values = memory.subarray(begin, begin + numOwned);
    slots.set(id, { peer, values, received: createSegmentInbox(owned) });
  }
  const { promise, resolve, reject } = createDeferred<void>();
  const bucketEnds = endsOf(buckets);
  const ownedEnds = endsOf(owned);
  /** By partial, how many buckets are final, and how many owned floats all of them have final. */
  const numFinalBuckets = partials.map(() => 0);
  let numOwnFinal = 0;
  let isOver = false;
  let numEarly = 0;
  let bytesSent = 0;
  let numSending = 0;
  let numFolded = 0;
  let part = 0;
  let partBegin = 0;

  const fail = (error: unknown): void => {
    isOver = true;
    reject(error);
  };
  const isAllFinal = (): boolean => numFinalBuckets.every((count) => count === buckets.length);
  const settleIfDone = (): void => {
    if (numSending > 0 || numFolded < numOwned || !isAllFinal()) return;
    for (const inbox of gathered.values()) if (!inbox.isFull()) return;
    resolve();
  };
  const send = (peer: number, segment: Range, source: { subtree: number; values: Float32Array }): void => {
    for (let position = segment.begin; position < segment.end; position += MAX_CHUNK_FLOATS) {
      const values = source.values.subarray(position, Math.min(position + MAX_CHUNK_FLOATS, segment.end));
      bytesSent += values.byteLength;
      numSending += 1;
      mesh.send(peer, { generation, operation, position, subtree: source.subtree, values }).then(
        () => {
          numSending -= 1;
          settleIfDone();
        },
        (error: Error) => fail(new LinkError(peer, error.message)),
      );
    }
  };
  /**
   * Sums the floats `piece` of the vector, which are `offset` floats into the owned ones. The values of the subtree
   * `lastId` are in `hot` instead of their slot.
   */
  const fold = (piece: Range, offset: number, lastId: number): void => {
    const target = out.subarray(piece.begin, piece.end);
    let numAdditions = own.size + slots.size - 1;
    const folded = foldSubtrees(
      microShards,
      (subtree) => {
        const id = subtreeId(subtree);
        if (id === lastId) return hot.subarray(0, target.length);
        return (
          own.get(id)?.subarray(piece.begin, piece.end) ??
          slots.get(id)?.values.subarray(offset, offset + target.length)
        );
      },
      (left, right) => {
        numAdditions -= 1;
        const sum = numAdditions === 0 ? target : left;
        vectors.sum(sum, left, right);
        return sum;
      },
    );
    if (folded !== target) target.set(folded);
    for (const peer of peers) send(peer, piece, { subtree: everything, values: out });
  };
  /** Folds what is final here and what all have sent, segment by segment. */
  const foldWhatIsComplete = (lastId = NONE): void => {
    let numComplete = numOwnFinal;
    for (const { received } of slots.values()) numComplete = Math.min(numComplete, received.numReceived());
    while (numFolded < numComplete) {
      const { begin, end } = owned[part]!;
      const from = begin + numFolded - partBegin;
      const to = Math.min(end, begin + numComplete - partBegin);
      fold({ begin: from, end: to }, numFolded, lastId);
      numFolded += to - from;
      if (to === end) {
        part += 1;
        partBegin = numFolded;
      }
    }
  };
  /** True when only `slot` lacks the `numFloats` floats that are to be folded next. */
  const isAwaited = (slot: Slot, offset: number, numFloats: number): boolean => {
    if (offset !== numFolded || offset + numFloats > numOwnFinal) return false;
    for (const other of slots.values())
      if (other !== slot && other.received.numReceived() < offset + numFloats) return false;
    return true;
  };
  const accept = (fromRank: number, chunk: ArrivedChunk): void => {
    const { subtree, position, numFloats } = chunk;
    if (subtree === everything) {
      gathered.get(fromRank)!.take(position, numFloats);
      chunk.take(out.subarray(position, position + numFloats));
      return;
    }
    const slot = slots.get(subtree);
    if (slot?.peer !== fromRank)
      throw new Error(`rank ${fromRank} sent a partial of subtree ${subtree}, which is not its own`);
    const offset = slot.received.take(position, numFloats);
    // What is summed at once need not leave the processor's cache.
    const isLast = isAwaited(slot, offset, numFloats);
    chunk.take(isLast ? hot.subarray(0, numFloats) : slot.values.subarray(offset, offset + numFloats));
    foldWhatIsComplete(isLast ? subtree : NONE);
  };

  const sendBucket = (bucket: Range, { subtree, values }: Partial): void => {
    for (const peer of peers) {
      send(peer, segmentOf(bucket, peer, worldSize), { subtree: subtreeId(subtree), values });
    }
  };
  const advance = (partial: number, numFinal: number): void => {
    const wasAllFinal = isAllFinal();
    const first = numFinalBuckets[partial]!;
    let last = first;
    while (last < buckets.length && bucketEnds[last]! <= numFinal) last += 1;
    numFinalBuckets[partial] = last;
    if (!wasAllFinal && isAllFinal()) numEarly = numReduced();
    for (const bucket of buckets.slice(first, last)) sendBucket(bucket, partials[partial]!);
    numOwnFinal = ownedEnds[Math.min(...numFinalBuckets) - 1] ?? 0;
    foldWhatIsComplete();
    settleIfDone();
  };
  const numReduced = (): number => {
    let count = numFolded;
    for (const inbox of gathered.values()) count += inbox.numReceived();
    return count;
  };

  return {
    number: operation,
    accept: (fromRank, chunk) => {
      if (isOver) {
        chunk.drop();
        return;
      }
      try {
        accept(fromRank, chunk);
        settleIfDone();
      } catch (error) {
        fail(error);
      }
    },
    advance: (partial, numFinal) => {
      if (!isOver) advance(partial, numFinal);
    },
    fail,
    finished: async (signal) => {
      const abort = (): void => fail(signal.reason);
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort);
      try {
        await promise;
        return { bytesSent, numEarly };
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
  };
}

/** Where each of the ranges ends when they are laid end to end. */
function endsOf(ranges: readonly Range[]): number[] {
  let end = 0;
  return ranges.map((range) => {
    end += range.end - range.begin;
    return end;
  });
}
