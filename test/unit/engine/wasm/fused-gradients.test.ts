import type { Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

const shape = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });

const gradient = (f: (x: Tensor) => Tensor, of: number[]) => tf.grad(f)(random(of), random(of, 2));

describe('gradients of activations on wasm', () => {
  it('are those of cpu for any shape', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (of) => {
        await expectSameAsCpu(
          () => [
            gradient((x) => tf.relu(x), of),
            gradient((x) => tf.softmax(x), of),
            gradient((x) => tf.clipByValue(x, -0.5, 1), of),
          ],
          1e-6,
        );
      }),
      { numRuns: 80 },
    );
  });

  it('pass a NaN on, and nothing at 0', async () => {
    const [dx] = await runOn('wasm', () =>
      tf.grad((x) => tf.relu(x))(tf.tensor1d([Number.NaN, 0, -0, 1, Number.NaN]), tf.fill([5], 3)),
    );
    expect([...Array.from(dx!.values)]).toEqual([Number.NaN, 0, 0, 3, Number.NaN]);
  });

  it('leave integers to what TensorFlow.js does', async () => {
    await expectSameAsCpu(() => tf.grad((x) => tf.relu(tf.cast(x, 'int32')))(tf.ones([3])));
  });
});
