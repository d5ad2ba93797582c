/**
 * The stock `wasm` backend runs models but can not train them: gradient kernels are missing, naive or wrong.
 * This registers what training needs: fast kernels for what is hot, the `cpu` backend for the rest.
 */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { registerEinsum } from '../einsum.ts';
import type { Tf } from '../tf.ts';
import { batchMatMul, fusedMatMul, hasBiasOfColumns } from './batch-mat-mul.ts';
import {
  batchNormalization,
  batchNormalizationGrad,
  fusedBatchNorm,
  hasStatisticsOfColumns,
} from './batch-normalization.ts';
import { registerBatchNormalization } from './batch-normalization-layer.ts';
import { conv2d, isPlainConv2d } from './conv2d.ts';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';
import { cpuFallback } from './cpu-fallback.ts';
import { depthwiseConv2dBackpropFilter, depthwiseConv2dBackpropInput } from './depthwise-conv2d-backprop.ts';
import { clipGrad, registerFusedGradients, reluGrad, softmaxGrad } from './fused-gradients.ts';
import { registerFusedOps } from './fused-ops.ts';
import { areRows, gatherRows } from './gather.ts';
import { gelu, geluGrad, registerGelu } from './gelu.ts';
import { identity, isNoString } from './identity.ts';
import { areFloats, asKernelFunc, type KernelCall, type WasmKernel, wasmKernel } from './kernel-call.ts';
import {
  layerNormalization,
  layerNormalizationGrad,
  registerLayerNormalization,
} from './layer-normalization.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { areSomeFloats, mean, sum } from './reductions.ts';
import { slice, splitV, unpack } from './slice.ts';
import { isChannelsLast, STOCK_LIMITS, type Takes } from './stock-limits.ts';
import { isOfWords } from './strided-copy.ts';
import { transpose } from './transpose.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';
import { WINDOW_KERNELS, withWindowCheck } from './window-checks.ts';

/** A kernel of our own and the calls that it takes. The rest goes to `cpu`, or to the stock kernel where that is right. */
interface FastKernel {
  readonly kernel: (tf: Tf) => WasmKernel;
  readonly takes: Takes;
  readonly rest?: 'stock';
}

const FAST_KERNELS: ReadonlyMap<string, FastKernel> = new Map<string, FastKernel>([
  ['BatchMatMul', { kernel: batchMatMul, takes: areFloats }],
  ['_FusedMatMul', { kernel: fusedMatMul, takes: hasBiasOfColumns }],
  ['Conv2D', { kernel: conv2d, takes: isPlainConv2d, rest: 'stock' }],
  ['FusedConv2D', { kernel: conv2d, takes: isPlainConv2d, rest: 'stock' }],
  ['Conv2DBackpropFilter', { kernel: conv2dBackpropFilter, takes: isChannelsLast }],
  ['Conv2DBackpropInput', { kernel: conv2dBackpropInput, takes: isChannelsLast }],
  ['DepthwiseConv2dNativeBackpropFilter', { kernel: depthwiseConv2dBackpropFilter, takes: areFloats }],
  ['DepthwiseConv2dNativeBackpropInput', { kernel: depthwiseConv2dBackpropInput, takes: areFloats }],
  ['FusedBatchNorm', { kernel: () => fusedBatchNorm, takes: hasStatisticsOfColumns, rest: 'stock' }],
  ['GatherV2', { kernel: () => gatherRows, takes: areRows, rest: 'stock' }],
  ['Identity', { kernel: () => identity, takes: isNoString, rest: 'stock' }],
  ['MaxPoolGrad', { kernel: maxPoolGrad, takes: areFloats }],
  ['Mean', { kernel: mean, takes: areSomeFloats, rest: 'stock' }],
  ['Sum', { kernel: sum, takes: areSomeFloats, rest: 'stock' }],
  ['Slice', { kernel: slice, takes: isOfWords, rest: 'stock' }],
  ['SplitV', { kernel: splitV, takes: isOfWords, rest: 'stock' }],
  ['Transpose', { kernel: transpose, takes: isOfWords, rest: 'stock' }],
  ['Unpack', { kernel: unpack, takes: isOfWords, rest: 'stock' }],
  ['UnsortedSegmentSum', { kernel: () => unsortedSegmentSum, takes: hasFlatSegmentIds }],
]);

