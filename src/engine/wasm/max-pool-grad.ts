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
  // Of the window at hand, for each channel: channels are the inner loop because they lie next to each other.
  const maxima = new Float32Array(inChannels);
  const positions = new Int32Array(inChannels);
  let output = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let y = 0; y < info.outHeight; y++) {
      const firstRow = y * info.strideHeight - padInfo.top;
      const endRow = Math.min(inHeight, firstRow + info.filterHeight);
      for (let x = 0; x < info.outWidth; x++, output += inChannels) {
        const firstColumn = x * info.strideWidth - padInfo.left;
        const endColumn = Math.min(inWidth, firstColumn + info.filterWidth);
        maxima.fill(Number.NEGATIVE_INFINITY);
        positions.fill(-1);
        for (let row = Math.max(0, firstRow); row < endRow; row++) {
          for (let column = Math.max(0, firstColumn); column < endColumn; column++) {
            const pixel = ((image * inHeight + row) * inWidth + column) * inChannels;
            for (let channel = 0; channel < inChannels; channel++) {
              const value = values[pixel + channel]!;
              if (value > maxima[channel]!) {
                maxima[channel] = value;
                positions[channel] = pixel + channel;
              }
            }
          }
        }
        for (let channel = 0; channel < inChannels; channel++) {
          if (positions[channel]! >= 0) dx[positions[channel]!]! += gradients[output + channel]!;
        }
      }
    }
  }
}
