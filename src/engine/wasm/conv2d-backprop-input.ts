/**
 * Conv2DBackpropInput. The stock kernel is a naive loop. Each pixel of `dy` times the filter is the gradient of the patch
 * that the filter saw there, a matrix product; patches are then added up where they came from ("col2im").
 */
import type { Tf } from '../tf.ts';
import { checkOutputGradient, conv2dInfo } from './conv2d-info.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { makeZeros, type WasmKernel } from './kernel-call.ts';
import { allPatches, arePatchesPixels, forEachPiece, type PatchCounts } from './patches.ts';

/** Inputs `dy` `[n, y, x, out]` and `filter` `[filterHeight, filterWidth, in, out]`, NHWC; output `inputShape`. */
export function conv2dBackpropInput(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [dy, filter] = [inputs.dy!, inputs.filter!];
    const shape = attrs.inputShape as number[];
    const dx = makeZeros(backend, shape);
    if ([...shape, ...filter.shape, ...dy.shape].includes(0)) return dx;
    const info = conv2dInfo(tf, shape, filter.shape, attrs);
    checkOutputGradient(info, dy);
    const kernels = heapKernels(backend);
    const { outChannels } = info;
    const [pixels, weights, image] = [dy, filter, dx].map((tensor) => addressOf(backend, tensor)) as [
      number,
      number,
      number,
    ];
    const product = (patches: number, first: number, { numPatches, patchSize }: PatchCounts) =>
      kernels.multiply(
        ...([pixels + first * 4, weights, patches, numPatches, patchSize, outChannels] as const),
        ...([outChannels, outChannels, 0, 1, 0, 0, 0, kernels.productScratch] as const),
      );
    if (arePatchesPixels(info)) product(image, 0, allPatches(info));
    else {
      forEachPiece(backend, info, (piece) => {
        product(piece.patches, piece.firstOfOutput, piece);
        kernels.addPatches(piece.patches, image + piece.firstOfInput * 4, ...piece.windows);
      });
    }
    return dx;
  };
}
