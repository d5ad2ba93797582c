/**
 * A piece of a tensor as a tensor of its own, without a copy: the backend's C++ side knows tensors by a number
 * that stands for an address, so another number can be given to an address inside of one.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';

/** Values `[start, start + size of shape)` of float32 tensor `x`. End its life with `forgetView`, never `disposeData`. */
export function makeView(backend: BackendWasm, x: TensorInfo, start: number, shape: number[]): TensorInfo {
  const { memoryOffset } = backend.dataIdMap.get(x.dataId);
  return backend.makeOutput(shape, 'float32', memoryOffset + start * Float32Array.BYTES_PER_ELEMENT);
}

/** Forgets a view, together with what XNNPACK keeps for it (packed weights), and frees no memory of the tensor. */
export function forgetView(backend: BackendWasm, view: TensorInfo): void {
  backend.wasm.tfjs.disposeData(backend.dataIdMap.get(view.dataId).id);
  backend.dataIdMap.delete(view.dataId);
}
