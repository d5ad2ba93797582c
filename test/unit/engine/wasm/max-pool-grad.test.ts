import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, kernel, random, runOn, tf } from './engines.ts';

const size = (max: number) => fc.integer({ min: 1, max });

const pooling = fc
  .record({
    input: fc.tuple(size(3), size(9), size(9), size(5)),
    filterSize: fc.tuple(size(4), size(4)),
    strides: fc.tuple(size(3), size(3)),
    pad: fc.constantFrom<'same' | 'valid'>('same', 'valid'),
  })
  .filter(
    ({ input, filterSize, pad }) =>
      pad === 'same' || (input[1] >= filterSize[0] && input[2] >= filterSize[1]),
  );

describe('gradients of pooling on wasm', () => {
  it.each(['MaxPoolGrad', 'AvgPoolGrad'])('%s is that of cpu, also where values are equal', async (name) => {
    await fc.assert(
      fc.asyncProperty(pooling, async ({ input: shape, ...attrs }) => {
        const { outShape } = tf.backend_util.computePool2DInfo(
          shape,
          attrs.filterSize,
          attrs.strides,
          1,
          attrs.pad,
        );
        await expectSameAsCpu(() => {
          // Few different values, as behind a relu, so that most windows have more than one maximum.
          const input = tf.relu(tf.round(random(shape)));
          const dy = random(outShape, 2);
          return kernel(
            name,
            { dy, input, output: tf.zeros(outShape) },
            { ...attrs, dimRoundingMode: undefined as never },
          );
        }, 1e-6);
      }),
      { numRuns: 80 },
    );
  });

  it('passes nothing through a window without a maximum', async () => {
    const [dx] = await runOn('wasm', () => {
      const [dy, input] = [tf.ones([1, 1, 1, 1]), tf.fill([1, 2, 2, 1], Number.NaN)];
      return kernel('MaxPoolGrad', { dy, input, output: input }, { filterSize: 2, strides: 2, pad: 'valid' });
    });
    expect(dx!.values).toEqual(new Float32Array(4));
  });
});
