import { describe, expect, it } from 'vitest';
import { sumSubtree } from '../../../src/worker/partial-sums.ts';

/** Float32 values whose sum depends on the order: only ((a + b) + c) + d in pairs gives the tree's bits. */
const VALUES = [2 ** 24, 1, 1, 1, 1];

function compute(seen: number[] = []) {
  return (microShard: number, out: Float32Array): boolean => {
    seen.push(microShard);
    out.fill(VALUES[microShard]!);
    return true;
  };
}

describe('sumSubtree', () => {
  it('adds in the order of the canonical tree, each micro-shard once and from left to right', () => {
    const out = new Float32Array(2);
    const seen: number[] = [];
    expect(sumSubtree({ begin: 0, end: 5 }, out, compute(seen), [])).toBe(true);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    const add = (a: number, b: number): number => Math.fround(a + b);
    const due = add(add(add(VALUES[0]!, VALUES[1]!), add(VALUES[2]!, VALUES[3]!)), VALUES[4]!);
    expect([...out]).toEqual([due, due]);
  });

  it('overwrites what was in out and in the scratch', () => {
    const scratch: Float32Array[] = [];
    const out = new Float32Array(2).fill(Number.NaN);
    sumSubtree({ begin: 1, end: 5 }, out, compute(), scratch);
    for (const vector of scratch) vector.fill(Number.NaN);
    out.fill(Number.NaN);
    sumSubtree({ begin: 1, end: 5 }, out, compute(), scratch);
    expect([...out]).toEqual([4, 4]);
  });

  it('keeps one vector for each level, from call to call, and replaces those of another length', () => {
    const scratch: Float32Array[] = [];
    sumSubtree({ begin: 0, end: 4 }, new Float32Array(2), compute(), scratch);
    const kept = [...scratch];
    expect(kept).toHaveLength(2);
    sumSubtree({ begin: 0, end: 4 }, new Float32Array(2), compute(), scratch);
    expect(scratch.every((vector, level) => vector === kept[level])).toBe(true);
    const longer = new Float32Array(3);
    sumSubtree({ begin: 1, end: 5 }, longer, compute(), scratch);
    expect([...longer]).toEqual([4, 4, 4]);
  });

  it('stops at the micro-shard that was given up', () => {
    const seen: number[] = [];
    const stop = (microShard: number): boolean => seen.push(microShard) < 3;
    expect(sumSubtree({ begin: 0, end: 5 }, new Float32Array(1), stop, [])).toBe(false);
    expect(seen).toEqual([0, 1, 2]);
  });
});
