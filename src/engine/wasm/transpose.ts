/** Transpose. The stock kernel moves value by value once it has more than two axes; this moves rows or tiles of 4 by 4. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { type KernelCall, type WasmKernel, withShape } from './kernel-call.ts';

/** An axis of the output: its extent, and how far apart in the input its positions lie. */
interface Axis {
  readonly extent: number;
  readonly stride: number;
}

/** Input `x` float32 or int32, attribute `perm`: axis `i` of the output is axis `perm[i]` of the input. */
export function transpose(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const x = inputs.x!;
    const perm = attrs.perm as number[];
    const strides = tf.util.computeStrides(x.shape).concat(1);
    const shape = perm.map((axis) => x.shape[axis]!);
    const axes = mergeAxes(perm.map((axis) => ({ extent: x.shape[axis]!, stride: strides[axis]! })));
    if (axes.length <= 1) {
      backend.incRef(x.dataId);
      return withShape(x, shape);
    }
    const out = backend.makeOutput(shape, x.dtype);
    permute(backend, x, { out, axes });
    return out;
  };
}

export function isOfWords({ inputs }: KernelCall): boolean {
  const { dtype, shape } = inputs.x!;
  return (dtype === 'float32' || dtype === 'int32') && !shape.includes(0);
}

/** Leaves out axes of one position, and makes neighbours that are neighbours in the input as well one axis. */
function mergeAxes(axes: readonly Axis[]): Axis[] {
  const merged: Axis[] = [];
  for (const axis of axes) {
    if (axis.extent === 1) continue;
    const before = merged.at(-1);
    if (before && before.stride === axis.extent * axis.stride) {
      merged[merged.length - 1] = { extent: before.extent * axis.extent, stride: axis.stride };
    } else merged.push(axis);
  }
  return merged;
}

/** The kernel takes four axes; what goes beyond is a loop here. */
function permute(
  backend: BackendWasm,
  x: TensorInfo,
  { out, axes }: { out: TensorInfo; axes: readonly Axis[] },
): void {
  const kernels = heapKernels(backend);
  const missing = Array.from({ length: Math.max(0, 4 - axes.length) }, () => ({ extent: 1, stride: 0 }));
  const [a, b, c, d] = [...missing, ...axes.slice(-4)] as [Axis, Axis, Axis, Axis];
  const size = a.extent * b.extent * c.extent * d.extent * 4;
  let offsets = [0];
  for (const { extent, stride } of axes.slice(0, -4)) {
    offsets = offsets.flatMap((offset) => Array.from({ length: extent }, (_, i) => offset + i * stride));
  }
  const [from, to] = [addressOf(backend, x), addressOf(backend, out)];
  for (const [index, offset] of offsets.entries()) {
    kernels.permute(
      from + offset * 4,
      to + index * size,
      ...([a.extent, b.extent, c.extent, d.extent] as const),
      ...([a.stride, b.stride, c.stride, d.stride] as const),
    );
  }
}
