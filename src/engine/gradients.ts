import type { GradConfig, NamedAttrMap, Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { einsumGradient } from './einsum.ts';
import type { Tf } from './tf.ts';

/**
 * Registers the gradients that TF.js lacks: `einsum`, `stridedSlice`, `gatherND`; and replaces that of `tile`, which
 * slices and adds once for each repetition: thousands of calls for a layer normalization. A second call changes nothing.
 */
export function registerGradients(tf: Tf): void {
  const gradients: GradConfig[] = [
    einsumGradient(tf),
    {
      kernelName: 'StridedSlice',
      inputsToSave: ['x'],
      gradFunc: (dy, saved, attrs) => ({
        x: () => scatterSlice(tf, { dy: dy as Tensor, x: saved[0]!, attrs }),
      }),
    },
    {
      kernelName: 'GatherNd',
      inputsToSave: ['params', 'indices'],
      gradFunc: (dy, [params, indices]) => ({
        params: () => tf.scatterND(tf.cast(indices!, 'int32'), dy as Tensor, params!.shape),
      }),
    },
  ];
  tf.registerGradient(tileGradient(tf));
  for (const gradient of gradients) {
    if (tf.getGradient(gradient.kernelName) === undefined) tf.registerGradient(gradient);
  }
}

/** The sum over the repetitions: `dy` of shape `[reps[0], x.shape[0], reps[1], x.shape[1], ...]`, summed over each `reps`. */
function tileGradient(tf: Tf): GradConfig {
  return {
    kernelName: 'Tile',
    inputsToSave: ['x'],
    gradFunc: (dy, saved, attrs) => {
      const { shape } = saved[0]!;
      const { reps } = attrs as unknown as { reps: number[] };
      const repeated = shape.map((_, axis) => axis).filter((axis) => reps[axis]! > 1);
      // Axes that are not repeated stay one axis, so that few axes are left.
      const split = shape.flatMap((extent, axis) => (reps[axis]! > 1 ? [reps[axis]!, extent] : [extent]));
      const sumAxes = repeated.map((axis, index) => axis + index);
      return { x: () => tf.reshape(tf.sum(tf.reshape(dy as Tensor, split), sumAxes), shape) };
    },
  };
}

/** Positions in a slice are counted in float32. */
const MAX_SLICED_VALUES = 2 ** 24;

/**
 * Adds each gradient where its value was read: the same slice of the positions 0, 1, 2, ... says where that was.
 * They are float32 because the wasm backend slices nothing else.
 */
function scatterSlice(tf: Tf, { dy, x, attrs }: { dy: Tensor; x: Tensor; attrs: NamedAttrMap }): Tensor {
  if (x.size > MAX_SLICED_VALUES)
    throw new Error(`stridedSlice of ${x.size} values has no gradient; use slice`);
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } =
    attrs as unknown as Record<'begin' | 'end' | 'strides', number[]> & Record<string, number>;
  const masks = [beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask] as const;
  const positions = tf.stridedSlice(tf.reshape(tf.range(0, x.size), x.shape), begin, end, strides, ...masks);
  const segments = tf.cast(tf.reshape(positions, [dy.size]), 'int32') as Tensor1D;
  return tf.reshape(tf.unsortedSegmentSum(tf.reshape(dy, [dy.size]), segments, x.size), x.shape);
}
