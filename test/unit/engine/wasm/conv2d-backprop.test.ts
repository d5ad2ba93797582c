import type { Tensor4D } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, kernel, random, runOn, tf } from './engines.ts';

/** Sums of up to some thousand products in another order. */
const TOLERANCE = 2e-5;

const size = (max: number) => fc.integer({ min: 1, max });
const explicitPad = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2)).map(([top, bottom, left, right]) => [
  [0, 0],
  [top, bottom],
  [left, right],
  [0, 0],
]);

const convolution = fc
  .record({
    batch: size(4),
    height: size(11),
    width: size(11),
    inChannels: size(6),
    outChannels: size(9),
    filter: fc.tuple(size(4), size(4)),
    strides: fc.tuple(size(3), size(3)),
    pad: fc.oneof(fc.constantFrom('same', 'valid'), explicitPad),
  })
  .filter(({ height, width, filter, pad }) => pad === 'same' || (height >= filter[0] && width >= filter[1]));

interface Shapes {
  readonly x: [number, number, number, number];
  readonly filter: [number, number, number, number];
  readonly attrs: { strides: [number, number]; pad: never; dataFormat: string; dimRoundingMode?: never };
}

function shapesOf(problem: typeof convolution extends fc.Arbitrary<infer T> ? T : never): Shapes {
  const { batch, height, width, inChannels, outChannels, filter, strides, pad } = problem;
  return {
    x: [batch, height, width, inChannels],
    filter: [...filter, inChannels, outChannels],
    attrs: {
      strides,
      pad: pad as never,
      dataFormat: 'NHWC',
      ...(typeof pad === 'object' ? { dimRoundingMode: 'floor' as never } : {}),
    },
  };
}

function outputShape({ x, filter, attrs }: Shapes): number[] {
  const { strides, pad, dimRoundingMode } = attrs;
  return tf.backend_util.computeConv2DInfo(x, filter, strides, 1, pad, dimRoundingMode).outShape;
}

