import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInPlace } from '../../../src/collective/add-in-place.ts';
import { type AllReduce, createAllReduce, type Partial } from '../../../src/collective/all-reduce.ts';
import type { Chunk } from '../../../src/collective/chunk.ts';
import { microShardsOfRank } from '../../../src/core/plan/micro-shards.ts';
import { createRandom, randomBelow } from '../../../src/core/plan/random.ts';
import type { Range } from '../../../src/core/plan/range.ts';
import { foldSubtrees, maximalSubtrees, subtreeId } from '../../../src/core/reduction/canonical-tree.ts';
import { createMemoryMeshes, type MemoryMeshes } from './memory-mesh.ts';

/** One vector for each micro-shard, of magnitudes so mixed that the order of additions shows in the bits. */
function randomVectors(microShards: number, length: number, seed: number): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: microShards }, () =>
    Float32Array.from({ length }, () => (random() / 2 ** 31 - 1) * 10 ** randomBelow(random, 8)),
  );
}

function sumOf(vectors: readonly Float32Array[], { begin, end }: Range): Float32Array {
  return foldSubtrees(
    vectors.length,
    (node) => {
      if (node.end <= begin || end <= node.begin) return new Float32Array(vectors[0]!.length);
      return node.end - node.begin === 1 ? vectors[node.begin]!.slice() : undefined;
    },
    addInPlace,
  );
}

/** What rank `rank` brings: its micro-shards folded to maximal canonical subtrees. */
function partialsOf(vectors: readonly Float32Array[], rank: number, worldSize: number): Partial[] {
  const range = microShardsOfRank(rank, worldSize, vectors.length);
  return maximalSubtrees(vectors.length, range).map((subtree) => ({
    subtree,
    values: sumOf(vectors, subtree),
  }));
}

function bitsOf(vector: Float32Array): number[] {
  return [...new Int32Array(vector.buffer, vector.byteOffset, vector.length)];
}

interface Ranks {
  readonly memory: MemoryMeshes;
  readonly reducers: readonly AllReduce[];
  /** Begins an operation on one rank. */
  begin(rank: number, operation: number, signal?: AbortSignal): { out: Float32Array; sent: Promise<number> };
}

function createRanks(options: {
  readonly worldSize: number;
  readonly vectors: readonly Float32Array[];
  readonly bucketBytes?: number;
  readonly maxEarlyBytes?: number;
}): Ranks {
  const { worldSize, vectors, bucketBytes = 16, maxEarlyBytes = 2 ** 20 } = options;
  const memory = createMemoryMeshes(worldSize);
  const reducers = memory.meshes.map((mesh) =>
    createAllReduce({ mesh, microShards: vectors.length, bucketBytes, maxEarlyBytes }),
  );
  return {
    memory,
    reducers,
    begin: (rank, operation, signal = new AbortController().signal) => {
      const out = new Float32Array(vectors[0]!.length).fill(Number.NaN);
      const partials = partialsOf(vectors, rank, worldSize);
      const sent = reducers[rank]!.run({ operation, partials, out, signal }).then(
        ({ bytesSent }) => bytesSent,
      );
      sent.catch(() => undefined);
      return { out, sent };
    },
  };
}

const first = (): number => 0;

/**
 * Begins an operation with partials that are not computed yet. Each maker makes so many more floats of its partial,
 * as a backward pass does: from the last gradient to the first, then the rest. It returns true when it is done.
 */
function beginEmpty(
  reducer: AllReduce,
  { partials, numGradients, length }: { partials: Partial[]; numGradients: number; length: number },
) {
  const order = Array.from({ length }, (_, i) => (i < numGradients ? numGradients - 1 - i : i));
  const out = new Float32Array(length).fill(Number.NaN);
  const unmade = partials.map(({ subtree }) => ({ subtree, values: out.slice() }));
  const { signal } = new AbortController();
  const request = { operation: 4, partials: unmade, numGradients, out, signal };
  const { advance, fail, finished } = reducer.begin(request);
  finished.catch(() => undefined);
  const makers = partials.map(({ values }, index) => {
    let numFinal = 0;
    return (count: number): boolean => {
      const end = Math.min(length, numFinal + count);
      for (const position of order.slice(numFinal, end)) unmade[index]!.values[position] = values[position]!;
      numFinal = end;
      advance(index, numFinal);
      return numFinal === length;
    };
  });
  return { out, makers, fail, finished };
}

