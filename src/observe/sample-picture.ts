import { encode } from 'fast-png';
import type { HostTensor } from '../core/host-tensor.ts';

/** A picture's longer side: small ones are scaled up to at least the first, large ones down to at most the second. */
const MIN_SIDE = 64;
const MAX_SIDE = 256;

/** Shorter sides than this are tables or sequences rather than pictures. */
const MIN_PICTURE_SIDE = 8;

/** Whether a sample of this shape can be shown: `[height, width]`, with a last axis of 1 (grey) or 3 (RGB) or none. */
export function isPictureShape(shape: readonly number[]): boolean {
  const [height = 0, width = 0, channels = 1] = shape;
  return (
    shape.length <= 3 && Math.min(height, width) >= MIN_PICTURE_SIDE && (channels === 1 || channels === 3)
  );
}

/**
 * A sample of shape `[h, w]`, `[h, w, 1]` or `[h, w, 3]` as a PNG file in base64.
 * Values are stretched from the sample's own smallest and largest finite value to black and white.
 */
export function encodePicture({ shape, data }: HostTensor): string {
  const [height, width, channels = 1] = shape;
  if (height === undefined || width === undefined || shape.length > 3 || (channels !== 1 && channels !== 3)) {
    throw new Error(`A sample of shape [${shape.join(', ')}] is not a picture`);
  }
  const sizes = targetSizes(height, width);
  const toByte = stretchToBytes(data);
  const pixels = new Uint8Array(sizes.height * sizes.width * channels);
  let at = 0;
  for (let y = 0; y < sizes.height; y++) {
    const sourceRow = Math.floor((y * height) / sizes.height) * width;
    for (let x = 0; x < sizes.width; x++) {
      const source = (sourceRow + Math.floor((x * width) / sizes.width)) * channels;
      for (let channel = 0; channel < channels; channel++) pixels[at++] = toByte(data[source + channel]!);
    }
  }
  const png = encode({ ...sizes, data: pixels, channels, depth: 8 });
  return Buffer.from(png).toString('base64');
}

/** Whole factors when scaling up, so that all pixels stay equally large. */
function targetSizes(height: number, width: number): { height: number; width: number } {
  const side = Math.max(height, width);
  const factor = side > MAX_SIDE ? MAX_SIDE / side : Math.ceil(MIN_SIDE / side);
  const scale = (extent: number) => Math.max(1, Math.round(extent * factor));
  return { height: scale(height), width: scale(width) };
}

function stretchToBytes(data: ArrayLike<number>): (value: number) => number {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? 255 / (high - low) : 0;
  return (value) => (value > low ? Math.round((Math.min(value, high) - low) * scale) : 0);
}
