/**
 * Conv2DBackpropFilter, which the stock backend lacks: the product of the patches that the filter saw, transposed, and of
 * `dy`, whose rows are pixels.
 */
import type { Tf } from '../tf.ts';
import { checkOutputGradient, conv2dInfo } from './conv2d-info.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { makeZeros, type WasmKernel } from './kernel-call.ts';
import { allPatches, arePatchesPixels, forEachPiece, type PatchCounts } from './patches.ts';

/** Inputs `x` `[n, h, w, in]` and `dy` `[n, y, x, out]`, NHWC; output `[filterHeight, filterWidth, in, out]`. */
export function conv2dBackpropFilter(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [x, dy] = [inputs.x!, inputs.dy!];
    const shape = attrs.filterShape as number[];
    const gradient = makeZeros(backend, shape);
    if ([...shape, ...x.shape, ...dy.shape].includes(0)) return gradient;
    const info = conv2dInfo(tf, x.shape, shape, attrs);
    checkOutputGradient(info, dy);
    const kernels = heapKernels(backend);
    const { outChannels } = info;
    const [image, pixels, out] = [x, dy, gradient].map((tensor) => addressOf(backend, tensor)) as [
      number,
      number,
      number,
    ];
    const addProduct = (patches: number, first: number, { numPatches, patchSize }: PatchCounts) =>
      kernels.multiply(
        ...([patches, pixels + first * 4, out, patchSize, outChannels, numPatches] as const),
        ...([patchSize, outChannels, 1, 0, 1, 0, 0, kernels.productScratch] as const),
      );
    if (arePatchesPixels(info)) addProduct(image, 0, allPatches(info));
    else {
      forEachPiece(backend, info, (piece) => {
        kernels.copyPatches(image + piece.firstOfInput * 4, piece.patches, ...piece.windows);
        addProduct(piece.patches, piece.firstOfOutput, piece);
      });
    }
    return gradient;
  };
}
