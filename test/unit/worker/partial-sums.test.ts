import { describe, expect, it } from 'vitest';
import type { Range } from '../../../src/core/plan/range.ts';
import { type FinalListener, type SubtreeTools, sumSubtree } from '../../../src/worker/partial-sums.ts';

/** Float32 values whose sum depends on the order: only ((a + b) + c) + d in pairs gives the tree's bits. */
const VALUES = [2 ** 24, 1, 1, 1, 1];

function tools(compute: SubtreeTools['compute']): SubtreeTools {
  return {
    compute,
    add: (left, right) => {
      for (const [i, value] of right.entries()) left[i]! += value;
    },
    levels: [0, 1, 2].map(() => new Float32Array(4).fill(Number.NaN)),
  };
}

/** Sums like an engine: the second half of a vector is final before the first. */
function counted(seen: number[] = []): SubtreeTools['compute'] {
  return (microShard, out, onFinal) => {
    seen.push(microShard);
    for (const range of halvesOf(out.length)) {
      out.fill(VALUES[microShard]!, range.begin, range.end);
      onFinal?.(range);
    }
    return true;
  };
}

function halvesOf(length: number): Range[] {
  const middle = Math.floor(length / 2);
  return [
    { begin: middle, end: length },
    { begin: 0, end: middle },
  ];
}

describe('sumSubtree', () => {
  it('adds in the order of the canonical tree, each micro-shard once and from left to right', () => {
    const out = new Float32Array(2).fill(Number.NaN);
    const seen: number[] = [];
    expect(sumSubtree({ begin: 0, end: 5 }, { out }, tools(counted(seen)))).toBe(true);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    const add = (a: number, b: number): number => Math.fround(a + b);
    const due = add(add(add(VALUES[0]!, VALUES[1]!), add(VALUES[2]!, VALUES[3]!)), VALUES[4]!);
    expect([...out]).toEqual([due, due]);
  });

  it('overwrites what is in out and in the levels', () => {
    const out = new Float32Array(2).fill(Number.NaN);
    const kept = tools(counted());
    for (let time = 0; time < 2; time++) {
      sumSubtree({ begin: 1, end: 5 }, { out }, kept);
      expect([...out]).toEqual([4, 4]);
    }
  });

  it.each([1, 2, 4])('has what the last of %i micro-shards has final, while that one still runs', (size) => {
    const out = new Float32Array(4).fill(Number.NaN);
    const reports: unknown[] = [];
    const onFinal: FinalListener = ({ begin, end }) => reports.push([begin, end, ...out.slice(begin, end)]);
    const { compute, ...rest } = tools(counted());
    const running = (microShard: number, sums: Float32Array, onShardFinal?: FinalListener): boolean => {
      const isComplete = compute(microShard, sums, onShardFinal);
      reports.push(microShard);
      return isComplete;
    };
    sumSubtree({ begin: 1, end: 1 + size }, { out, onFinal }, { ...rest, compute: running });
    const others = Array.from({ length: size - 1 }, (_, index) => 1 + index);
    expect(reports).toEqual([...others, [2, 4, size, size], [0, 2, size, size], size]);
  });

  it('stops at the micro-shard that was given up', () => {
    const seen: number[] = [];
    const stop = (microShard: number): boolean => seen.push(microShard) < 3;
    expect(sumSubtree({ begin: 0, end: 5 }, { out: new Float32Array(1) }, tools(stop))).toBe(false);
    expect(seen).toEqual([0, 1, 2]);
  });
});
