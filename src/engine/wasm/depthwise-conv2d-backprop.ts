/**
 * DepthwiseConv2dNativeBackpropInput and ...Filter, which the stock backend lacks: gradients of depthwise and separable
 * convolutions. With one filter for each channel a kernel of ours does it; with more, plain loops over the heap.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { type Conv2DInfo, checkOutputGradient, depthwiseConv2dInfo, windowsOf } from './conv2d-info.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { heapValues, makeZeros, type WasmKernel } from './kernel-call.ts';

/** Inputs `dy` `[n, y, x, in * multiplier]` and `filter` `[height, width, in, multiplier]`; output `inputShape`. */
export function depthwiseConv2dBackpropInput(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [dy, filter] = [inputs.dy!, inputs.filter!];
    const info = depthwiseConv2dInfo(tf, attrs.inputShape as number[], filter.shape, attrs);
    checkOutputGradient(info, dy);
    const out = makeZeros(backend, info.inShape);
    if (filter.shape[3] === 1) {
      heapKernels(backend).depthwiseInputGrad(
        ...addresses(backend, [out, dy, filter]),
        ...dilatedWindowsOf(info),
      );
      return out;
    }
    const [dx, gradients, weights] = [out, dy, filter].map((x) => heapValues(backend, x)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const { inChannels } = info;
    const multiplier = filter.shape[3]!;
    forEachTap(info, (pixel, output, tap) => {
      for (let channel = 0, j = 0; channel < inChannels; channel++) {
        let sum = 0;
        for (let m = 0; m < multiplier; m++, j++) sum += gradients[output + j]! * weights[tap + j]!;
        dx[pixel + channel]! += sum;
      }
    });
    return out;
  };
}

/** Inputs `x` `[n, h, w, in]` and `dy` `[n, y, x, in * multiplier]`; output `filterShape`. */
export function depthwiseConv2dBackpropFilter(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [x, dy] = [inputs.x!, inputs.dy!];
    const shape = attrs.filterShape as number[];
    const info = depthwiseConv2dInfo(tf, x.shape, shape, attrs);
    checkOutputGradient(info, dy);
    const out = makeZeros(backend, shape);
    if (shape[3] === 1) {
      heapKernels(backend).depthwiseFilterGrad(
        ...addresses(backend, [x, dy, out]),
        ...dilatedWindowsOf(info),
      );
      return out;
    }
    const [values, gradients] = [heapValues(backend, x), heapValues(backend, dy)];
    const sums = new Float64Array(tf.util.sizeFromShape(shape));
    const { inChannels } = info;
    const multiplier = shape[3]!;
    forEachTap(info, (pixel, output, tap) => {
      for (let channel = 0, j = 0; channel < inChannels; channel++) {
        const value = values[pixel + channel]!;
        for (let m = 0; m < multiplier; m++, j++) sums[tap + j]! += value * gradients[output + j]!;
      }
    });
    heapValues(backend, out).set(sums);
    return out;
  };
}

function addresses(backend: BackendWasm, tensors: [TensorInfo, TensorInfo, TensorInfo]) {
  return tensors.map((x) => addressOf(backend, x)) as [number, number, number];
}

function dilatedWindowsOf(info: Conv2DInfo) {
  const windows = windowsOf(info, { images: info.batchSize, row: 0, numRows: info.outHeight });
  return [...windows, info.dilationHeight, info.dilationWidth] as const;
}

/** Calls `visit` with the offsets of the input pixel, the output pixel and the tap, for each tap that reads the input. */
function forEachTap(info: Conv2DInfo, visit: (pixel: number, output: number, tap: number) => void): void {
  const { inHeight, inWidth, inChannels, outChannels, filterHeight, filterWidth, padInfo } = info;
  let output = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let y = 0; y < info.outHeight; y++) {
      for (let x = 0; x < info.outWidth; x++, output += outChannels) {
        for (let r = 0; r < filterHeight; r++) {
          const row = y * info.strideHeight + r * info.dilationHeight - padInfo.top;
          if (row < 0 || row >= inHeight) continue;
          for (let c = 0; c < filterWidth; c++) {
            const column = x * info.strideWidth + c * info.dilationWidth - padInfo.left;
            if (column < 0 || column >= inWidth) continue;
            const pixel = ((image * inHeight + row) * inWidth + column) * inChannels;
            visit(pixel, output, (r * filterWidth + c) * outChannels);
          }
        }
      }
    }
  }
}
