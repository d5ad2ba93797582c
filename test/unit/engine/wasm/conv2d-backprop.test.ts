import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectSameAsCpu, kernel, random, tf } from './engines.ts';

/** Sums of up to some thousand products in another order. */
const TOLERANCE = 2e-5;

const size = (max: number) => fc.integer({ min: 1, max });
const explicitPad = fc
  .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2))
  .map(([top, bottom, left, right]) => [[0, 0], [top, bottom], [left, right], [0, 0]]);

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

  it('add up the taps of more images than fit into one piece', async () => {
    const attrs = { strides: 2, pad: 'same', dataFormat: 'NHWC', inputShape: [5, 40, 40, 16] };
    await expectSameAsCpu(
      () => kernel('Conv2DBackpropInput', { dy: random([5, 20, 20, 4]), filter: random([3, 3, 16, 4], 2) }, attrs),
      TOLERANCE,
    );
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

describe('gradients of depthwise convolutions on wasm', () => {
  it('are those of cpu for any sizes, strides, dilations and padding', async () => {
    const problem = fc
      .record({
        batch: size(3),
        height: size(9),
        width: size(9),
        channels: size(5),
        multiplier: size(3),
        filter: fc.tuple(size(3), size(3)),
        strides: size(2),
        dilations: size(2),
        pad: fc.constantFrom('same', 'valid'),
      })
      .filter(({ height, width }) => height >= 5 && width >= 5);
    await fc.assert(
      fc.asyncProperty(problem, async ({ batch, height, width, channels, multiplier, filter, ...attrs }) => {
        const inputShape: [number, number, number, number] = [batch, height, width, channels];
        const filterShape: [number, number, number, number] = [...filter, channels, multiplier];
        const { strides, dilations, pad } = attrs;
        const { outShape } = tf.backend_util.computeConv2DInfo(
          inputShape,
          filterShape,
          strides,
          dilations,
          pad as 'same',
          undefined,
          true,
        );
        await expectSameAsCpu(() => {
          const [x, dy, weights] = [random(inputShape), random(outShape, 2), random(filterShape, 3)];
          return [
            kernel('DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attrs, filterShape }),
            kernel('DepthwiseConv2dNativeBackpropInput', { dy, filter: weights }, { ...attrs, inputShape }),
          ];
        }, TOLERANCE);
      }),
      { numRuns: 60 },
    );
  });
});
