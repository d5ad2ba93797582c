/**
 * Convolutions as matrix products: the patches that a filter sees are the rows of a matrix ("im2col"). It is made some
 * images at a time, or some rows of one, so that a piece of it stays in the processor's cache until it is used.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type Conv2DInfo, windowsOf } from './conv2d-info.ts';
import { addressOf, type Windows } from './heap-kernels.ts';
import { release } from './kernel-call.ts';

/** Floats of patches that are made at a time. */
const MAX_PATCH_VALUES = 1 << 18;

/** Whether each patch is one pixel and they follow each other as pixels do: then the image is the matrix already. */
export function arePatchesPixels(info: Conv2DInfo): boolean {
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = info;
  const isPadded = padInfo.top + padInfo.left + padInfo.bottom + padInfo.right > 0;
  return [filterHeight, filterWidth, strideHeight, strideWidth].every((size) => size === 1) && !isPadded;
}

export interface PatchCounts {
  readonly numPatches: number;
  /** Values of one patch. */
  readonly patchSize: number;
}

/** All patches of a batch: one for each pixel of the output. */
export function allPatches(info: Conv2DInfo): PatchCounts {
  return {
    numPatches: info.batchSize * info.outHeight * info.outWidth,
    patchSize: info.filterHeight * info.filterWidth * info.inChannels,
  };
}

/** The patches behind some neighbouring pixels of `dy`. */
export interface Piece extends PatchCounts {
  /** The first value of the first image that the patches come from. */
  readonly firstOfInput: number;
  /** The first value of `dy`. */
  readonly firstOfOutput: number;
  /** Where the patches come from. */
  readonly windows: Windows;
  /** Address of room for them. */
  readonly patches: number;
}

/** Calls `visit` for one piece of the batch after the other. */
export function forEachPiece(backend: BackendWasm, info: Conv2DInfo, visit: (piece: Piece) => void): void {
  const { batchSize, outHeight, outWidth, outChannels } = info;
  const { patchSize } = allPatches(info);
  const numRowsAtATime = Math.max(1, Math.floor(MAX_PATCH_VALUES / (outWidth * patchSize)));
  const images = Math.min(batchSize, Math.max(1, Math.floor(numRowsAtATime / outHeight)));
  const rows = Math.min(outHeight, numRowsAtATime);
  const buffer = backend.makeOutput([images * rows * outWidth * patchSize], 'float32');
  const patches = addressOf(backend, buffer);
  for (let image = 0; image < batchSize; image += images) {
    for (let row = 0; row < outHeight; row += rows) {
      const [numImages, numRows] = [Math.min(images, batchSize - image), Math.min(rows, outHeight - row)];
      visit({
        firstOfInput: image * info.inHeight * info.inWidth * info.inChannels,
        firstOfOutput: (image * outHeight + row) * outWidth * outChannels,
        numPatches: numImages * numRows * outWidth,
        patchSize,
        windows: windowsOf(info, { images: numImages, row, numRows }),
        patches,
      });
    }
  }
  release(backend, [buffer]);
}