describe('gradients of conv2d on wasm', () => {
  it('give the filter gradient of cpu for any sizes, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(convolution, async (problem) => {
        const shapes = shapesOf(problem);
        await expectSameAsCpu(
          () =>
            kernel(
              'Conv2DBackpropFilter',
              { x: random(shapes.x), dy: random(outputShape(shapes), 2) },
              { ...shapes.attrs, filterShape: shapes.filter },
            ),
          TOLERANCE,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('give the input gradient of cpu for any sizes, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(convolution, async (problem) => {
        const shapes = shapesOf(problem);
        await expectSameAsCpu(
          () =>
            kernel(
              'Conv2DBackpropInput',
              { dy: random(outputShape(shapes), 2), filter: random(shapes.filter, 3) },
              { ...shapes.attrs, inputShape: shapes.x },
            ),
          TOLERANCE,
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['more images', [5, 40, 40, 16], 2],
    ['more rows', [2, 70, 70, 16], 1],
  ])('go over %s than fit into one piece', async (_, inputShape, strides) => {
    const attrs = { strides, pad: 'same', dataFormat: 'NHWC' };
    const outShape = [inputShape[0]!, inputShape[1]! / strides, inputShape[2]! / strides, 4];
    await expectSameAsCpu(() => {
      const [x, dy, filter] = [random(inputShape), random(outShape, 2), random([3, 3, 16, 4], 3)];
      return [
        kernel('Conv2DBackpropFilter', { x, dy }, { ...attrs, filterShape: filter.shape }),
        kernel('Conv2DBackpropInput', { dy, filter }, { ...attrs, inputShape }),
      ];
    }, TOLERANCE);
  });

  it('take channels first as cpu does', async () => {
    const attrs = { strides: 1, pad: 'same', dataFormat: 'NCHW' };
    await expectSameAsCpu(() => {
      const [x, dy, filter] = [random([2, 3, 6, 5]), random([2, 4, 6, 5], 2), random([3, 3, 3, 4], 3)];
      return [
        kernel('Conv2DBackpropFilter', { x, dy }, { ...attrs, filterShape: [3, 3, 3, 4] }),
        kernel('Conv2DBackpropInput', { dy, filter }, { ...attrs, inputShape: [2, 3, 6, 5] }),
      ];
    }, TOLERANCE);
  });

  it('are zero over an empty batch', async () => {
    const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC' };
    await expectSameAsCpu(() => {
      const [x, dy, filter] = [tf.zeros([0, 6, 5, 3]), tf.zeros([0, 6, 5, 4]), random([3, 3, 3, 4], 3)];
      return [
        kernel('Conv2DBackpropFilter', { x, dy }, { ...attrs, filterShape: [3, 3, 3, 4] }),
        kernel('Conv2DBackpropInput', { dy, filter }, { ...attrs, inputShape: [0, 6, 5, 3] }),
      ];
    });
  });
});

const depthwise = fc.record({
  x: fc.tuple(size(3), fc.integer({ min: 5, max: 9 }), fc.integer({ min: 5, max: 9 }), size(5)),
  filter: fc.tuple(size(4), size(4)),
  // One filter for each channel is usual, and a kernel of its own.
  multiplier: fc.constantFrom(1, 1, 1, 2, 3),
  pad: fc.constantFrom<'same' | 'valid'>('same', 'valid'),
});

/** Taps 2 apart, which must fit into the input. */
const dilated = depthwise.filter(
  ({ x, filter, pad }) => pad === 'same' || (x[1] >= 2 * filter[0] - 1 && x[2] >= 2 * filter[1] - 1),
);

type Depthwise = typeof depthwise extends fc.Arbitrary<infer T> ? T : never;

/** Random operands of a depthwise convolution, its result's gradient, and both gradients that follow from it. */
function depthwiseGradients(
  { x: inputShape, filter, multiplier, pad }: Depthwise,
  strides: number,
  dilations: number,
) {
  const filterShape: [number, number, number, number] = [...filter, inputShape[3], multiplier];
  const [x, weights] = [random(inputShape) as Tensor4D, random(filterShape, 2) as Tensor4D];
  const y = tf.depthwiseConv2d(x, weights, strides, pad, 'NHWC', dilations);
  const dy = random(y.shape, 3);
  const attrs = { strides, dilations, pad };
  return {
    x,
    weights,
    y,
    dy,
    dx: kernel('DepthwiseConv2dNativeBackpropInput', { dy, filter: weights }, { ...attrs, inputShape }),
    dWeights: kernel('DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attrs, filterShape }),
  };
}

describe('gradients of depthwise convolutions on wasm', () => {
  it('are those of cpu for any sizes, strides and padding', async () => {
    await fc.assert(
      fc.asyncProperty(depthwise, size(3), async (problem, strides) => {
        await expectSameAsCpu(() => {
          const { dx, dWeights } = depthwiseGradients(problem, strides, 1);
          return [dx, dWeights];
        }, TOLERANCE);
      }),
      { numRuns: 250 },
    );
  });

  // The cpu kernels ignore dilations, so the reference is what makes a gradient of a bilinear map one:
  // the products of dy with y, of dx with x and of dWeights with the weights are equal.
  it('are gradients when taps are dilated', async () => {
    await fc.assert(
      fc.asyncProperty(dilated, async (problem) => {
        const products = await runOn('wasm', () => {
          const { x, weights, y, dy, dx, dWeights } = depthwiseGradients(problem, 1, 2);
          return [tf.sum(tf.mul(dy, y)), tf.sum(tf.mul(dx, x)), tf.sum(tf.mul(dWeights, weights))];
        });
        const [ofY, ofX, ofWeights] = products.map(({ values }) => values[0]!);
        expect(Math.abs(ofX! - ofY!)).toBeLessThan(1e-3 * (1 + Math.abs(ofY!)));
        expect(Math.abs(ofWeights! - ofY!)).toBeLessThan(1e-3 * (1 + Math.abs(ofY!)));
      }),
      { numRuns: 60 },
    );
  });
});
