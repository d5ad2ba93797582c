/** Activations that TensorFlow.js fuses with a product or a convolution. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { type KernelCall, release, runKernel } from './kernel-call.ts';

const ACTIVATION_KERNELS: ReadonlyMap<string, string> = new Map([
  ['relu6', 'Relu6'],
  ['elu', 'Elu'],
  ['sigmoid', 'Sigmoid'],
  ['leakyrelu', 'LeakyRelu'],
  ['prelu', 'Prelu'],
]);

/** Whether the activation of the call is one that `multiply` applies itself. */
export function isRectified({ attrs }: KernelCall): boolean {
  return attrs.activation === 'relu';
}

/** Applies the activation of the call to `out`, which it replaces, unless `multiply` did. */
export function activate(tf: Tf, { inputs, attrs, backend }: KernelCall, out: TensorInfo): TensorInfo {
  const activation = (attrs.activation ?? 'linear') as string;
  if (activation === 'linear' || activation === 'relu') return out;
  const name = ACTIVATION_KERNELS.get(activation);
  if (name === undefined) throw new Error(`no activation "${activation}" to fuse`);
  const activated = runKernel(tf, name, {
    inputs: name === 'Prelu' ? { x: out, alpha: inputs.preluActivationWeights! } : { x: out },
    attrs: { alpha: attrs.leakyreluAlpha! },
    backend,
  });
  release(backend, [out]);
  return activated;
}
