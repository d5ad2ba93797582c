import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

const shapeOf = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
  .filter((shape) => shape.reduce((size, n) => size * n, 1) < 5000);

const part = shapeOf.chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    corners: fc.tuple(...shape.map((extent) => fc.tuple(fc.nat(extent), fc.nat(extent)))),
  }),
);

describe('slices on wasm', () => {
  it('are those of cpu, of fractions and integers, empty ones too', async () => {
    await fc.assert(
      fc.asyncProperty(part, async ({ shape, corners }) => {
        const begin = corners.map((corner) => Math.min(...corner));
        const size = corners.map(([a, b]) => Math.abs(a - b));
        await expectSameAsCpu(() => {
          const x = random(shape);
          return [tf.slice(x, begin, size), tf.slice(tf.cast(tf.mul(x, 9), 'int32'), begin, size)];
        }, 0);
      }),
      { numRuns: 100 },
    );
  });

  it('are taken apart along any axis as cpu does', async () => {
    await fc.assert(
      fc.asyncProperty(shapeOf, fc.nat(), async (shape, anyAxis) => {
        const axis = anyAxis % shape.length;
        await expectSameAsCpu(() => {
          const x = random(shape);
          const halves = tf.split(tf.concat([x, x], axis), [1, 2 * shape[axis]! - 1], axis);
          return [...tf.unstack(x, axis), ...tf.split(x, shape[axis]!, axis), ...halves];
        }, 0);
      }),
      { numRuns: 60 },
    );
  });

  it('beyond the tensor are refused', async () => {
    await expect(runOn('wasm', () => tf.slice(random([3, 4]), [1, 1], [2, 4]))).rejects.toThrow();
  });
});
