import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

describe('GatherV2 on wasm', () => {
  it('gathers rows, and along other axes, as cpu does', async () => {
    const problem = fc.record({
      shape: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
      indices: fc.array(fc.nat(), { maxLength: 9 }),
      isLast: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(problem, async ({ shape, indices, isLast }) => {
        const axis = isLast ? shape.length - 1 : 0;
        const positions = indices.map((index) => index % shape[axis]!);
        await expectSameAsCpu(() => tf.gather(random(shape), tf.tensor1d(positions, 'int32'), axis), 0);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a row that is not there', async () => {
    await expect(
      runOn('wasm', () => tf.gather(random([3, 2]), tf.tensor1d([0, 3], 'int32'))),
    ).rejects.toThrow(/row 3 from 3 rows/);
  });
});

describe('Identity on wasm', () => {
  it('shares the values of a tensor that goes before its clone does', async () => {
    await expectSameAsCpu(() => {
      const x = random([3, 4]);
      const clone = tf.clone(x);
      x.dispose();
      return [clone, tf.neg(clone)];
    }, 0);
  });
});
