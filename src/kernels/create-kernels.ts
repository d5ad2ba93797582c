import type { Kernels } from './kernels.ts';
import { plainKernels } from './plain-kernels.ts';
import { compileKernels, wasmKernels } from './wasm-kernels.ts';

/**
 * Kernels over vectors in `memory`: views of `memory.buffer` as it is now, so a memory that grew needs new views. In
 * shared memory and where WebAssembly has vector instructions they are compiled; elsewhere they are plain and take
 * vectors anywhere.
 */
export function createKernels(memory: WebAssembly.Memory): Kernels {
  const module = memory.buffer instanceof SharedArrayBuffer ? compileKernels() : null;
  return module === null ? plainKernels : wasmKernels(module, memory);
}
