/**
 * `tf.fused.matMul` and `tf.fused.conv2d`, which dense and convolutional layers call. While a gradient is taken, TensorFlow.js
 * runs product, bias and activation one by one, or else computes the gradient of every input, even of the batch. Here they
 * are one kernel, and only the gradients that something needs are computed.
 */
import type { GradConfig, NamedTensorMap, Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';

/** Options as layers give them; a program may give anything that is like a tensor. */
type Options<Op extends 'matMul' | 'conv2d', Operands extends string> = Omit<
  Parameters<Tf['fused'][Op]>[0],
  Operands
> &
  Readonly<Record<Operands, Tensor>>;
type MatMulOptions = Options<'matMul', 'a' | 'b'>;
type Conv2dOptions = Options<'conv2d', 'x' | 'filter'>;

/** Makes both ops and their gradients use these kernels on `wasm`; elsewhere, and in unusual calls, they are what they were. */
export function registerFusedOps(tf: Tf): void {
  const { matMul, conv2d } = tf.fused;
  tf.registerGradient(matMulGradient(tf));
  tf.registerGradient(conv2dGradient(tf));
  Object.assign(tf.fused, {
    matMul: (options: MatMulOptions) => {
      const { a, b, bias, activation, transposeA, transposeB } = options;
      const isOurs =
        isPlain(tf, options, [a, b]) && a.rank === 2 && b.rank === 2 && a.shape[1] === b.shape[0];
      if (!isOurs || transposeA || transposeB || !isBias(bias, b.shape[1]!)) return matMul(options as never);
      return run(tf, '_FusedMatMul', withBias({ a, b }, bias), { activation: activation ?? 'linear' });
    },
    conv2d: (options: Conv2dOptions) => {
      const { x, filter, bias, strides, pad } = options;
      const isOurs = isPlain(tf, options, [x, filter]) && x.rank === 4 && x.shape[3] === filter.shape[2];
      if (!isOurs || !hasPlainWindows(options) || !isBias(bias, filter.shape[3]!))
        return conv2d(options as never);
      const attrs = {
        strides,
        pad,
        dilations: 1,
        dataFormat: 'NHWC',
        activation: options.activation ?? 'linear',
      };
      return run(tf, 'FusedConv2D', withBias({ x, filter }, bias), attrs);
    },
  });
}

function matMulGradient(tf: Tf): GradConfig {
  return {
    kernelName: '_FusedMatMul',
    inputsToSave: ['a', 'b'],
    outputsToSave: [true],
    gradFunc: (dy, [a, b, y], attrs) => {
      const gradient = beforeActivation(tf, dy as Tensor, y!, attrs.activation);
      return {
        a: () => tf.matMul(gradient, b!, false, true),
        b: () => tf.matMul(a!, gradient, true, false),
        bias: () => tf.sum(gradient, 0),
      };
    },
  };
}

function conv2dGradient(tf: Tf): GradConfig {
  return {
    kernelName: 'FusedConv2D',
    inputsToSave: ['x', 'filter'],
    outputsToSave: [true],
    gradFunc: (dy, [x, filter, y], { activation, ...attrs }) => {
      const gradient = beforeActivation(tf, dy as Tensor, y!, activation);
      const [inputShape, filterShape] = [x!.shape, filter!.shape];
      return {
        x: () => run(tf, 'Conv2DBackpropInput', { dy: gradient, filter: filter! }, { ...attrs, inputShape }),
        filter: () => run(tf, 'Conv2DBackpropFilter', { x: x!, dy: gradient }, { ...attrs, filterShape }),
        bias: () => tf.sum(gradient, [0, 1, 2]),
      };
    },
  };
}

/** The gradient of what the activation was applied to; a relu lets it through where its output is positive. */
function beforeActivation(tf: Tf, dy: Tensor, y: Tensor, activation: unknown): Tensor {
  return activation === 'relu' ? run(tf, 'ReluGrad', { x: y, dy }, {}) : dy;
}

function isPlain(
  tf: Tf,
  { activation }: MatMulOptions | Conv2dOptions,
  operands: readonly Tensor[],
): boolean {
  const areFloats = operands.every((x) => x instanceof tf.Tensor && x.dtype === 'float32');
  return areFloats && tf.getBackend() === 'wasm' && ['linear', 'relu'].includes(activation ?? 'linear');
}

function isBias(bias: unknown, length: number): boolean {
  const { dtype, shape } = (bias ?? { dtype: 'float32', shape: [length] }) as Tensor;
  return dtype === 'float32' && shape?.length === 1 && shape[0] === length;
}

function hasPlainWindows({
  pad,
  dilations = 1,
  dataFormat = 'NHWC',
  dimRoundingMode,
}: Conv2dOptions): boolean {
  const isDilated = [dilations].flat().some((dilation) => dilation !== 1);
  return (pad === 'same' || pad === 'valid') && !isDilated && dataFormat === 'NHWC' && !dimRoundingMode;
}

function withBias(operands: NamedTensorMap, bias: unknown): NamedTensorMap {
  return bias ? { ...operands, bias: bias as Tensor } : operands;
}

function run(tf: Tf, name: string, inputs: NamedTensorMap, attrs: object): Tensor {
  return tf.engine().runKernel(name, inputs, attrs as never) as Tensor;
}
