import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectSameAsCpu, random, tf } from './engines.ts';

const extent = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 5 }), fc.constantFrom(8, 13));
const transposition = fc
  .array(extent, { minLength: 1, maxLength: 6 })
  .filter((shape) => shape.reduce((size, n) => size * n, 1) < 20_000)
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      perm: fc.shuffledSubarray(
        shape.map((_, axis) => axis),
        { minLength: shape.length },
      ),
    }),
  );

describe('Transpose on wasm', () => {
  it('is that of cpu for any axes, of fractions and integers', async () => {
    await fc.assert(
      fc.asyncProperty(transposition, async ({ shape, perm }) => {
        await expectSameAsCpu(() => {
          const x = random(shape);
          return [tf.transpose(x, perm), tf.transpose(tf.cast(tf.mul(x, 100), 'int32'), perm)];
        }, 0);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves bools and empty tensors to the stock kernel', async () => {
    await expectSameAsCpu(() => [
      tf.transpose(tf.greater(random([3, 4, 2]), 0), [2, 0, 1]),
      tf.transpose(tf.zeros([0, 3]), [1, 0]),
    ]);
  });
});
