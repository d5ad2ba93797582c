/**
 * Sum and Mean. The stock kernels transpose their input until the axes that they sum over are the last ones; this sums
 * where the values lie, one run of neighbouring axes at a time.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import {
  areFloats,
  heapValues,
  type KernelCall,
  release,
  type WasmKernel,
  withShape,
} from './kernel-call.ts';

/** Input `x`, attributes `axis` (all axes without one) and `keepDims`; float32. */
export function sum(tf: Tf): WasmKernel {
  return (call) => reduce(tf, call);
}

/** The same, divided by the number of values. */
export function mean(tf: Tf): WasmKernel {
  return (call) => {
    const out = reduce(tf, call);
    const values = heapValues(call.backend, out);
    const count = tf.util.sizeFromShape(call.inputs.x!.shape) / values.length;
    for (let i = 0; i < values.length; i++) values[i]! /= count;
    return out;
  };
}

/** A call on float32 values, of which there are some. */
export function areSomeFloats(call: KernelCall): boolean {
  return areFloats(call) && !call.inputs.x!.shape.includes(0);
}

function reduce(tf: Tf, { inputs, attrs, backend }: KernelCall): TensorInfo {
  const x = inputs.x!;
  const axes = new Set(tf.util.parseAxisParam(attrs.axis as number | number[], x.shape));
  let shape = x.shape.map((extent, axis) => ({ extent, isSummed: axes.has(axis) }));
  let sums: TensorInfo | null = null;
  // From the last axes on, so that each sum leaves the shortest rows for the next.
  while (shape.some(({ isSummed }) => isSummed)) {
    const end = shape.findLastIndex(({ isSummed }) => isSummed) + 1;
    const begin = shape.findLastIndex(({ isSummed }, axis) => axis < end && !isSummed) + 1;
    const [outer, count, inner] = [shape.slice(0, begin), shape.slice(begin, end), shape.slice(end)].map(
      (part) => part.reduce((size, { extent }) => size * extent, 1),
    ) as [number, number, number];
    const out = backend.makeOutput([outer * inner], 'float32');
    heapKernels(backend).sumMiddle(
      addressOf(backend, sums ?? x),
      addressOf(backend, out),
      outer,
      count,
      inner,
    );
    if (sums) release(backend, [sums]);
    sums = out;
    shape = [...shape.slice(0, begin), ...shape.slice(end)];
  }
  const kept = x.shape.flatMap((extent, axis) => (axes.has(axis) ? (attrs.keepDims ? [1] : []) : [extent]));
  return withShape(sums ?? copyOf(backend, x), kept);
}

function copyOf(backend: BackendWasm, x: TensorInfo): TensorInfo {
  const out = backend.makeOutput(x.shape, 'float32');
  heapValues(backend, out).set(heapValues(backend, x));
  return out;
}
