import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../src/core/reduction/digest.ts';

const bits = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 1, maxLength: 40 });

function digestOfBits(words: readonly number[]): string {
  return digestOf(new Float32Array(Uint32Array.from(words).buffer)).hex;
}

describe('the digest of a vector', () => {
  it('changes with any single bit', () => {
    fc.assert(
      fc.property(bits, fc.nat(), fc.nat({ max: 31 }), (words, place, bit) => {
        const index = place % words.length;
        const changed = words.with(index, (words[index]! ^ (1 << bit)) >>> 0);
        expect(digestOfBits(changed)).not.toBe(digestOfBits(words));
      }),
    );
  });

  it('changes when two values change places or signs, or a zero is added', () => {
    fc.assert(
      fc.property(bits, fc.nat(), fc.nat(), (words, one, other) => {
        const [i, j] = [one % words.length, other % words.length];
        fc.pre(words[i] !== words[j]);
        expect(digestOfBits(words.with(i, words[j]!).with(j, words[i]!))).not.toBe(digestOfBits(words));
        const negated = words.with(i, (words[i]! ^ 0x80000000) >>> 0).with(j, (words[j]! ^ 0x80000000) >>> 0);
        expect(digestOfBits(negated)).not.toBe(digestOfBits(words));
        expect(digestOfBits([...words, 0])).not.toBe(digestOfBits(words));
      }),
    );
  });

  it('stays what it is, because ranks of one run compare it', () => {
    expect(digestOf(new Float32Array(0)).hex).toBe('0000000000000000');
    expect(digestOf(Float32Array.of(1, -2, 0.5, 3e38, 1e-40)).hex).toMatchInlineSnapshot(
      `"cc872e71668a2dfb"`,
    );
  });

  it('tells where the first value is that is not finite', () => {
    expect(digestOf(Float32Array.of(1, 3e38, -0)).firstNonFinite).toBe(-1);
    expect(digestOf(Float32Array.of(1, Number.NaN, 2, Number.POSITIVE_INFINITY)).firstNonFinite).toBe(1);
    expect(digestOf(Float32Array.of(1, 2, Number.NEGATIVE_INFINITY)).firstNonFinite).toBe(2);
  });
});
