import type { Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

const activation = () => tf.layers.activation({ activation: 'gelu' as never });
const apply = (x: Tensor) => activation().apply(x) as Tensor;

describe('gelu on wasm', () => {
  it('and its gradient are those of cpu for any shape, near 0 and far from it', async () => {
    const shape = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(shape, fc.constantFrom(0.01, 1, 5, 50), async (of, size) => {
        await expectSameAsCpu(() => {
          const x = tf.mul(random(of), size);
          return [apply(x), tf.grad(apply)(x, random(of, 2))];
        }, 1e-6);
      }),
      { numRuns: 80 },
    );
  });

  it('keeps its tail, infinite values and NaN', async () => {
    const [y] = await runOn('wasm', () =>
      apply(tf.tensor2d([[-5, -20, Number.POSITIVE_INFINITY, Number.NaN, 0, 20]])),
    );
    const [tail, zero, ...rest] = Array.from(y!.values);
    expect(tail! / -1.43326e-6).toBeCloseTo(1, 2);
    expect(zero).toBeCloseTo(0, 30);
    expect(rest).toEqual([Number.POSITIVE_INFINITY, Number.NaN, 0, 20]);
  });

  it('gives one value the same bits wherever it lies', async () => {
    const [y] = await runOn('wasm', () => apply(tf.fill([1, 7], 0.731)));
    expect(new Set(Array.from(y!.values)).size).toBe(1);
  });
});
