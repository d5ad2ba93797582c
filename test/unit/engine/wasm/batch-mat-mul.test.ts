import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

/** Sums of up to 64 products in another order. */
const TOLERANCE = 1e-5;

describe('BatchMatMul on wasm', () => {
  it('agrees with cpu on any sizes, batches and transposed operands', async () => {
    const size = fc.integer({ min: 1, max: 24 });
    const problem = fc.record({
      m: size,
      k: fc.integer({ min: 1, max: 64 }),
      n: size,
      batches: fc.constantFrom(
        [[], []],
        [[1], [1]],
        [[3], [3]],
        [[3], [1]],
        [[1], [3]],
        [
          [2, 3],
          [2, 3],
        ],
      ),
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(problem, async ({ m, k, n, batches: [outerA, outerB], transposeA, transposeB }) => {
        await expectSameAsCpu(() => {
          const a = random([...outerA!, ...(transposeA ? [k, m] : [m, k])], 1);
          const b = random([...outerB!, ...(transposeB ? [n, k] : [k, n])], 2);
          return tf.matMul(a, b, transposeA, transposeB);
        }, TOLERANCE);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [66, 300, 21],
    [7, 9, 520],
    [4, 513, 8],
  ])('agrees with cpu on products beyond one block: %i by %i by %i', async (m, k, n) => {
    await expectSameAsCpu(
      () => [
        tf.matMul(random([m, k]), random([k, n], 2)),
        tf.matMul(random([k, m]), random([n, k], 2), true, true),
        tf.fused.matMul({
          a: random([m, k]),
          b: random([k, n], 2),
          bias: random([n], 3),
          activation: 'relu',
        }),
      ],
      TOLERANCE,
    );
  });

  it.each([
    [
      [1, 0, 4],
      [1, 4, 5],
    ],
    [
      [1, 3, 4],
      [1, 4, 0],
    ],
    [
      [0, 3, 4],
      [0, 4, 5],
    ],
  ])('gives an empty product for %j by %j', async (a, b) => {
    await expectSameAsCpu(() => tf.matMul(tf.zeros(a), tf.zeros(b)));
  });

  it('sums nothing to zero when the inner size is 0', async () => {
    const [result] = await runOn('wasm', () => tf.matMul(tf.zeros([2, 3, 0]), tf.zeros([2, 0, 4])));
    expect(result).toMatchObject({ shape: [2, 3, 4], values: new Float32Array(24) });
  });

  it('broadcasts outer axes against each other, which neither stock kernel does', async () => {
    const [[actual], [expected]] = [
      await runOn('wasm', () => tf.matMul(random([2, 1, 16, 20]), random([1, 3, 20, 16], 2))),
      await runOn('wasm', () =>
        tf.matMul(
          tf.tile(random([2, 1, 16, 20]), [1, 3, 1, 1]),
          tf.tile(random([1, 3, 20, 16], 2), [2, 1, 1, 1]),
        ),
      ),
    ];
    expect(actual).toEqual(expected);
  });

  it('leaves integers to cpu', async () => {
    await expectSameAsCpu(() => tf.matMul(tf.ones([3, 4], 'int32'), tf.ones([4, 2], 'int32')), 0);
  });

  it('refuses operands whose inner sizes differ', async () => {
    await expect(runOn('wasm', () => tf.matMul(tf.zeros([2, 3]), tf.zeros([4, 5])))).rejects.toThrow(
      /inner sizes 3 and 4/,
    );
  });

  it('sees new values of a weight that was used before', async () => {
    await runOn('wasm', () => {
      const weights = tf.variable(tf.ones([8, 8]));
      const x = tf.ones([4, 8]);
      tf.matMul(x, weights);
      weights.assign(tf.fill([8, 8], 2));
      const product = tf.matMul(x, weights);
      weights.dispose();
      expect(product.dataSync().every((value) => value === 16)).toBe(true);
      return product;
    });
  });

  it('multiplies by the same data under another shape', async () => {
    await runOn('wasm', () => {
      const row = tf.tensor2d([1, 2, 3, 4, 5, 6], [1, 6]);
      tf.matMul(tf.ones([6, 1]), row);
      const product = tf.matMul(tf.ones([3, 3]), tf.reshape(row, [3, 2]));
      expect([...product.dataSync()]).toEqual([9, 12, 9, 12, 9, 12]);
      return product;
    });
  });
});

describe('_FusedMatMul on wasm', () => {
  it.each(['linear', 'relu', 'relu6', 'elu', 'sigmoid'] as const)(
    'adds the bias once and applies %s, as cpu does',
    async (activation) => {
      await expectSameAsCpu(() => {
        const [a, b, bias] = [random([3, 70, 300]), random([3, 300, 30], 2), random([30], 3)];
        return tf.fused.matMul({ a, b, bias, activation });
      }, TOLERANCE);
    },
  );

  it('takes slopes of an activation', async () => {
    await expectSameAsCpu(() => {
      const [a, b] = [random([5, 6]), random([7, 6], 2)];
      return [
        tf.fused.matMul({ a, b, transposeB: true, activation: 'leakyrelu', leakyreluAlpha: 0.3 }),
        tf.fused.matMul({
          a,
          b,
          transposeB: true,
          activation: 'prelu',
          preluActivationWeights: random([7], 3),
        }),
      ];
    }, TOLERANCE);
  });

  it('leaves a bias that is not one value for each column to cpu', async () => {
    await expectSameAsCpu(
      () => tf.fused.matMul({ a: random([4, 3]), b: random([3, 5], 2), bias: random([1], 3) }),
      TOLERANCE,
    );
  });
});
