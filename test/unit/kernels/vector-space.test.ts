import { describe, expect, it } from 'vitest';
import { checksum } from '../../../src/kernels/plain-checksum.ts';
import { createVectorSpace } from '../../../src/kernels/vector-space.ts';

describe('a vector space', () => {
  it('gives vectors of one memory that do not overlap, begin at cache lines, and are zero', () => {
    const space = createVectorSpace(1000);
    const vectors = [3, 17, 0, 5].map((length) => space.allocate(length));
    for (const [index, vector] of vectors.entries()) {
      expect(vector.every((value) => value === 0)).toBe(true);
      expect(vector.byteOffset % 64).toBe(0);
      expect(vector.buffer).toBe(vectors[0]!.buffer);
      vector.fill(index + 1);
    }
    expect(vectors.map((vector) => [...new Set(vector)])).toEqual([[1], [2], [], [4]]);
  });

  it('sums and checks vectors wherever they are, also those that found no room', () => {
    const space = createVectorSpace(1000);
    const inside = space.allocate(100).fill(1);
    const outside = space.allocate(1_000_000);
    expect(outside.buffer).not.toBe(inside.buffer);
    const part = outside.subarray(0, 100).fill(2);
    space.sum(part, inside, part);
    expect(new Set(part)).toEqual(new Set([3]));
    expect(space.checksum(inside)).toBe(checksum(new Float32Array(100).fill(1)));
    expect(space.checksum(part)).toBe(checksum(new Float32Array(100).fill(3)));
  });

  it('has threads share what it gives', () => {
    expect(createVectorSpace(8).allocate(2).buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});

describe('a checksum', () => {
  const values = Float32Array.from({ length: 67 }, (_, index) => Math.sin(index));
  const words = new Int32Array(values.buffer);
  const original = checksum(values);

  it('changes with every bit, with the order, and with the length', () => {
    const sums = new Set([original, checksum(values.subarray(1)), checksum(values.toReversed())]);
    for (let word = 0; word < words.length; word++) {
      for (let bit = 0; bit < 32; bit++) {
        words[word]! ^= 1 << bit;
        sums.add(checksum(values));
        words[word]! ^= 1 << bit;
      }
    }
    expect(sums.size).toBe(3 + 67 * 32);
  });

  it('changes when the same bit flips in two words', () => {
    let numUnseen = 0;
    for (let bit = 0; bit < 32; bit++) {
      for (let word = 0; word < words.length; word++) {
        words[word]! ^= 1 << bit;
        for (let other = 0; other < word; other++) {
          words[other]! ^= 1 << bit;
          if (checksum(values) === original) numUnseen += 1;
          words[other]! ^= 1 << bit;
        }
        words[word]! ^= 1 << bit;
      }
    }
    expect(numUnseen).toBe(0);
  });
});
