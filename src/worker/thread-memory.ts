import { addInPlace } from '../collective/add-in-place.ts';
import { createKernels } from '../kernels/create-kernels.ts';
import type { ShareRequest } from './trainer-protocol.ts';

/** The memory that the main thread shares, as the training thread works in it. */
export interface ThreadMemory {
  /** A vector of a request, where this thread's kernels take it. */
  own(vector: Float32Array): Float32Array;
  /** `left += right`, both of them own. */
  add(left: Float32Array, right: Float32Array): void;
  readonly levels: readonly Float32Array[];
}

/** A vector that comes in a message is a view of its own, at the same place of the same memory. */
export function openThreadMemory({ memory, levels }: ShareRequest): ThreadMemory {
  if (memory === null) return { own: (vector) => vector, add: addInPlace, levels };
  const { add } = createKernels(memory);
  const own = ({ byteOffset, length }: Float32Array): Float32Array =>
    new Float32Array(memory.buffer, byteOffset, length);
  return { own, add, levels: levels.map(own) };
}
