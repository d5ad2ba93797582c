import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelConfig, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';

/** What TensorFlow.js hands to a kernel of the `wasm` backend. */
export interface KernelCall {
  readonly inputs: NamedTensorInfoMap;
  readonly attrs: NamedAttrMap;
  readonly backend: BackendWasm;
}

/** Computes the outputs of one kernel; the caller owns them. */
export type WasmKernel = (call: KernelCall) => TensorInfo | TensorInfo[];

/** How TensorFlow.js stores a `WasmKernel`: it knows nothing of a backend's own type. */
export function asKernelFunc(kernel: WasmKernel): KernelConfig['kernelFunc'] {
  return kernel as unknown as KernelConfig['kernelFunc'];
}

/** The kernel that is registered on `wasm` under `name` now. */
export function wasmKernel(tf: Tf, name: string): WasmKernel {
  const kernel = tf.getKernel(name, 'wasm');
  if (!kernel) throw new Error(`no kernel ${name} on the wasm backend; is its package loaded?`);
  return kernel.kernelFunc as unknown as WasmKernel;
}

/** Runs the kernel that is registered on `wasm` under `name`; it must have one output. */
export function runKernel(tf: Tf, name: string, call: KernelCall): TensorInfo {
  return wasmKernel(tf, name)(call) as TensorInfo;
}

/** The same values under another shape of the same size. Shares the data: dispose only one of the two. */
export function withShape(x: TensorInfo, shape: number[]): TensorInfo {
  return { dataId: x.dataId, shape, dtype: x.dtype };
}

/**
 * The float32 tensor's values in the WASM heap, not a copy.
 * Good until the next allocation: growing the heap detaches every view of it.
 */
export function heapValues(backend: BackendWasm, x: TensorInfo): Float32Array {
  if (x.dtype !== 'float32') throw new Error(`float32 values of a ${x.dtype} tensor`);
  return backend.typedArrayFromHeap(x) as Float32Array;
}

/** A new float32 tensor full of zeros; memory of the heap comes uncleared. */
export function makeZeros(backend: BackendWasm, shape: number[]): TensorInfo {
  const out = backend.makeOutput(shape, 'float32');
  heapValues(backend, out).fill(0);
  return out;
}

/** True if every input is float32. */
export function areFloats({ inputs }: KernelCall): boolean {
  return Object.values(inputs).every((x) => !x || x.dtype === 'float32');
}

/** Disposes intermediate results. */
export function release(backend: BackendWasm, tensors: readonly TensorInfo[]): void {
  for (const { dataId } of tensors) backend.disposeData(dataId);
}
