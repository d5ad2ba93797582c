/**
 * The stock `wasm` backend runs models but can not train them: gradient kernels are missing or naive.
 * This registers what training needs: fast kernels for what is hot, the `cpu` backend for the rest.
 */
import type { Tf } from '../tf.ts';
import { batchMatMul } from './batch-mat-mul.ts';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';
import { cpuFallback } from './cpu-fallback.ts';
import { depthwiseConv2dBackpropFilter, depthwiseConv2dBackpropInput } from './depthwise-conv2d-backprop.ts';
import { einsum } from './einsum.ts';
import { areFloats, asKernelFunc, type KernelCall, type WasmKernel } from './kernel-call.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';

/** A kernel of our own and the calls that it takes; `cpu` takes the others. */
interface FastKernel {
  readonly name: string;
  readonly kernel: WasmKernel;
  readonly takes: (call: KernelCall) => boolean;
}

function fastKernels(tf: Tf): FastKernel[] {
  return [
    { name: 'BatchMatMul', kernel: batchMatMul(tf), takes: areFloats },
    { name: 'Conv2DBackpropFilter', kernel: conv2dBackpropFilter(tf), takes: isChannelsLast },
    { name: 'Conv2DBackpropInput', kernel: conv2dBackpropInput(tf), takes: isChannelsLast },
    {
      name: 'DepthwiseConv2dNativeBackpropFilter',
      kernel: depthwiseConv2dBackpropFilter(tf),
      takes: areFloats,
    },
    {
      name: 'DepthwiseConv2dNativeBackpropInput',
      kernel: depthwiseConv2dBackpropInput(tf),
      takes: areFloats,
    },
    { name: 'Einsum', kernel: einsum(tf), takes: areFloats },
    { name: 'MaxPoolGrad', kernel: maxPoolGrad(tf), takes: areFloats },
    { name: 'UnsortedSegmentSum', kernel: unsortedSegmentSum, takes: hasFlatSegmentIds },
  ];
}

function isChannelsLast(call: KernelCall): boolean {
  return areFloats(call) && call.attrs.dataFormat !== 'NCHW';
}

function hasFlatSegmentIds({ inputs }: KernelCall): boolean {
  return inputs.x!.dtype === 'float32' && inputs.segmentIds!.shape.length === 1;
}

/**
 * Makes the `wasm` backend able to train. Both `@tensorflow/tfjs-backend-wasm` and `@tensorflow/tfjs-backend-cpu` must
 * have been loaded; the backend may or may not have been initialised. A second call does nothing.
 */
export function registerWasmKernels(tf: Tf): void {
  for (const backend of ['wasm', 'cpu']) {
    if (tf.getKernelsForBackend(backend).length === 0)
      throw new Error(`the ${backend} backend is not loaded`);
  }
  // Stock has no such kernel, so only an earlier call can have registered it.
  if (tf.getKernel('UnsortedSegmentSum', 'wasm')) return;
  for (const { kernelName } of tf.getKernelsForBackend('cpu')) {
    if (!tf.getKernel(kernelName, 'wasm')) register(tf, kernelName, cpuFallback(tf, kernelName));
  }
  for (const { name, kernel, takes } of fastKernels(tf)) {
    const fallback = cpuFallback(tf, name);
    register(tf, name, (call) => (takes(call) ? kernel(call) : fallback(call)));
  }
}

function register(tf: Tf, kernelName: string, kernel: WasmKernel): void {
  const stock = tf.getKernel(kernelName, 'wasm');
  if (stock) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({ ...stock, kernelName, backendName: 'wasm', kernelFunc: asKernelFunc(kernel) });
}
