/**
 * Conv2DBackpropFilter, which the stock backend lacks. The gradient of a filter is itself a convolution:
 * `dW[r, c, i, o] = sum over n, y, x of image[n, y * stride + r - top, x * stride + c - left, i] * dy[n, y, x, o]`,
 * so with batch and channels swapped `dy` is a filter that slides over the image in steps of 1, its taps `stride`
 * apart. That runs on XNNPACK.
 */
import type { NamedAttrMap, NamedTensorInfoMap } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { type Conv2DInfo, conv2dInfo } from './conv2d-info.ts';
import { makeZeros, release, runKernel, type WasmKernel } from './kernel-call.ts';

/** Inputs `x` `[n, h, w, in]` and `dy` `[n, y, x, out]`, NHWC; output `[filterHeight, filterWidth, in, out]`. */
export function conv2dBackpropFilter(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [x, dy] = [inputs.x!, inputs.dy!];
    const shape = attrs.filterShape as number[];
    if ([...shape, ...x.shape, ...dy.shape].includes(0)) return makeZeros(backend, shape);
    const run = (name: string, inputs: NamedTensorInfoMap, attrs: NamedAttrMap) =>
      runKernel(tf, name, { inputs, attrs, backend });
    const { usedHeight, usedWidth, pad, dilations } = slidingOf(conv2dInfo(tf, x.shape, shape, attrs));
    if (usedHeight <= 0 || usedWidth <= 0) return makeZeros(backend, shape);
    const image = run('Transpose', { x }, { perm: [3, 1, 2, 0] });
    const size = [image.shape[0]!, usedHeight, usedWidth, image.shape[3]!];
    const isWhole = tf.util.arraysEqual(size, image.shape);
    const used = isWhole ? image : run('Slice', { x: image }, { begin: [0, 0, 0, 0], size });
    const filter = run('Transpose', { x: dy }, { perm: [1, 2, 0, 3] });
    const slid = run('Conv2D', { x: used, filter }, { pad, dilations, strides: 1, dataFormat: 'NHWC' });
    const gradient = run('Transpose', { x: slid }, { perm: [1, 2, 0, 3] });
    release(backend, isWhole ? [image, filter, slid] : [image, used, filter, slid]);
    return gradient;
  };
}

/** Padding and spacing with which `dy` slides, and the rows and columns of the image that it meets: none if all is padding. */
function slidingOf(info: Conv2DInfo) {
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
