/** Slice, Unpack and SplitV. The stock kernels copy the whole tensor first, for each slice. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { type WasmKernel, withShape } from './kernel-call.ts';
import { copyStrided } from './strided-copy.ts';

/** Input `x` float32 or int32; attributes `begin` and `size`, where -1 is all that is left. */
export function slice(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const x = inputs.x! as Parameters<Tf['slice_util']['parseSliceParams']>[0];
    const { begin, size } = attrs as { begin: number | number[]; size: number | number[] };
    const [first, extents] = tf.slice_util.parseSliceParams(x, begin, size);
    tf.slice_util.assertParamsValid(x, first!, extents!);
    return sliceOf(tf, backend, { x, begin: first!, size: extents! });
  };
}

/** Input `value`; one output for each position along the attribute `axis`, without that axis. */
export function unpack(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const x = inputs.value!;
    const [axis] = tf.util.parseAxisParam(attrs.axis as number, x.shape) as [number];
    return Array.from({ length: x.shape[axis]! }, (_, position) => {
      const part = { begin: x.shape.map((_, i) => (i === axis ? position : 0)), size: x.shape.with(axis, 1) };
      return withShape(sliceOf(tf, backend, { x, ...part }), x.shape.toSpliced(axis, 1));
    });
  };
}

/** Input `x`; outputs of the attribute `numOrSizeSplits`, their number or their extents, along the attribute `axis`. */
export function splitV(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const x = inputs.x!;
    const [axis] = tf.util.parseAxisParam(attrs.axis as number, x.shape) as [number];
    const splits = attrs.numOrSizeSplits as number | number[];
    const extents = tf.backend_util.prepareSplitSize(x as never, splits, axis);
    let position = 0;
    return extents.map((extent) => {
      const part = {
        begin: x.shape.map((_, i) => (i === axis ? position : 0)),
        size: x.shape.with(axis, extent),
      };
      position += extent;
      return sliceOf(tf, backend, { x, ...part });
    });
  };
}

function sliceOf(
  tf: Tf,
  backend: BackendWasm,
  { x, begin, size }: { x: TensorInfo; begin: readonly number[]; size: number[] },
): TensorInfo {
  const strides = tf.util.computeStrides(x.shape).concat(1);
  const out = backend.makeOutput(size, x.dtype);
  if (size.includes(0)) return out;
  copyStrided(backend, {
    x,
    out,
    first: begin.reduce((offset, position, axis) => offset + position * strides[axis]!, 0),
    axes: size.map((extent, axis) => ({ extent, stride: strides[axis]! })),
  });
  return out;
}
