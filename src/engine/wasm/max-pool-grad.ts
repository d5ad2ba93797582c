/**
 * MaxPoolGrad. The stock kernel searches, for each pixel of the input, through all windows that hold it. This goes once
 * over the windows and adds `dy` where each has its maximum: the first one of equals, as on `cpu`.
 */
import type { Tf } from '../tf.ts';
import { heapValues, makeZeros, type WasmKernel } from './kernel-call.ts';

type Pool2DInfo = ReturnType<Tf['backend_util']['computePool2DInfo']>;

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
    const dx = makeZeros(backend, shape);
    const [gradients, values] = [heapValues(backend, dy), heapValues(backend, input)];
    passToMaxima(heapValues(backend, dx), { gradients, values, info });
    return dx;
  };
}

function passToMaxima(
  dx: Float32Array,
  { gradients, values, info }: { gradients: Float32Array; values: Float32Array; info: Pool2DInfo },
): void {
  const { inHeight, inWidth, inChannels, padInfo } = info;
  const rowSize = inWidth * inChannels;
  let output = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let y = 0; y < info.outHeight; y++) {
      const firstRow = y * info.strideHeight - padInfo.top;
      const top = image * inHeight + Math.max(0, firstRow);
      const numRows = image * inHeight + Math.min(inHeight, firstRow + info.filterHeight) - top;
      for (let x = 0; x < info.outWidth; x++) {
        const firstColumn = x * info.strideWidth - padInfo.left;
        const left = Math.max(0, firstColumn);
        const width = (Math.min(inWidth, firstColumn + info.filterWidth) - left) * inChannels;
        const corner = top * rowSize + left * inChannels;
        for (let channel = 0; channel < inChannels; channel++, output++) {
          let maximum = Number.NEGATIVE_INFINITY;
          let at = -1;
          for (let row = 0, start = corner + channel; row < numRows; row++, start += rowSize) {
            for (let i = start; i < start + width; i += inChannels) {
              if (values[i]! > maximum) {
                maximum = values[i]!;
                at = i;
              }
            }
          }
          if (at >= 0) dx[at]! += gradients[output]!;
        }
      }
    }
  }
}
