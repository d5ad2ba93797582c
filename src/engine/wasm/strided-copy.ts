/** Tensors whose values lie in another one, at regular distances: transposes and slices. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, heapKernels } from './heap-kernels.ts';
import type { KernelCall } from './kernel-call.ts';

/** An axis of the output: its extent, and how far apart in the input its positions lie. */
export interface Axis {
  readonly extent: number;
  readonly stride: number;
}

/** Fills `out`, row-major over `axes`, with the values of `x` from value `first` on. Both are of 32-bit values. */
export function copyStrided(
  backend: BackendWasm,
  { x, out, first, axes }: { x: TensorInfo; out: TensorInfo; first: number; axes: readonly Axis[] },
): void {
  const merged = mergeAxes(axes);
  // The kernel takes four axes; what goes beyond is a loop here.
  const missing = Array.from({ length: Math.max(0, 4 - merged.length) }, () => ({ extent: 1, stride: 1 }));
  const [a, b, c, d] = [...missing, ...merged.slice(-4)] as [Axis, Axis, Axis, Axis];
  const size = a.extent * b.extent * c.extent * d.extent * 4;
  let offsets = [first];
  for (const { extent, stride } of merged.slice(0, -4)) {
    offsets = offsets.flatMap((offset) => Array.from({ length: extent }, (_, i) => offset + i * stride));
  }
  const [from, to] = [addressOf(backend, x), addressOf(backend, out)];
  for (const [index, offset] of offsets.entries()) {
    heapKernels(backend).permute(
      from + offset * 4,
      to + index * size,
      ...([a.extent, b.extent, c.extent, d.extent] as const),
      ...([a.stride, b.stride, c.stride, d.stride] as const),
    );
  }
}

/** A call on 32-bit values, of which there are some. */
export function isOfWords({ inputs }: KernelCall): boolean {
  const { dtype, shape } = (inputs.x ?? inputs.value)!;
  return (dtype === 'float32' || dtype === 'int32') && !shape.includes(0);
}

/** Leaves out axes of one position, and makes neighbours that are neighbours in the input as well one axis. */
export function mergeAxes(axes: readonly Axis[]): Axis[] {
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
