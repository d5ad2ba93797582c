import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import {
  describeWasmKernels,
  registerWasmKernels,
} from '../../../../src/engine/wasm/register-wasm-kernels.ts';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

const integers = () => tf.cast(tf.mul(random([3, 4], 5), 3), 'int32');
const bools = () => tf.greater(random([3, 4], 7), 0);
const empty = () => tf.zeros([0, 3]);

describe('registerWasmKernels', () => {
  it('gives wasm every kernel that cpu has', () => {
    const names = describeWasmKernels(tf).map(({ name }) => name);
    const missing = tf.getKernelsForBackend('cpu').filter(({ kernelName }) => !names.includes(kernelName));
    expect(missing).toEqual([]);
  });

  it('does nothing, and says nothing, when called again', () => {
    const warn = vi.spyOn(console, 'warn');
    const before = tf.getKernel('BatchMatMul', 'wasm');
    registerWasmKernels(tf);
    expect(tf.getKernel('BatchMatMul', 'wasm')).toBe(before);
    expect(warn).not.toHaveBeenCalled();
  });

  it('says where each kernel comes from', () => {
    const sources = Object.fromEntries(describeWasmKernels(tf).map(({ name, source }) => [name, source]));
    expect(sources).toMatchObject({
      BatchMatMul: 'fast',
      Einsum: 'fast',
      Abs: 'limited',
      Conv2D: 'fast',
      FFT: 'cpu',
      Softmax: 'stock',
    });
  });
});

describe('kernels that cpu computes for wasm', () => {
  it.each<[string, () => Tensor | Tensor[]]>([
    ['complex numbers', () => spectrum(tf.complex(random([2, 8]), random([2, 8], 2)))],
    ['real input', () => tf.spectral.irfft(tf.spectral.rfft(random([2, 8])))],
    ['windows', () => tf.abs(tf.signal.stft(random([32]) as never, 8, 4))],
    ['products of complex numbers', () => tf.real(tf.mul(complexRow(1), complexRow(2)))],
    [
      'a kernel that asks for a rank',
      () =>
        tf.grad((x) => tf.dilation2d(x as never, random([2, 2, 3], 2) as never, 1, 'same'))(
          random([1, 4, 4, 3]),
        ),
    ],
    [
      'volumes',
      () =>
        tf.grad((x) => tf.conv3d(x as never, random([2, 2, 2, 2, 3], 2) as never, 1, 'same'))(
          random([1, 4, 4, 4, 2]),
        ),
    ],
    ['several outputs', () => Object.values(tf.topk(bools() as never, 2))],
  ])('agree with it on %s', async (_, compute) => {
    await expectSameAsCpu(compute);
  });

  it('carry strings', async () => {
    await tf.setBackend('wasm');
    const words = tf.tidy(() => tf.string.staticRegexReplace(tf.tensor(['aab', 'b']), 'a', 'x', true));
    expect(words.dataSync()).toEqual(['xxb', 'b']);
    words.dispose();
  });
});

describe('calls that the stock kernel gets wrong', () => {
  it.each<[string, () => Tensor]>([
    ['square of bools', () => tf.square(bools())],
    ['exp of bools', () => tf.exp(bools() as never)],
    ['relu of bools', () => tf.relu(bools())],
    ['atanh of integers', () => tf.atanh(integers())],
    ['clipped integers', () => tf.clipByValue(integers(), -1, 1)],
    ['integers as bools', () => tf.cast(integers(), 'bool')],
    ['fractions as bools', () => tf.cast(random([3, 4]), 'bool')],
    ['a choice of bools', () => tf.where(bools(), bools(), tf.zerosLike(bools()))],
    ['reversed bools', () => tf.reverse(bools(), 1)],
    ['strided integers', () => tf.stridedSlice(integers(), [0, 0], [3, 4], [2, 1])],
    ['rounded quotient', () => tf.floorDiv(random([3, 4]), random([4], 2))],
    ['largest of nothing', () => tf.max(tf.reshape(empty(), [3, 0]), 0)],
    ['product of nothing', () => tf.prod(empty(), 0)],
    ['all of nothing', () => tf.all(tf.cast(empty(), 'bool'), 0)],
    ['prelu with one slope for each row', () => tf.prelu(random([2, 3, 4]), random([3, 1], 2))],
    ['prelu with shared slopes', () => tf.prelu(random([2, 3, 3, 4]), random([1, 1, 4], 2))],
    ['prelu with one slope', () => tf.prelu(random([2, 3]), random([1], 2))],
    [
      'channels first',
      () => tf.conv2d(random([2, 3, 6, 6]) as never, random([3, 3, 3, 4], 2) as never, 1, 'same', 'NCHW'),
    ],
    [
      'dilation',
      () => tf.dilation2d(random([1, 4, 4, 3]) as never, random([2, 2, 3], 2) as never, 1, 'same'),
    ],
  ])('are right: %s', async (_, compute) => {
    await expectSameAsCpu(compute);
  });

  it('leave an empty maximum at what cpu makes of it', async () => {
    const [[expected], [actual]] = [
      await runOn('cpu', () => tf.max(empty(), 0)),
      await runOn('wasm', () => tf.max(empty(), 0)),
    ];
    expect(actual).toEqual(expected);
  });
});

function complexRow(seed: number): Tensor {
  return tf.complex(random([4], seed), random([4], seed + 10));
}

function spectrum(x: Tensor): Tensor[] {
  const frequencies = tf.spectral.fft(x);
  return [
    tf.real(frequencies),
    tf.imag(frequencies),
    tf.abs(frequencies),
    tf.real(tf.spectral.ifft(frequencies)),
  ];
}
