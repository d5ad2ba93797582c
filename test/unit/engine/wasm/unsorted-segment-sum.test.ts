import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

describe('UnsortedSegmentSum on wasm', () => {
  it('adds rows to the segments that their ids name, as cpu does', async () => {
    const problem = fc.record({
      ids: fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 1, maxLength: 30 }),
      row: fc.constantFrom([], [1], [5], [2, 3]),
    });
    await fc.assert(
      fc.asyncProperty(problem, async ({ ids, row }) => {
        await expectSameAsCpu(
          () => tf.unsortedSegmentSum(random([ids.length, ...row]), tf.tensor1d(ids, 'int32'), 8),
          1e-6,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives zeros for no rows', async () => {
    const [sums] = await runOn('wasm', () =>
      tf.unsortedSegmentSum(tf.zeros([0, 3]), tf.tensor1d([], 'int32'), 2),
    );
    expect(sums).toMatchObject({ shape: [2, 3], values: new Float32Array(6) });
  });

  it('is the gradient of an embedding that is read more than once', async () => {
    await expectSameAsCpu(() => {
      const indices = tf.tensor2d([1, 3, 1, 0, 1, 1], [2, 3], 'int32');
      return tf.grad((table) => tf.sum(tf.square(tf.gather(table, indices))))(random([5, 6]));
    }, 1e-6);
  });
});
