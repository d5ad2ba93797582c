import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import type { Windows } from './heap-kernels.ts';

export type Shape4D = [number, number, number, number];

/** Sizes, strides and padding of an NHWC convolution, resolved the way TensorFlow.js resolves them. */
export type Conv2DInfo = ReturnType<Tf['backend_util']['computeConv2DInfo']>;

/** The convolution of an `input` by a `filter` `[height, width, in, out]` that a kernel's attributes describe. */
export function conv2dInfo(tf: Tf, input: number[], filter: number[], attrs: NamedAttrMap): Conv2DInfo {
  return resolve(tf, input, filter, { ...attrs, dilations: 1 }, false);
}

/** The same for a depthwise convolution by a `filter` `[height, width, in, multiplier]`, which may be dilated. */
export function depthwiseConv2dInfo(
  tf: Tf,
  input: number[],
  filter: number[],
  attrs: NamedAttrMap,
): Conv2DInfo {
  return resolve(tf, input, filter, attrs, true);
}

function resolve(
  tf: Tf,
  input: number[],
  filter: number[],
  attrs: NamedAttrMap,
  isDepthwise: boolean,
): Conv2DInfo {
  const { strides, dilations, pad, dimRoundingMode } = attrs as unknown as {
    strides: number | [number, number];
    dilations: number | [number, number];
    pad: 'same' | 'valid' | number;
    dimRoundingMode?: 'floor' | 'round' | 'ceil';
  };
  return tf.backend_util.computeConv2DInfo(
    input as Shape4D,
    filter as Shape4D,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    isDepthwise,
  );
}

/** Throws unless a gradient is shaped like the output that the windows make: kernels read as much of it. */
export function checkOutputGradient(
  { outShape }: { readonly outShape: readonly number[] },
  { shape }: TensorInfo,
): void {
  if (String(shape) !== String(outShape))
    throw new Error(`the gradient of an output of shape [${outShape}] has shape [${shape}]`);
}

/** The windows of this many images, from one row of the output on, as kernels take them. */
export function windowsOf(
  info: Conv2DInfo | ReturnType<Tf['backend_util']['computePool2DInfo']>,
  { images, row, numRows }: { images: number; row: number; numRows: number },
): Windows {
  const { inHeight, inWidth, inChannels, outWidth, filterHeight, filterWidth, padInfo } = info;
  return [
    ...([images, inHeight, inWidth, inChannels, numRows, outWidth, filterHeight, filterWidth] as const),
    ...([info.strideHeight, info.strideWidth] as const),
    ...([padInfo.top - row * info.strideHeight, padInfo.left] as const),
  ];
}
