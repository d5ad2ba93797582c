/**
 * MaxPoolGrad. The stock kernel searches, for each pixel of the input, through all windows that hold it. This goes once
 * over the windows and adds `dy` where each has its maximum: the first one of equals, as on `cpu`.
 */
import type { Tf } from '../tf.ts';
import { checkOutputGradient, windowsOf } from './conv2d-info.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { makeZeros, type WasmKernel } from './kernel-call.ts';

/** Inputs `dy` `[n, y, x, channels]` and `input` `[n, h, w, channels]`; output is shaped like `input`. */
export function maxPoolGrad(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [dy, input] = [inputs.dy!, inputs.input!];
    const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as {
      filterSize: number;
      strides: number;
      pad: number;
      dimRoundingMode?: 'floor';
    };
    const shape = input.shape as [number, number, number, number];
    const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
    checkOutputGradient(info, dy);
    const windows = windowsOf(info, { images: info.batchSize, row: 0, numRows: info.outHeight });
    const dx = makeZeros(backend, shape);
    const [x, gradient, to] = [input, dy, dx].map((tensor) => addressOf(backend, tensor)) as [
      number,
      number,
      number,
    ];
    heapKernels(backend).maxPoolGrad(x, gradient, to, ...windows);
    return dx;
  };
}
