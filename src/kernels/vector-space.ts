import type { Digest } from '../core/reduction/digest.ts';
import { createKernels } from './create-kernels.ts';
import type { Kernels } from './kernels.ts';
import { plainKernels } from './plain-kernels.ts';

/** Memory for long float32 vectors, which threads may share, and the passes over them that need speed. */
export interface VectorSpace {
  /** What another thread needs to work in the same vectors; null where they have no memory in common. */
  readonly memory: WebAssembly.Memory | null;
  /** A new vector of zeros; lives as long as the space. One that finds no room in it is elsewhere, and slower. */
  allocate(numFloats: number): Float32Array;
  /** `out = left + right`, wherever they are; `out` may be one of them. */
  sum(out: Float32Array, left: Float32Array, right: Float32Array): void;
  /** See `Kernels`. */
  checksum(values: Float32Array): number;
  /** See `Kernels`. */
  digest(values: Float32Array): Digest;
}

const FLOAT_BYTES = 4;
const PAGE_BYTES = 65_536;
const MAX_PAGES = 65_536;
/** Vectors begin where the processor's cache lines do. */
const ALIGNMENT = 64;

/**
 * Room for `numBytes`, at most 4 GiB. It is reserved at once, since memory that grew would leave its views behind, but
 * the system gives pages only as they are first written.
 */
export function createVectorSpace(numBytes: number): VectorSpace {
  const numPages = Math.min(MAX_PAGES, Math.ceil(numBytes / PAGE_BYTES) + 1);
  const memory = reserve(numPages);
  if (memory === null) return plainVectorSpace;
  const { buffer } = memory;
  const kernels = createKernels(memory);
  let numUsed = 0;
  const kernelsFor = (...vectors: readonly Float32Array[]): Kernels =>
    vectors.every((vector) => vector.buffer === buffer) ? kernels : plainKernels;
  return {
    memory,
    allocate: (numFloats) => {
      const begin = numUsed;
      const end = begin + Math.ceil((numFloats * FLOAT_BYTES) / ALIGNMENT) * ALIGNMENT;
      if (end > buffer.byteLength) return plainVectorSpace.allocate(numFloats);
      numUsed = end;
      return new Float32Array(buffer, begin, numFloats);
    },
    sum: (out, left, right) => kernelsFor(out, left, right).sum(out, left, right),
    checksum: (values) => kernelsFor(values).checksum(values),
    digest: (values) => kernelsFor(values).digest(values),
  };
}

/** Every vector on its own, and passes without WebAssembly. */
export const plainVectorSpace: VectorSpace = Object.freeze({
  memory: null,
  allocate: (numFloats: number) => new Float32Array(new SharedArrayBuffer(numFloats * FLOAT_BYTES)),
  sum: plainKernels.sum,
  checksum: plainKernels.checksum,
  digest: plainKernels.digest,
});

/** Null where the system does not give so much of its address space away. */
function reserve(numPages: number): WebAssembly.Memory | null {
  try {
    return new WebAssembly.Memory({ initial: numPages, maximum: numPages, shared: true });
  } catch {
    return null;
  }
}
