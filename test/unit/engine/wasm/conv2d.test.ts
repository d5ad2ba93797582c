import type { Tensor4D } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectSameAsCpu, random, tf } from './engines.ts';

/** Sums of up to some hundred products in another order. */
const TOLERANCE = 1e-5;

const size = (max: number) => fc.integer({ min: 1, max });

const convolution = fc
  .record({
    x: fc.tuple(size(3), size(11), size(11), size(6)),
    filter: fc.tuple(size(4), size(4)),
    outChannels: size(11),
    strides: fc.tuple(size(3), size(3)),
    pad: fc.constantFrom('same' as const, 'valid' as const),
    activation: fc.constantFrom('linear' as const, 'relu' as const, 'sigmoid' as const, 'elu' as const),
    hasBias: fc.boolean(),
  })
  .filter(({ x, filter, pad }) => pad === 'same' || (x[1] >= filter[0] && x[2] >= filter[1]));

type Convolution = typeof convolution extends fc.Arbitrary<infer T> ? T : never;

function convolve({ x, filter, outChannels, strides, pad, activation, hasBias }: Convolution) {
  const image = random(x) as Tensor4D;
  const weights = random([...filter, x[3], outChannels], 2) as Tensor4D;
  const bias = random([outChannels], 3);
  return [
    tf.conv2d(image, weights, strides, pad),
    tf.fused.conv2d({ x: image, filter: weights, strides, pad, activation, ...(hasBias ? { bias } : {}) }),
  ];
}

describe('convolutions on wasm', () => {
  it('agree with cpu for any sizes, strides, padding and activation', async () => {
    await fc.assert(
      fc.asyncProperty(convolution, (problem) => expectSameAsCpu(() => convolve(problem), TOLERANCE)),
      { numRuns: 100 },
    );
  });

  it.each([
    ['more images', [5, 40, 40, 16], 2],
    ['more rows', [2, 70, 70, 16], 1],
  ] as const)('go over %s than fit into one piece', async (_, shape, strides) => {
    await expectSameAsCpu(
      () => tf.conv2d(random([...shape]) as Tensor4D, random([3, 3, 16, 4], 2) as Tensor4D, strides, 'same'),
      TOLERANCE,
    );
  });

  it('agree with cpu when taps are dilated', async () => {
    await expectSameAsCpu(
      () =>
        tf.conv2d(
          random([2, 9, 8, 3]) as Tensor4D,
          random([3, 3, 3, 4], 2) as Tensor4D,
          1,
          'same',
          'NHWC',
          2,
        ),
      TOLERANCE,
    );
  });

  it.each(['linear', 'relu', 'relu6', 'elu', 'sigmoid'] as const)(
    'agree with cpu when %s follows',
    async (activation) => {
      await expectSameAsCpu(() => {
        const x = random([2, 9, 8, 3]) as Tensor4D;
        const options = { x, strides: 1, pad: 'same', dilations: 2, activation } as const;
        return [
          tf.fused.conv2d({ ...options, filter: random([3, 3, 3, 4], 2) as Tensor4D, bias: random([4], 3) }),
          tf.fused.conv2d({ ...options, dilations: 1, filter: random([3, 3, 3, 4], 2) as Tensor4D }),
          tf.fused.depthwiseConv2d({
            ...options,
            filter: random([3, 3, 3, 2], 2) as Tensor4D,
            bias: random([6], 3),
          }),
        ];
      }, TOLERANCE);
    },
  );

  it('give nothing for an empty batch', async () => {
    await expectSameAsCpu(() =>
      tf.conv2d(tf.zeros([0, 6, 5, 3]) as Tensor4D, random([3, 3, 3, 4]) as Tensor4D, 1, 'same'),
    );
  });
});
