import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, permutation, randomBelow } from '../../../../src/core/plan/random.ts';

const take = (count: number, ...seeds: number[]): number[] => {
  const random = createRandom(...seeds);
  return Array.from({ length: count }, random);
};

describe('createRandom', () => {
  it('draws the same sequence on every machine', () => {
    expect(take(4, 42)).toEqual(take(4, 42));
    expect(take(3, 1, 2)).toEqual([1603997550, 900590838, 2290444916]);
  });

  it('does not merely skip ahead when a seed is added', () => {
    const values = new Set(take(1000, 5));
    expect(take(1000, 5, 0).filter((value) => values.has(value)).length).toBeLessThan(3);
  });

  it('draws unsigned 32-bit integers', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const value of take(50, seed)) expect(value).toBe(value >>> 0);
      }),
    );
  });

  it('gives unrelated sequences for seeds that differ in place, number or one bit', () => {
    const seeds = [[1], [2], [1, 0], [0, 1], [1, 1], [1, 0, 0], [2 ** 32 + 1], []];
    const first = seeds.map((list) => take(1000, ...list));
    for (const [i, a] of first.entries()) {
      for (const b of first.slice(i + 1)) {
        const equalBits = a.reduce((sum, value, index) => sum + ones(~(value ^ b[index]!)), 0);
        expect(equalBits / 32_000).toBeCloseTo(0.5, 1);
      }
    }
  });
});

describe('randomBelow', () => {
  it('stays below its bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer(), (bound, seed) => {
        const value = randomBelow(createRandom(seed), bound);
        expect(value >= 0 && value < bound && Number.isInteger(value)).toBe(true);
      }),
    );
  });

  it('draws again instead of favouring small values', () => {
    const draws = [2 ** 32 - 1, 5];
    expect(randomBelow(() => draws.shift()!, 3)).toBe(2);
    const bound = 3 * 2 ** 30;
    const random = createRandom(7);
    const low = Array.from({ length: 6000 }, () => randomBelow(random, bound)).filter((x) => x < 2 ** 30);
    expect(low.length / 6000).toBeCloseTo(1 / 3, 1);
  });
});

describe('permutation', () => {
  it('holds every integer once', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer(), (length, seed) => {
        const order = permutation(length, createRandom(seed));
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, index) => index));
      }),
    );
  });

  it('reaches every order equally often', () => {
    const counts = new Map<string, number>();
    const random = createRandom(3);
    for (let i = 0; i < 24_000; i++) {
      const key = permutation(4, random).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(50);
  });
});

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest > 0; rest >>>= 1) count += rest & 1;
  return count;
}
