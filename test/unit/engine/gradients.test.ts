import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import { floats, numbers } from './example-models.ts';

describe.each(['cpu', 'wasm'] as const)('gradients of our own, on the engine "%s"', (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(name);
  });

  /** Compares the gradient of `sum(op(...) * weights)` with central differences, for every value of every operand. */
  function expectTrueGradients(shapes: number[][], op: (...operands: Tensor[]) => Tensor): void {
    const { tf } = engine;
    const next = numbers(5);
    const values = shapes.map((shape) => floats(shape, next).data as Float32Array);
    const tensors = () => values.map((data, i) => tf.tensor(Float32Array.from(data), shapes[i]!));
    const outputShape = tf.tidy(() => op(...tensors())).shape;
    const weights = tf.tensor(floats(outputShape, numbers(6)).data, outputShape);
    const value = (...operands: Tensor[]) => tf.sum(tf.mul(op(...operands), weights));
    const gradients = tf
      .grads(value as never)(tensors())
      .map((gradient) => gradient.dataSync());
    const step = 1e-2;
    for (const [i, data] of values.entries()) {
      for (let j = 0; j < data.length; j++) {
        const original = data[j]!;
        const at = (x: number) => {
          data[j] = x;
          return value(...tensors()).dataSync()[0]!;
        };
        const slope = (at(original + step) - at(original - step)) / (2 * step);
        data[j] = original;
        expect(gradients[i]![j]).toBeCloseTo(slope, 3);
      }
    }
  }

  it.each([
    [
      'ij,jk->ik',
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'bij,bkj->bik',
      [
        [2, 2, 3],
        [2, 4, 3],
      ],
    ],
    [
      'bthd,bshd->bhts',
      [
        [1, 2, 2, 3],
        [1, 3, 2, 3],
      ],
    ],
    [
      'abc,cde->abde',
      [
        [2, 1, 3],
        [3, 2, 2],
      ],
    ],
    [
      'ij,ij->',
      [
        [2, 3],
        [2, 3],
      ],
    ],
    ['i,j->ij', [[3], [2]]],
    ['ij->ji', [[2, 3]]],
    ['ij->j', [[2, 3]]],
    ['ijk->', [[2, 3, 2]]],
    ['ij,k->k', [[2, 3], [2]]],
    [
      'ij,jk->k',
      [
        [2, 3],
        [3, 2],
      ],
    ],
    ['a,ab->a', [[2], [2, 3]]],
    [
      'ij,jk,kl->il',
      [
        [2, 3],
        [3, 2],
        [2, 3],
      ],
    ],
    [' b i j , j -> b i ', [[2, 2, 3], [3]]],
  ])('einsum %s', (equation, shapes) => {
    expectTrueGradients(shapes, (...operands) => engine.tf.einsum(equation, ...operands));
  });

  it('stridedSlice forwards, backwards and with masks', () => {
    const { tf } = engine;
    expectTrueGradients([[5, 4]], (x) => tf.stridedSlice(x, [1, 0], [5, 4], [2, 3]));
    expectTrueGradients([[5, 4]], (x) => tf.stridedSlice(x, [4, 3], [0, 0], [-2, -1]));
    expectTrueGradients([[5, 4]], (x) => tf.stridedSlice(x, [2, 1], [0, 0], [1, 2], 0, 3));
    expectTrueGradients([[3, 4]], (x) => tf.stridedSlice(x, [1, 0], [2, 4], [1, 1], 0, 0, 0, 0, 1));
    expectTrueGradients([[2, 3, 2]], (x) => tf.stridedSlice(x, [0, 1], [0, 2], [1, 1], 0, 0, 1));
  });

  it('tile, over any axes and more than four of them', () => {
    const { tf } = engine;
    expectTrueGradients([[3]], (x) => tf.tile(x, [2]));
    expectTrueGradients([[2, 1, 3]], (x) => tf.tile(x, [1, 4, 2]));
    expectTrueGradients([[2, 3]], (x) => tf.tile(x, [1, 1]));
    expectTrueGradients([[1, 2, 1, 2, 1]], (x) => tf.tile(x, [2, 1, 2, 2, 1]));
  });

  it('gatherND, adding up where a value is read twice', () => {
    const { tf } = engine;
    const indices = tf.tensor2d([[0], [2], [0]], [3, 1], 'int32');
    expectTrueGradients([[3, 2]], (x) => tf.gatherND(x, indices));
    const cells = tf.tensor2d(
      [
        [0, 1],
        [2, 0],
        [0, 1],
        [1, 1],
      ],
      [4, 2],
      'int32',
    );
    expectTrueGradients([[3, 2]], (x) => tf.gatherND(x, cells));
  });
});