function hasFlatSegmentIds({ inputs }: KernelCall): boolean {
  return inputs.x!.dtype === 'float32' && inputs.segmentIds!.shape.length === 1;
}

/** Kernels that TensorFlow.js does not know: only our own gradients and layers call them. */
const NEW_KERNELS: ReadonlyMap<string, WasmKernel> = new Map([
  ['BatchNormalization', batchNormalization],
  ['BatchNormalizationGrad', batchNormalizationGrad],
  ['ClipByValueGrad', clipGrad],
  ['Gelu', gelu],
  ['GeluGrad', geluGrad],
  ['LayerNormalization', layerNormalization],
  ['LayerNormalizationGrad', layerNormalizationGrad],
  ['ReluGrad', reluGrad],
  ['SoftmaxGrad', softmaxGrad],
]);

/**
 * Where a kernel of the `wasm` backend comes from: `fast` is ours, `stock` the backend's own, `limited` stock but for
 * the calls that it gets wrong, which `cpu` takes, and `cpu` computes on the `cpu` backend.
 */
export type WasmKernelSource = 'fast' | 'stock' | 'limited' | 'cpu';

/** What is registered: TensorFlow.js keeps the object as it is, and with it where the kernel comes from. */
interface SourcedKernel extends KernelConfig {
  readonly source?: WasmKernelSource;
}

/**
 * Makes the `wasm` backend able to train. Both `@tensorflow/tfjs-backend-wasm` and `@tensorflow/tfjs-backend-cpu` must
 * have been loaded; the backends may or may not have been initialised. A second call does nothing.
 */
export function registerWasmKernels(tf: Tf): void {
  for (const backend of ['wasm', 'cpu']) {
    if (tf.getKernelsForBackend(backend).length === 0)
      throw new Error(`the ${backend} backend is not loaded`);
  }
  // Stock has no such kernel, so only an earlier call can have registered it.
  if (tf.getKernel('UnsortedSegmentSum', 'wasm')) return;
  for (const { kernelName: name } of tf.getKernelsForBackend('cpu')) {
    if (!tf.getKernel(name, 'wasm')) register(tf, { name, kernel: cpuFallback(tf, name), source: 'cpu' });
  }
  for (const [name, takes] of STOCK_LIMITS) {
    register(tf, {
      name,
      kernel: either(takes, wasmKernel(tf, name), cpuFallback(tf, name)),
      source: 'limited',
    });
  }
  for (const [name, { kernel, takes, rest }] of FAST_KERNELS) {
    const otherwise = rest === 'stock' ? wasmKernel(tf, name) : cpuFallback(tf, name);
    register(tf, { name, kernel: either(takes, kernel(tf), otherwise), source: 'fast' });
  }
  for (const name of WINDOW_KERNELS) {
    const { source = 'stock' } = tf.getKernel(name, 'wasm') as SourcedKernel;
    register(tf, { name, kernel: withWindowCheck(tf, name, wasmKernel(tf, name)), source });
  }
  for (const [name, kernel] of NEW_KERNELS) register(tf, { name, kernel, source: 'fast' });
  registerFusedGradients(tf);
  registerFusedOps(tf);
  registerBatchNormalization(tf);
  registerGelu(tf);
  registerLayerNormalization(tf);
  registerEinsum(tf, 'wasm');
  register(tf, { name: 'Einsum', kernel: wasmKernel(tf, 'Einsum'), source: 'fast' });
}

/** Every kernel that is registered on `wasm` now, by name, and where it comes from. */
export function describeWasmKernels(tf: Tf): { name: string; source: WasmKernelSource }[] {
  return tf
    .getKernelsForBackend('wasm')
    .map((kernel: SourcedKernel) => ({ name: kernel.kernelName, source: kernel.source ?? 'stock' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function either(takes: Takes, kernel: WasmKernel, fallback: WasmKernel): WasmKernel {
  return (call) => (takes(call) ? kernel(call) : fallback(call));
}

function register(
  tf: Tf,
  { name, kernel, source }: { name: string; kernel: WasmKernel; source: WasmKernelSource },
): void {
  // What the stock kernel sets up when the backend starts is needed as long as something calls it.
  const stock = tf.getKernel(name, 'wasm');
  if (stock) tf.unregisterKernel(name, 'wasm');
  const config: SourcedKernel = {
    ...stock,
    kernelName: name,
    backendName: 'wasm',
    kernelFunc: asKernelFunc(kernel),
    source,
  };
  tf.registerKernel(config);
}
