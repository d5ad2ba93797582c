/**
 * Conv2DBackpropFilter, which the stock backend lacks. The gradient of a filter is itself a convolution:
 * `dW[r, c, i, o] = sum over n, y, x of image[n, y * stride + r - top, x * stride + c - left, i] * dy[n, y, x, o]`,
 * so with batch and channels swapped `dy` is a filter that slides over the image in steps of 1, its taps `stride`
 * apart. That runs on XNNPACK.
 */
import type { NamedAttrMap, NamedTensorInfoMap } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { makeZeros, release, runKernel, type WasmKernel } from './kernel-call.ts';

type Shape4D = [number, number, number, number];

/** Inputs `x` `[n, h, w, in]` and `dy` `[n, y, x, out]`, NHWC; output `[filterHeight, filterWidth, in, out]`. */
export function conv2dBackpropFilter(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [x, dy] = [inputs.x!, inputs.dy!];
    const shape = attrs.filterShape as Shape4D;
    if ([...shape, ...x.shape, ...dy.shape].includes(0)) return makeZeros(backend, shape);
    const run = (name: string, inputs: NamedTensorInfoMap, attrs: NamedAttrMap) =>
      runKernel(tf, name, { inputs, attrs, backend });
    const slide = slidingOf(tf, x.shape as Shape4D, shape, attrs);
    const image = run('Transpose', { x }, { perm: [3, 1, 2, 0] });
    const size = [image.shape[0]!, slide.usedHeight, slide.usedWidth, image.shape[3]!];
    const isWhole = tf.util.arraysEqual(size, image.shape);
    const used = isWhole ? image : run('Slice', { x: image }, { begin: [0, 0, 0, 0], size });
    const filter = run('Transpose', { x: dy }, { perm: [1, 2, 0, 3] });
    const { pad, dilations } = slide;
    const slid = run('Conv2D', { x: used, filter }, { pad, dilations, strides: 1, dataFormat: 'NHWC' });
    const gradient = run('Transpose', { x: slid }, { perm: [1, 2, 0, 3] });
    release(backend, isWhole ? [image, filter, slid] : [image, used, filter, slid]);
    return gradient;
  };
}

/** Padding and spacing with which `dy` slides, and the rows and columns of the image that it meets at all. */
function slidingOf(tf: Tf, image: Shape4D, filter: Shape4D, attrs: NamedAttrMap) {
  const { strides, pad, dimRoundingMode } = attrs as {
    strides: number;
    pad: number;
    dimRoundingMode: 'floor';
  };
  const info = tf.backend_util.computeConv2DInfo(image, filter, strides, 1, pad, dimRoundingMode);
  const { top, left } = info.padInfo;
  const height = (info.outHeight - 1) * info.strideHeight + info.filterHeight - top;
  const width = (info.outWidth - 1) * info.strideWidth + info.filterWidth - left;
  const bottom = Math.max(0, height - info.inHeight);
  const right = Math.max(0, width - info.inWidth);
  return {
    usedHeight: height - bottom,
    usedWidth: width - right,
    pad: [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ],
    dilations: [info.strideHeight, info.strideWidth],
  };
}
