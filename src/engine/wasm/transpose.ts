/** Transpose. The stock kernel moves value by value once it has more than two axes; this moves rows or tiles of 4 by 4. */
import type { Tf } from '../tf.ts';
import { type WasmKernel, withShape } from './kernel-call.ts';
import { copyStrided, mergeAxes } from './strided-copy.ts';

/** Input `x` float32 or int32, attribute `perm`: axis `i` of the output is axis `perm[i]` of the input. */
export function transpose(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const x = inputs.x!;
    const perm = attrs.perm as number[];
    const strides = tf.util.computeStrides(x.shape).concat(1);
    const shape = perm.map((axis) => x.shape[axis]!);
    const axes = perm.map((axis) => ({ extent: x.shape[axis]!, stride: strides[axis]! }));
    if (mergeAxes(axes).length <= 1) {
      backend.incRef(x.dataId);
      return withShape(x, shape);
    }
    const out = backend.makeOutput(shape, x.dtype);
    copyStrided(backend, { x, out, first: 0, axes });
    return out;
  };
}
