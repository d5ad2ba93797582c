import type { Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installChainedOps } from '../../../../src/engine/chained-ops.ts';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

installChainedOps(tf);

interface Problem {
  readonly shape: number[];
  readonly axis: number;
  readonly scale: boolean;
  readonly center: boolean;
  /** All of the scale and of the offset, in place of random values. */
  readonly weights?: [number, number];
}

const problem = fc.record({
  shape: fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 2, max: 21 }),
    )
    .map(([outer, width]) => [...outer, width]),
  axis: fc.constantFrom(-1, 1),
  scale: fc.constant(true),
  center: fc.constant(true),
});

/** The layer's output and the gradients of its input and its weights. */
function outputAndGradients({ shape, axis, scale, center, weights: values }: Problem): Tensor[] {
  const layer = tf.layers.layerNormalization({ axis, scale, center });
  layer.build(shape);
  layer.setWeights(
    layer.weights.map(({ shape }, i) =>
      values ? tf.fill(shape as number[], values[i]!) : random(shape as number[], 10 + i),
    ),
  );
  const weights = layer.weights.map((weight) => weight.read());
  const [x, dy] = [random(shape), random(shape, 2)];
  const loss = (...[input]: Tensor[]) => tf.sum(tf.mul(layer.apply(input!) as Tensor, dy));
  const gradients = tf.grads(loss)([x, ...weights]);
  const out = layer.apply(x) as Tensor;
  tf.dispose(weights);
  return [out, ...gradients];
}

describe('layer normalization on wasm', () => {
  it('and its gradients are those of cpu, over any axis', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async (one) => {
        await expectSameAsCpu(() => outputAndGradients(one), 2e-4);
      }),
      { numRuns: 80 },
    );
  });

  it('without scale and offset is as with ones and zeros, which TF.js itself can not differentiate', async () => {
    const sizes = { shape: [3, 5], axis: -1 };
    const [actual, expected] = [
      await runOn('wasm', () => outputAndGradients({ ...sizes, scale: false, center: false })),
      await runOn('wasm', () => outputAndGradients({ ...sizes, scale: true, center: true, weights: [1, 0] })),
    ];
    expect(actual).toEqual(expected.slice(0, 2));
  });

  it('is one kernel', async () => {
    await tf.setBackend('wasm');
    const layer = tf.layers.layerNormalization();
    const x = random([2, 8]);
    tf.dispose(layer.apply(x) as Tensor);
    const { kernelNames } = await tf.profile(() => {
      tf.dispose(layer.apply(x) as Tensor);
    });
    expect(kernelNames.filter((name) => name !== 'Identity')).toEqual(['LayerNormalization']);
    tf.dispose([x, ...layer.weights.map((weight) => weight.read())]);
  });
});
