import type { Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installChainedOps } from '../../../../src/engine/chained-ops.ts';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

installChainedOps(tf);

interface Problem {
  readonly shape: readonly number[];
  readonly axis: number;
  readonly options?: { scale?: boolean; center?: boolean };
  readonly weights?: [number, number];
}

const problem = fc
  .tuple(
    fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .chain(([outer, width]) =>
    fc.record({ shape: fc.constant([...outer, width]), axis: fc.constantFrom(-1, outer.length) }),
  );

/** Outputs in training and in inference, moving averages, and the gradients of the input and of scale and offset. */
function run({ shape, axis, options, weights: values }: Problem): Tensor[] {
  const layer = tf.layers.batchNormalization({ axis, momentum: 0.8, ...options });
  layer.build([...shape]);
  layer.setWeights(
    layer.weights.map(({ shape: of }, i) => {
      const isAverage = i >= layer.weights.length - 2;
      if (values && !isAverage) return tf.fill(of as number[], values[i]!);
      return tf.abs(random(of as number[], 20 + i - layer.weights.length));
    }),
  );
  const [x, dy] = [tf.add(random([...shape]), 3), random([...shape], 2)];
  const loss = (...[input]: Tensor[]) =>
    tf.sum(tf.mul(layer.apply(input!, { training: true }) as Tensor, dy));
  const trainable = layer.trainableWeights.map((weight) => weight.read());
  const gradients = tf.grads(loss)([x, ...trainable]);
  const averages = layer.nonTrainableWeights.map((weight) => weight.read().clone());
  const outputs = [true, false].map((training) => layer.apply(x, { training }) as Tensor);
  tf.dispose(layer.weights.map((weight) => weight.read()));
  return [...outputs, ...averages, ...gradients];
}

describe('batch normalization on wasm', () => {
  it('its averages and its gradients are those of cpu, for any shape', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async (one) => {
        await expectSameAsCpu(() => run(one), 2e-4);
      }),
      { numRuns: 60 },
    );
  });

  it('without scale and offset is as with ones and zeros, which TF.js itself can not differentiate', async () => {
    const sizes = { shape: [6, 3, 5], axis: -1 };
    const [actual, expected] = [
      await runOn('wasm', () => run({ ...sizes, options: { scale: false, center: false } })),
      await runOn('wasm', () => run({ ...sizes, weights: [1, 0] })),
    ];
    expect(actual).toEqual(expected.slice(0, actual.length));
  });

  it('of given statistics is that of cpu, with and without scale and offset', async () => {
    await expectSameAsCpu(() => {
      const [x, mean, offset, scale] = [random([3, 4, 4, 5]), ...[2, 3, 4].map((seed) => random([5], seed))];
      const variance = tf.abs(random([5], 6));
      return [
        tf.batchNorm(x!, mean!, variance, offset, scale, 1e-3),
        tf.batchNorm(x!, mean!, variance, undefined, undefined, 1e-3),
      ];
    }, 1e-4);
  });
});
