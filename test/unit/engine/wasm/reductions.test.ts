import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

const extent = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 5 }), fc.constantFrom(9, 19));
const reduction = fc
  .array(extent, { minLength: 1, maxLength: 5 })
  .filter((shape) => shape.reduce((size, n) => size * n, 1) < 20_000)
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      axes: fc.subarray(shape.map((_, axis) => axis)),
      keepDims: fc.boolean(),
    }),
  );

describe('Sum and Mean on wasm', () => {
  it('are those of cpu over any axes', async () => {
    await fc.assert(
      fc.asyncProperty(reduction, async ({ shape, axes, keepDims }) => {
        await expectSameAsCpu(
          () => [tf.sum(random(shape), axes, keepDims), tf.mean(random(shape), axes, keepDims)],
          1e-5,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('lose little when they add up many rows', async () => {
    const [sums] = await runOn('wasm', () => tf.sum(tf.fill([100_000, 3], 0.1), 0));
    for (const sum of Array.from(sums!.values)) expect(Math.abs(sum - 10_000)).toBeLessThan(0.1);
  });

  it('take integers, and nothing, as cpu does', async () => {
    await expectSameAsCpu(() => [
      tf.sum(tf.cast(tf.mul(random([3, 4]), 5), 'int32'), 0),
      tf.mean(tf.cast(tf.mul(random([3, 4]), 5), 'int32'), 0),
      tf.sum(tf.zeros([0, 3]), 0),
    ]);
  });
});
