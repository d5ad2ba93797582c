/**
 * Conv2DBackpropInput. The stock kernel is a naive loop. Each pixel of `dy` times the filter is the gradient of the patch
 * that the filter saw there, a matrix product; patches are then added up where they came from ("col2im").
 */
import type { Tf } from '../tf.ts';
import { conv2dInfo } from './conv2d-info.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { makeZeros, type WasmKernel } from './kernel-call.ts';
import { forEachPiece } from './patches.ts';

/** Inputs `dy` `[n, y, x, out]` and `filter` `[filterHeight, filterWidth, in, out]`, NHWC; output `inputShape`. */
export function conv2dBackpropInput(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const [dy, filter] = [inputs.dy!, inputs.filter!];
    const shape = attrs.inputShape as number[];
    const dx = makeZeros(backend, shape);
    if ([...shape, ...filter.shape, ...dy.shape].includes(0)) return dx;
    const info = conv2dInfo(tf, shape, filter.shape, attrs);
    const kernels = heapKernels(backend);
    const { outChannels } = info;
    const [weights, out] = [filter, dx].map((tensor) => addressOf(backend, tensor)) as [number, number];
    forEachPiece(
      backend,
      info,
      ({ firstOfInput, firstOfOutput, numPatches, patchSize, windows, patches }) => {
        const pixels = addressOf(backend, dy) + firstOfOutput * 4;
        kernels.multiply(
          ...([pixels, weights, patches, numPatches, patchSize, outChannels] as const),
          ...([outChannels, outChannels, 0, 1, 0, 0, kernels.productScratch] as const),
        );
        kernels.addPatches(patches, out + firstOfInput * 4, ...windows);
      },
    );
    return dx;
  };
}
