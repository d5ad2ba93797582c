/**
 * Our own WebAssembly kernels (`assembly/`), instantiated over the memory of the `wasm` backend, so that they read and
 * write tensors where they lie.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { ENGINE_KERNELS_WASM } from '../../gen/engine-kernels.ts';

/** What `assembly/` exports, documented there. Tensors are addresses in bytes, sizes count values, truth values are 0 or 1. */
interface Exports {
  productScratchBytes(): number;
  multiply(
    ...args: [
      ...[a: number, b: number, out: number, m: number, n: number, k: number],
      ...[aStride: number, bStride: number, isATransposed: number, isBTransposed: number],
      ...[isAdded: number, bias: number, isRectified: number, scratch: number],
    ]
  ): void;
  sumMiddle(x: number, out: number, outer: number, count: number, inner: number): void;
  copyPatches(image: number, out: number, ...windows: Windows): void;
  addPatches(patches: number, image: number, ...windows: Windows): void;
  maxPoolGrad(input: number, dy: number, dx: number, ...windows: Windows): void;
  depthwiseInputGrad(dx: number, dy: number, filter: number, ...windows: DilatedWindows): void;
  depthwiseFilterGrad(x: number, dy: number, dw: number, ...windows: DilatedWindows): void;
  addRows(x: number, ids: number, out: number, count: number, width: number, numRows: number): void;
  permute(x: number, out: number, ...extentsAndStrides: [...Four, ...Four]): void;
  columnMoments(x: number, mean: number, variance: number, rows: number, width: number): void;
  normalizeColumns(
    ...args: [
      ...[x: number, mean: number, factor: number, offset: number, out: number],
      ...[rows: number, width: number],
    ]
  ): void;
  columnGradientSums(
    ...args: [
      ...[x: number, mean: number, dy: number, sums: number, products: number],
      ...[rows: number, width: number],
    ]
  ): void;
  normalizeColumnsGrad(
    ...args: [
      ...[x: number, mean: number, dy: number, factor: number, shift: number, slope: number],
      ...[dx: number, rows: number, width: number],
    ]
  ): void;
  normalizeRows(
    ...args: [
      ...[x: number, gamma: number, beta: number, out: number],
      ...[rows: number, width: number, epsilon: number],
    ]
  ): void;
  normalizeRowsGrad(
    ...args: [
      ...[x: number, gamma: number, dy: number, dx: number, dGamma: number, dBeta: number],
      ...[rows: number, width: number, epsilon: number],
    ]
  ): void;
  clipGrad(x: number, dy: number, dx: number, length: number, low: number, high: number): void;
  gelu(x: number, out: number, length: number): void;
  geluGrad(x: number, dy: number, dx: number, length: number): void;
  reluGrad(x: number, dy: number, dx: number, length: number): void;
  softmaxGrad(y: number, dy: number, dx: number, rows: number, width: number): void;
}

/** How windows lie in images: those of a filter or of pooling. */
export type Windows = [
  ...[images: number, inHeight: number, inWidth: number, channels: number],
  ...[outHeight: number, outWidth: number, filterHeight: number, filterWidth: number],
  ...[strideHeight: number, strideWidth: number, top: number, left: number],
];

type DilatedWindows = [...Windows, dilationHeight: number, dilationWidth: number];

type Four = [number, number, number, number];

export interface HeapKernels extends Exports {
  /** Address of memory that `multiply` may use between its begin and its end. */
  readonly productScratch: number;
}

/** The part of Emscripten's module that the package's types leave out. */
interface Emscripten {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(numBytes: number): number;
}

const instances = new WeakMap<object, HeapKernels>();

/** The kernels over the memory of this backend. */
export function heapKernels(backend: BackendWasm): HeapKernels {
  const known = instances.get(backend.wasm);
  if (known) return known;
  const { _malloc } = backend.wasm as unknown as Emscripten;
  const module = new WebAssembly.Module(Buffer.from(ENGINE_KERNELS_WASM, 'base64'));
  const instance = new WebAssembly.Instance(module, { env: { memory: heapMemory(backend) } });
  const exports = instance.exports as unknown as Exports;
  const kernels = { ...exports, productScratch: _malloc(exports.productScratchBytes()) >>> 0 };
  instances.set(backend.wasm, kernels);
  return kernels;
}

/** The memory in which the backend's tensors lie. */
export function heapMemory(backend: BackendWasm): WebAssembly.Memory {
  return (backend.wasm as unknown as Emscripten).asm.memory;
}

/** Where a tensor's values lie in the memory. */
export function addressOf(backend: BackendWasm, x: TensorInfo): number {
  return backend.dataIdMap.get(x.dataId).memoryOffset;
}
