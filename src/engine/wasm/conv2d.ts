/**
 * Conv2D and FusedConv2D. The stock kernels pack the filter anew whenever it changed, which is each step, and are slower
 * than our product of the patches that the filter sees and the filter.
 */
import type { Tf } from '../tf.ts';
import { conv2dInfo } from './conv2d-info.ts';
import { activate, isRectified } from './fused-activation.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import type { KernelCall, WasmKernel } from './kernel-call.ts';
import { allPatches, arePatchesPixels, forEachPiece, type PatchCounts } from './patches.ts';
import { isChannelsLast } from './stock-limits.ts';

/** Inputs `x` `[n, h, w, in]` and `filter` `[filterHeight, filterWidth, in, out]`, NHWC; output `[n, y, x, out]`. */
export function conv2d(tf: Tf): WasmKernel {
  return (call) => {
    const { inputs, attrs, backend } = call;
    const { x, filter, bias } = inputs;
    const info = conv2dInfo(tf, x!.shape, filter!.shape, attrs);
    const out = backend.makeOutput(info.outShape, 'float32');
    const kernels = heapKernels(backend);
    const { outChannels } = info;
    const addresses = [x!, filter!, out].map((tensor) => addressOf(backend, tensor));
    const [image, weights, pixels] = addresses as [number, number, number];
    const biasAddress = bias ? addressOf(backend, bias) : 0;
    const product = (patches: number, first: number, { numPatches, patchSize }: PatchCounts) =>
      kernels.multiply(
        ...([patches, weights, pixels + first * 4, numPatches, outChannels, patchSize] as const),
        ...([
          patchSize,
          outChannels,
          0,
          0,
          0,
          biasAddress,
          Number(isRectified(call)),
          kernels.productScratch,
        ] as const),
      );
    if (arePatchesPixels(info)) product(image, 0, allPatches(info));
    else {
      forEachPiece(backend, info, (piece) => {
        kernels.copyPatches(image + piece.firstOfInput * 4, piece.patches, ...piece.windows);
        product(piece.patches, piece.firstOfOutput, piece);
      });
    }
    return activate(tf, call, out);
  };
}

/** A call that `conv2d` takes: not dilated, of images that are not empty. */
export function isPlainConv2d(call: KernelCall): boolean {
  const { x, filter, bias } = call.inputs;
  const { dilations } = call.attrs;
  return (
    isChannelsLast(call) &&
    [dilations ?? 1].flat().every((dilation) => dilation === 1) &&
    ![...x!.shape, ...filter!.shape].includes(0) &&
    (!bias || bias.shape.length === 1)
  );
}
