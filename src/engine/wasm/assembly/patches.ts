// The patches that a filter sees, as the rows of a matrix: "im2col", and its transpose, which adds them up again.

/**
 * `out[y, x, r, c, i] = image[y * strideHeight + r - top, x * strideWidth + c - left, i]`, 0 beyond the image, for images
 * `[inHeight, inWidth, channels]` that follow each other.
 */
export function copyPatches(
  image: usize,
  out: usize,
  images: i32,
  inHeight: i32,
  inWidth: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  const pixelBytes = <usize>channels << 2;
  const rowBytes = <usize>inWidth * pixelBytes;
  const patchRowBytes = <usize>filterWidth * pixelBytes;
  for (let n = 0; n < images; n++) {
    for (let y = 0; y < outHeight; y++) {
      for (let x = 0; x < outWidth; x++) {
        const firstColumn = x * strideWidth - left;
        const before = <usize>max(0, min(-firstColumn, filterWidth)) * pixelBytes;
        const after = <usize>max(0, min(firstColumn + filterWidth - inWidth, filterWidth)) * pixelBytes;
        for (let r = 0; r < filterHeight; r++, out += patchRowBytes) {
          const row = y * strideHeight + r - top;
          if (row < 0 || row >= inHeight || before + after >= patchRowBytes) {
            fillZeros(out, patchRowBytes);
            continue;
          }
          const from = image + <usize>row * rowBytes + firstColumn * pixelBytes;
          if (before) fillZeros(out, before);
          copyFloats(from + before, out + before, patchRowBytes - before - after);
          if (after) fillZeros(out + patchRowBytes - after, after);
        }
      }
    }
    image += <usize>inHeight * rowBytes;
  }
}

/** Adds `patches`, laid out as `copyPatches` does it, to the places in `image` that they were copied from. */
export function addPatches(
  patches: usize,
  image: usize,
  images: i32,
  inHeight: i32,
  inWidth: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  const pixelBytes = <usize>channels << 2;
  const rowBytes = <usize>inWidth * pixelBytes;
  const patchRowBytes = <usize>filterWidth * pixelBytes;
  for (let n = 0; n < images; n++) {
    for (let y = 0; y < outHeight; y++) {
      for (let x = 0; x < outWidth; x++) {
        const firstColumn = x * strideWidth - left;
        const before = <usize>max(0, min(-firstColumn, filterWidth)) * pixelBytes;
        const after = <usize>max(0, min(firstColumn + filterWidth - inWidth, filterWidth)) * pixelBytes;
        for (let r = 0; r < filterHeight; r++, patches += patchRowBytes) {
          const row = y * strideHeight + r - top;
          if (row < 0 || row >= inHeight || before + after >= patchRowBytes) continue;
          const to = image + <usize>row * rowBytes + firstColumn * pixelBytes;
          addFloats(patches + before, to + before, patchRowBytes - before - after);
        }
      }
    }
    image += <usize>inHeight * rowBytes;
  }
}

// @ts-ignore: decorator
@inline
function fillZeros(out: usize, numBytes: usize): void {
  for (let end = out + numBytes; out < end; out += 4) store<f32>(out, 0);
}

// @ts-ignore: decorator
@inline
function copyFloats(from: usize, to: usize, numBytes: usize): void {
  const end = to + numBytes;
  const whole = to + (numBytes & ~15);
  for (; to < whole; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(from));
}

// @ts-ignore: decorator
@inline
function addFloats(from: usize, to: usize, numBytes: usize): void {
  const end = to + numBytes;
  const whole = to + (numBytes & ~15);
  for (; to < whole; to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
}
