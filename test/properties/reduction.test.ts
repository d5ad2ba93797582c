import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInPlace } from '../../src/collective/add-in-place.ts';
import { microShardsOfRank } from '../../src/core/plan/micro-shards.ts';
import type { Range } from '../../src/core/plan/range.ts';
import { bucketBytesOf, bucketsInOrder, bucketsOf, segmentOf } from '../../src/core/reduction/buckets.ts';
import {
  foldSubtrees,
  maximalSubtrees,
  splitOf,
  subtreeId,
  subtreeOf,
} from '../../src/core/reduction/canonical-tree.ts';
import { sumSubtree } from '../../src/worker/partial-sums.ts';

const LENGTH = 3;

/** Finite float32 values whose magnitudes differ so much that the order of additions shows in the bits. */
const value = fc
  .tuple(fc.integer({ min: -(2 ** 24), max: 2 ** 24 }), fc.integer({ min: -30, max: 30 }))
  .map(([mantissa, exponent]) => Math.fround(mantissa * 2 ** exponent));
const leaves = fc.array(
  fc.array(value, { minLength: LENGTH, maxLength: LENGTH }).map((values) => Float32Array.from(values)),
  { minLength: 1, maxLength: 16 },
);

/** The definition of the sum, written down once more: split at the largest power of two below the size. */
function plainSum(values: readonly Float32Array[]): Float32Array {
  if (values.length === 1) return values[0]!;
  let left = 1;
  while (left * 2 < values.length) left *= 2;
  const a = plainSum(values.slice(0, left));
  const b = plainSum(values.slice(left));
  return a.map((value, index) => value + b[index]!);
}

function bitsOf(vector: Float32Array): number[] {
  return [...new Int32Array(vector.buffer, vector.byteOffset, vector.length)];
}

/** Each rank's partials, as a worker computes them. */
function partials(values: readonly Float32Array[], ranges: readonly Range[]): Map<number, Float32Array> {
  const found = new Map<number, Float32Array>();
  for (const range of ranges) {
    for (const subtree of maximalSubtrees(values.length, range)) {
      const out = new Float32Array(LENGTH);
      sumSubtree(
        subtree,
        { out },
        {
          compute: (microShard, target, onFinal) => {
            target.set(values[microShard]!);
            onFinal?.({ begin: 0, end: LENGTH });
            return true;
          },
          add: addInPlace,
          levels: Array.from({ length: 12 }, () => new Float32Array(LENGTH)),
        },
      );
      found.set(subtreeId(subtree), out);
    }
  }
  return found;
}

function foldedBits(numLeaves: number, found: ReadonlyMap<number, Float32Array>): number[] {
  return bitsOf(foldSubtrees(numLeaves, (subtree) => found.get(subtreeId(subtree)), addInPlace));
}

describe('the canonical tree', () => {
  it('P3: gives the same bits for every number of ranks', () => {
    fc.assert(
      fc.property(leaves, (values) => {
        const due = bitsOf(plainSum(values));
        for (let worldSize = 1; worldSize <= values.length; worldSize++) {
          const ranges = Array.from({ length: worldSize }, (_, rank) =>
            microShardsOfRank(rank, worldSize, values.length),
          );
          expect(foldedBits(values.length, partials(values, ranges))).toEqual(due);
        }
      }),
    );
  });

  it('P3: gives the same bits for any cut into contiguous ranges, even or not', () => {
    fc.assert(
      fc.property(leaves, fc.array(fc.nat({ max: 16 }), { maxLength: 6 }), (values, drawn) => {
        const cuts = [0, ...drawn.map((cut) => Math.min(cut, values.length)), values.length];
        cuts.sort((a, b) => a - b);
        const ranges = cuts.slice(1).map((end, index) => ({ begin: cuts[index]!, end }));
        expect(foldedBits(values.length, partials(values, ranges))).toEqual(bitsOf(plainSum(values)));
      }),
    );
  });

  it('covers a range exactly, from left to right, with nodes that no larger node could replace', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.nat(), fc.nat(), (numLeaves, a, b) => {
        const [begin, end] = [a % (numLeaves + 1), b % (numLeaves + 1)].sort((x, y) => x - y);
        const found = maximalSubtrees(numLeaves, { begin: begin!, end: end! });
        expect(
          found.flatMap(({ begin, end }) => Array.from({ length: end - begin }, (_, i) => begin + i)),
        ).toEqual(Array.from({ length: end! - begin! }, (_, i) => begin! + i));
        const parents = new Map<number, Range>();
        const visit = (node: Range): void => {
          if (node.end - node.begin === 1) return;
          const middle = splitOf(node);
          for (const child of [
            { begin: node.begin, end: middle },
            { begin: middle, end: node.end },
          ]) {
            parents.set(subtreeId(child), node);
            visit(child);
          }
        };
        visit({ begin: 0, end: numLeaves });
        for (const node of found) {
          const parent = parents.get(subtreeId(node));
          if (!parent) expect(node).toEqual({ begin: 0, end: numLeaves });
          else expect(parent.begin < begin! || parent.end > end!).toBe(true);
        }
      }),
    );
  });

  it('says which micro-shard no partial covers', () => {
    const found = new Map([[subtreeId({ begin: 0, end: 2 }), new Float32Array(LENGTH)]]);
    expect(() => foldedBits(4, found)).toThrow('no partial covers micro-shard 2');
  });

  it('reads a subtree back from its number', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4095 }), fc.integer({ min: 1, max: 4096 }), (begin, end) => {
        expect(subtreeOf(subtreeId({ begin, end }))).toEqual({ begin, end });
      }),
    );
  });
});

describe('buckets and segments', () => {
  it('cut the vector without a gap, each float with one owner', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 7 }),
        (length, bucketBytes, worldSize) => {
          const segments = bucketsOf(length, bucketBytes).flatMap((bucket) =>
            Array.from({ length: worldSize }, (_, owner) => segmentOf(bucket, owner, worldSize)),
          );
          let covered = 0;
          for (const { begin, end } of segments) {
            expect(begin).toBe(covered);
            expect(end).toBeGreaterThanOrEqual(begin);
            covered = end;
          }
          expect(covered).toBe(length);
        },
      ),
    );
  });

  it('cuts a vector into eight buckets or more, unless they would be very small', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 26 }),
        fc.integer({ min: 16, max: 2 ** 22 }),
        (length, most) => {
          const bytes = bucketBytesOf(length, most);
          expect(bytes).toBeLessThanOrEqual(most);
          if (bytes < most) expect(Math.ceil((4 * length) / bytes) >= 8 || bytes === 2 ** 18).toBe(true);
        },
      ),
    );
  });

  it('exchanges the gradients from their end to their begin, then the rest, each float once', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(50),
        fc.integer({ min: 1, max: 300 }),
        (numGradients, numOthers, bytes) => {
          const length = numGradients + numOthers;
          const buckets = bucketsInOrder({ length, numGradients }, bytes);
          const numFinalOf = (position: number): number =>
            position < numGradients ? numGradients - position : position + 1;
          let numFinal = 0;
          for (const { begin, end } of buckets) {
            const isGradients = begin < numGradients;
            expect(numFinalOf(isGradients ? end - 1 : begin)).toBe(numFinal + 1);
            expect(isGradients && end > numGradients).toBe(false);
            expect(end - begin).toBeLessThanOrEqual(Math.max(1, bytes / 4));
            numFinal += end - begin;
          }
          expect(numFinal).toBe(length);
        },
      ),
    );
  });
});
