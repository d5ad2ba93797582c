import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { kernel, random, tf } from './engines.ts';

type Shape4D = [number, number, number, number];

const image = (height = 3, width = 3) => random([1, height, width, 2]) as Tensor4D;
const filter = (...shape: Shape4D) => random(shape, 2) as Tensor4D;

const TOO_LARGE: Record<string, () => Tensor> = {
  'a filter': () => tf.conv2d(image(), filter(5, 5, 2, 3), 1, 'valid'),
  'a filter that is larger by one': () => tf.conv2d(image(), filter(4, 4, 2, 3), 1, 'valid'),
  'a filter that is too wide': () => tf.conv2d(image(9, 3), filter(5, 5, 2, 3), 1, 'valid'),
  'a filter with a bias': () =>
    tf.fused.conv2d({ x: image(), filter: filter(5, 5, 2, 3), strides: 1, pad: 'valid' }),
  'a dilated depthwise filter': () => tf.depthwiseConv2d(image(), filter(3, 3, 2, 1), 1, 'valid', 'NHWC', 2),
  'a depthwise filter with a bias': () =>
    tf.fused.depthwiseConv2d({ x: image(), filter: filter(5, 5, 2, 1), strides: 1, pad: 'valid' }),
  'a maximum': () => tf.maxPool(image(), 5, 1, 'valid'),
  'an average': () => tf.avgPool(image(), [2, 5], 1, 'valid'),
};

describe('windows larger than the input on wasm', () => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
  });

  it.each(Object.entries(TOO_LARGE))('are refused: %s', (_name, compute) => {
    expect(() => tf.tidy(compute)).toThrow(/windows of .* are larger than the input of shape/);
  });

  it.each([
    ['Conv2DBackpropInput', { inputShape: [1, 6, 6, 2] }],
    ['Conv2DBackpropFilter', { filterShape: [3, 3, 2, 2] }],
    ['DepthwiseConv2dNativeBackpropInput', { inputShape: [1, 6, 6, 2] }],
    ['DepthwiseConv2dNativeBackpropFilter', { filterShape: [3, 3, 2, 1] }],
    ['MaxPoolGrad', { filterSize: 3 }],
  ])('leave no gradient of another shape to read beyond: %s', (name, attrs) => {
    const run = () => {
      const [x, dy] = [random([1, 6, 6, 2]), random([1, 2, 4, 2])];
      const weights = filter(3, 3, 2, name.startsWith('Depthwise') ? 1 : 2);
      const all = { strides: 1, pad: 'valid', dilations: 1, ...attrs };
      return kernel(name, { x, dy, filter: weights, input: x, output: dy }, all);
    };
    expect(() => tf.tidy(run)).toThrow('the gradient of an output of shape [1,4,4,2] has shape [1,2,4,2]');
  });
});
