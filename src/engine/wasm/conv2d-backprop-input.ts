/**
 * Conv2DBackpropInput. The stock kernel is a naive loop. With stride 1 the gradient of the input is a convolution of the
 * padded `dy` by the filter turned by half a turn, with its channels swapped, which XNNPACK does fast. Otherwise each
 * pixel of `dy` times the filter is one row of a matrix product (fast as well), and the rows are added up where
 * the taps had read ("col2im").
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { type Conv2DInfo, conv2dInfo } from './conv2d-info.ts';
import { forgetView, makeView } from './heap-view.ts';
import { heapValues, makeZeros, release, runKernel, type WasmKernel, withShape } from './kernel-call.ts';

/** Floats of tap values that are made at a time: they stay in the processor's cache until they are added up. */
const MAX_TAP_VALUES = 1 << 18;

/** Inputs `dy` `[n, y, x, out]` and `filter` `[filterHeight, filterWidth, in, out]`, NHWC; output `inputShape`. */
export function conv2dBackpropInput(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [dy, filter] = [inputs.dy!, inputs.filter!];
    const shape = attrs.inputShape as number[];
    if ([...shape, ...filter.shape, ...dy.shape].includes(0)) return makeZeros(backend, shape);
    const info = conv2dInfo(tf, shape, filter.shape, attrs);
    const pad = turnedPadding(info);
    const isConvolution =
      info.strideHeight === 1 && info.strideWidth === 1 && pad.flat().every((size) => size >= 0);
    return isConvolution
      ? convolve(tf, backend, { dy, filter, pad })
      : scatter(tf, backend, { dy, filter, info });
  };
}

/** Padding of `dy` with which the turned filter meets each pixel of the input once. */
function turnedPadding(info: Conv2DInfo): number[][] {
  const top = info.filterHeight - 1 - info.padInfo.top;
  const left = info.filterWidth - 1 - info.padInfo.left;
  const bottom = info.inHeight + info.filterHeight - 1 - info.outHeight - top;
  const right = info.inWidth + info.filterWidth - 1 - info.outWidth - left;
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}

function convolve(
  tf: Tf,
  backend: BackendWasm,
  { dy, filter, pad }: { dy: TensorInfo; filter: TensorInfo; pad: number[][] },
): TensorInfo {
  const run = (name: string, inputs: NamedTensorInfoMap, attrs: NamedAttrMap) =>
    runKernel(tf, name, { inputs, attrs, backend });
  const swapped = run('Transpose', { x: filter }, { perm: [0, 1, 3, 2] });
  const turned = run('Reverse', { x: swapped }, { dims: [0, 1] });
  const dx = run('Conv2D', { x: dy, filter: turned }, { pad, strides: 1, dilations: 1, dataFormat: 'NHWC' });
  release(backend, [swapped, turned]);
  return dx;
}

function scatter(
  tf: Tf,
  backend: BackendWasm,
  { dy, filter, info }: { dy: TensorInfo; filter: TensorInfo; info: Conv2DInfo },
): TensorInfo {
  const numTaps = info.filterHeight * info.filterWidth * info.inChannels;
  const numPixels = info.outHeight * info.outWidth;
  const taps = runKernel(tf, 'Transpose', {
    inputs: { x: withShape(filter, [numTaps, info.outChannels]) },
    attrs: { perm: [1, 0] },
    backend,
  });
  const dx = makeZeros(backend, info.inShape);
  const numImages = Math.max(1, Math.floor(MAX_TAP_VALUES / (numPixels * numTaps)));
  for (let image = 0; image < info.batchSize; image += numImages) {
    const rows = Math.min(numImages, info.batchSize - image) * numPixels;
    const some = makeView(backend, dy, image * numPixels * info.outChannels, [rows, info.outChannels]);
    const products = runKernel(tf, 'BatchMatMul', { inputs: { a: some, b: taps }, attrs: {}, backend });
    addTaps(heapValues(backend, products), { dx: heapValues(backend, dx), firstImage: image, info });
    release(backend, [products]);
    forgetView(backend, some);
  }
  release(backend, [taps]);
  return dx;
}

/** Adds `products` `[images, y, x, filterHeight, filterWidth, in]` to the pixels of `dx` that the taps had read. */
function addTaps(
  products: Float32Array,
  { dx, firstImage, info }: { dx: Float32Array; firstImage: number; info: Conv2DInfo },
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info;
  let from = 0;
  for (let image = firstImage; from < products.length; image++) {
    for (let y = 0; y < outHeight; y++) {
      for (let x = 0; x < outWidth; x++) {
        for (let r = 0; r < filterHeight; r++) {
          const row = y * info.strideHeight + r - padInfo.top;
          for (let c = 0; c < filterWidth; c++, from += inChannels) {
            const column = x * info.strideWidth + c - padInfo.left;
            if (row < 0 || row >= inHeight || column < 0 || column >= inWidth) continue;
            const to = ((image * inHeight + row) * inWidth + column) * inChannels;
            for (let i = 0; i < inChannels; i++) dx[to + i]! += products[from + i]!;
          }
        }
      }
    }
  }
}
