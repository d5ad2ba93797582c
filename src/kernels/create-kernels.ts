import type { Kernels } from './kernels.ts';
import { plainKernels } from './plain-kernels.ts';
import { compileKernels, wasmKernels } from './wasm-kernels.ts';

/**
 * Kernels over vectors in `memory`, shared or not: views of `memory.buffer` as it is now, so a memory that grew needs
 * new views. Where WebAssembly has no vector instructions they are plain and take vectors anywhere.
 */
export function createKernels(memory: WebAssembly.Memory): Kernels {
  const isShared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
  const module = compileKernels({ isShared });
  return module === null ? plainKernels : wasmKernels(module, memory);
}
