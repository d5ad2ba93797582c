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

/** The patches behind some neighbouring pixels of `dy`. */
export interface Piece {
  /** The first value of the first image that the patches come from. */
  readonly firstOfInput: number;
  /** The first value of `dy`. */
  readonly firstOfOutput: number;
  readonly numPatches: number;
  /** Values of one patch. */
  readonly patchSize: number;
  /** Where the patches come from. */
  readonly windows: Windows;
  /** Address of room for them. */
  readonly patches: number;
}

/** Calls `visit` for one piece of the batch after the other. */
export function forEachPiece(backend: BackendWasm, info: Conv2DInfo, visit: (piece: Piece) => void): void {
  const { batchSize, outHeight, outWidth, outChannels } = info;
  const patchSize = info.filterHeight * info.filterWidth * info.inChannels;
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