describe('all-reduce', () => {
  it('P3, P4: gives every rank the bits of the fold, whatever the order of arrival and the bucket size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          microShards: fc.integer({ min: 1, max: 12 }),
          numRanks: fc.integer({ min: 1, max: 6 }),
          length: fc.integer({ min: 1, max: 40 }),
          bucketBytes: fc.integer({ min: 1, max: 200 }),
          seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        }),
        async ({ microShards, numRanks, length, bucketBytes, seed }) => {
          const worldSize = Math.min(numRanks, microShards);
          const vectors = randomVectors(microShards, length, seed);
          const ranks = createRanks({ worldSize, vectors, bucketBytes });
          const random = createRandom(seed, 1);
          const due = bitsOf(sumOf(vectors, { begin: 0, end: microShards }));
          for (const operation of [4, 8]) {
            const running = ranks.memory.meshes.map(({ rank }) => ranks.begin(rank, operation));
            await ranks.memory.deliver((numLinks) => randomBelow(random, numLinks));
            await Promise.all(running.map(({ sent }) => sent));
            for (const { out } of running) expect(bitsOf(out)).toEqual(due);
          }
        },
      ),
    );
  });

  it('P3, P4: gives the same bits when partials become final bit by bit, in any order among ranks and messages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          microShards: fc.integer({ min: 1, max: 9 }),
          numRanks: fc.integer({ min: 1, max: 4 }),
          numGradients: fc.integer({ min: 0, max: 30 }),
          numOthers: fc.integer({ min: 1, max: 5 }),
          bucketBytes: fc.integer({ min: 1, max: 60 }),
          seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        }),
        async ({ microShards, numRanks, numGradients, numOthers, bucketBytes, seed }) => {
          const worldSize = Math.min(numRanks, microShards);
          const length = numGradients + numOthers;
          const vectors = randomVectors(microShards, length, seed);
          const { memory, reducers } = createRanks({ worldSize, vectors, bucketBytes });
          const random = createRandom(seed, 1);
          const running = reducers.map((reducer, rank) =>
            beginEmpty(reducer, { partials: partialsOf(vectors, rank, worldSize), numGradients, length }),
          );
          const waiting = running.flatMap(({ makers }) => makers);
          while (waiting.length > 0) {
            const index = randomBelow(random, waiting.length);
            if (waiting[index]!(1 + randomBelow(random, 12))) waiting.splice(index, 1);
            await memory.deliver((numLinks) => randomBelow(random, numLinks), randomBelow(random, 4));
          }
          await memory.deliver((numLinks) => randomBelow(random, numLinks));
          const due = bitsOf(sumOf(vectors, { begin: 0, end: microShards }));
          for (const { out, finished } of running) {
            const { numEarly } = await finished;
            expect(bitsOf(out)).toEqual(due);
            expect(numEarly).toBeLessThan(length);
          }
        },
      ),
    );
  });

  it('says how much was complete before its partial was', async () => {
    const vectors = randomVectors(2, 16, 2);
    const { memory, reducers } = createRanks({ worldSize: 2, vectors, bucketBytes: 16 });
    const running = reducers.map((reducer, rank) =>
      beginEmpty(reducer, { partials: partialsOf(vectors, rank, 2), numGradients: 12, length: 16 }),
    );
    for (const { makers } of running) makers[0]!(8);
    await memory.deliver(first);
    for (const { makers } of running) makers[0]!(8);
    await memory.deliver(first);
    for (const { finished } of running) expect(await finished).toEqual({ bytesSent: 64, numEarly: 8 });
  });

  it('rejects when it is told that its partials will not be complete, and sends no more of them', async () => {
    const vectors = randomVectors(2, 16, 2);
    const { memory, reducers } = createRanks({ worldSize: 2, vectors });
    const { makers, fail, finished } = beginEmpty(reducers[0]!, {
      partials: partialsOf(vectors, 0, 2),
      numGradients: 0,
      length: 16,
    });
    fail(new Error('the program threw'));
    makers[0]!(16);
    await expect(finished).rejects.toThrow('the program threw');
    expect(memory.numWaiting()).toBe(0);
  });

  it('keeps what comes before a rank has begun, for this operation and the next', async () => {
    const vectors = randomVectors(4, 10, 1);
    const ranks = createRanks({ worldSize: 2, vectors });
    const early = ranks.begin(0, 4);
    await ranks.memory.deliver(first);
    const late = ranks.begin(1, 4);
    await ranks.memory.deliver(first);
    await Promise.all([early.sent, late.sent]);
    expect(bitsOf(late.out)).toEqual(bitsOf(early.out));
  });

  it('says how many bytes it sent: 2(N-1)/N of the vector where each rank has one partial', async () => {
    const vectors = randomVectors(4, 16, 2);
    const ranks = createRanks({ worldSize: 4, vectors, bucketBytes: 64 });
    const running = [0, 1, 2, 3].map((rank) => ranks.begin(rank, 4));
    await ranks.memory.deliver(first);
    for (const { sent } of running) expect(await sent).toBe(16 * 4 * 2 * (3 / 4));
  });

  it('fails a rank whose peer runs ahead by more than the limit', async () => {
    const ranks = createRanks({ worldSize: 2, vectors: randomVectors(2, 40, 3), maxEarlyBytes: 20 });
    ranks.begin(0, 4);
    await ranks.memory.deliver(first);
    await expect(ranks.begin(1, 4).sent).rejects.toThrow('rank 0 ran ahead by more than 20 bytes');
  });

  it('rejects with the reason when it is aborted, before or during the exchange', async () => {
    const ranks = createRanks({ worldSize: 2, vectors: randomVectors(2, 10, 4) });
    await expect(ranks.begin(0, 4, AbortSignal.abort(new Error('too late'))).sent).rejects.toThrow(
      'too late',
    );
    const abort = new AbortController();
    const { sent } = ranks.begin(1, 4, abort.signal);
    abort.abort(new Error('given up'));
    await expect(sent).rejects.toThrow('given up');
  });

  it('rejects when a link breaks, and every operation after that', async () => {
    const ranks = createRanks({ worldSize: 2, vectors: randomVectors(2, 10, 5) });
    const { sent } = ranks.begin(0, 4);
    ranks.memory.breakLink(0, 1, 'connection reset');
    await expect(sent).rejects.toThrow('the link to rank 1 broke: connection reset');
    await expect(ranks.begin(0, 8).sent).rejects.toMatchObject({ name: 'LinkError', rank: 1 });
  });
});

