import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

const TOLERANCE = 2e-5;

const ACTIVATIONS = [undefined, 'linear', 'relu', 'sigmoid'] as const;
type Activation = (typeof ACTIVATIONS)[number];
const withActivation = (activation: Activation) => (activation === undefined ? {} : { activation });

/** A dense layer's op as a function of its operands. */
const dense = (activation: Activation) => (a: Tensor, b: Tensor, bias: Tensor) =>
  tf.fused.matMul({ a, b, bias, ...withActivation(activation) });

const convolve =
  (activation: Activation, dilations = 1) =>
  (x: Tensor, filter: Tensor, bias: Tensor) =>
    tf.fused.conv2d({
      ...{ x: x as Tensor4D, filter: filter as Tensor4D, bias, strides: [2, 1], pad: 'same' },
      ...{ dilations, ...withActivation(activation) },
    });

const denseOperands = () => [random([6, 5]), random([5, 7], 2), random([7], 3)];
const convolutionOperands = () => [random([2, 7, 6, 3]), random([3, 2, 3, 5], 2), random([5], 3)];

type Op = (a: Tensor, b: Tensor, bias: Tensor) => Tensor;

/** The op's value and the gradient of every operand. */
function valueAndGradients(op: Op, operands: Tensor[]): Tensor[] {
  const y = op(...(operands as [Tensor, Tensor, Tensor]));
  return [y, ...tf.grads(op as never)(operands, random(y.shape, 4))];
}

describe('fused ops on wasm', () => {
  it.each(ACTIVATIONS)('give the values and gradients of cpu with the activation %s', async (activation) => {
    await expectSameAsCpu(() => valueAndGradients(dense(activation), denseOperands()), TOLERANCE);
    await expectSameAsCpu(() => valueAndGradients(convolve(activation), convolutionOperands()), TOLERANCE);
  });

  it('give the bits of product, bias and relu one by one', async () => {
    const [fused, apart] = await Promise.all([
      runOn('wasm', () => valueAndGradients(dense('relu'), denseOperands())),
      runOn('wasm', () =>
        valueAndGradients((a, b, bias) => tf.relu(tf.add(tf.matMul(a, b), bias)), denseOperands()),
      ),
    ]);
    expect(fused).toEqual(apart);
  });

  it('take what only TensorFlow.js knows: transposed operands, arrays, a bias of another shape', async () => {
    await expectSameAsCpu(
      () => [
        tf.fused.matMul({ a: random([5, 6]), b: random([5, 7], 2), transposeA: true, activation: 'relu' }),
        tf.fused.matMul({ a: [[1, 2]], b: random([2, 3]), activation: 'relu' }),
        tf.fused.matMul({ a: random([4, 5]), b: random([5, 3], 2), bias: random([4, 3], 3) }),
        tf.fused.matMul({ a: random([2, 4, 5]), b: random([2, 5, 3], 2) }),
      ],
      TOLERANCE,
    );
  });

  it.each([
    ['dense', dense('relu'), denseOperands, 'BatchMatMul'],
    ['linear dense', dense('linear'), denseOperands, 'BatchMatMul'],
    ['convolutional', convolve('linear'), convolutionOperands, 'Conv2DBackpropInput'],
  ] as const)(
    "compute no gradient of a %s layer's input that nothing needs",
    async (_name, op, operands, kernelName) => {
      await tf.setBackend('wasm');
      const kernel = tf.getKernel(kernelName, 'wasm') as { kernelFunc: (call: never) => unknown };
      const { kernelFunc } = kernel;
      let calls = 0;
      kernel.kernelFunc = (call) => {
        calls++;
        return kernelFunc(call);
      };
      try {
        tf.tidy(() => {
          const [x, weights, bias] = operands() as [Tensor, Tensor, Tensor];
          tf.grads((w: Tensor, b: Tensor) => op(x, w, b))([weights, bias]);
        });
      } finally {
        kernel.kernelFunc = kernelFunc;
      }
      expect(calls).toBe(kernelName === 'BatchMatMul' ? 1 : 0);
    },
  );
});