describe('a chunk', () => {
  const worldSize = 3;
  const vectors = randomVectors(3, 12, 6);
  const chunk = (from: number, change: globalThis.Partial<Chunk> = {}): Chunk => ({
    generation: 1,
    operation: 4,
    position: 0,
    subtree: subtreeId({ begin: from, end: from + 1 }),
    values: vectors[from]!.slice(0, 4),
    ...change,
  });
  /** Rank 0 of three; it owns the floats 0 to 4 of the only bucket. */
  const rankZero = (): { memory: MemoryMeshes; out: Float32Array; sent: Promise<number> } => {
    const { memory, begin } = createRanks({ worldSize, vectors, bucketBytes: 48 });
    return { memory, ...begin(0, 4) };
  };
  const due = sumOf(vectors, { begin: 0, end: 3 });
  const finish = (memory: MemoryMeshes): void => {
    memory.inject(1, 0, chunk(1));
    memory.inject(2, 0, chunk(2));
    for (const rank of [1, 2]) {
      const position = 4 * rank;
      const values = due.slice(position, position + 4);
      memory.inject(rank, 0, chunk(rank, { subtree: subtreeId({ begin: 0, end: 3 }), position, values }));
    }
  };

  it('completes the operation when all have come', async () => {
    const { memory, out, sent } = rankZero();
    finish(memory);
    await sent;
    expect(bitsOf(out)).toEqual(bitsOf(due));
  });

  it.each([
    [
      'out of order',
      [1, chunk(1, { position: 2, values: new Float32Array(2) })],
      'floats 2 to 4 came where 0 to 4 were due',
    ],
    [
      'longer than the segment',
      [1, chunk(1, { values: new Float32Array(5) })],
      'floats 0 to 5 came where 0 to 4 were due',
    ],
    [
      'of micro-shards that do not exist',
      [1, chunk(1, { subtree: subtreeId({ begin: 7, end: 8 }) })],
      'which is not its own',
    ],
    ['of the receiver itself', [1, chunk(0)], 'which is not its own'],
    ['of another peer', [1, chunk(2)], 'which is not its own'],
    [
      'of a folded segment that another rank owns',
      [1, chunk(1, { subtree: subtreeId({ begin: 0, end: 3 }), position: 8 })],
      'floats 8 to 12 came where 4 to 8 were due',
    ],
  ] as const)('%s fails the operation', async (_, [from, wrong], message) => {
    const { memory, sent } = rankZero();
    memory.inject(from, 0, wrong);
    await expect(sent).rejects.toThrow(message);
  });

  it('that comes twice fails the operation', async () => {
    const { memory, sent } = rankZero();
    memory.inject(1, 0, chunk(1));
    memory.inject(1, 0, chunk(1));
    await expect(sent).rejects.toThrow('floats 0 to 4 came where 4 to 4 were due');
  });

  it.each([
    ['another generation', { generation: 2 }],
    ['an older generation', { generation: 0 }],
  ])('P7: of %s has no effect', async (_, change) => {
    const { memory, out, sent } = rankZero();
    memory.inject(1, 0, chunk(1, { ...change, values: new Float32Array(4).fill(1e9) }));
    finish(memory);
    await sent;
    expect(bitsOf(out)).toEqual(bitsOf(due));
  });

  it('of an operation that is over has no effect on the next', async () => {
    const { memory, begin } = createRanks({ worldSize, vectors, bucketBytes: 48, maxEarlyBytes: 20 });
    const abort = new AbortController();
    const { sent } = begin(0, 3, abort.signal);
    abort.abort(new Error('given up'));
    await expect(sent).rejects.toThrow('given up');
    for (let late = 0; late < 3; late++) memory.inject(1, 0, chunk(1, { operation: 3 }));
    const next = begin(0, 4);
    finish(memory);
    await next.sent;
    expect(bitsOf(next.out)).toEqual(bitsOf(due));
  });
});
