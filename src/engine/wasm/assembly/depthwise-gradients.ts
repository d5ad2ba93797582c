// Gradients of a depthwise convolution with one filter for each channel. Row by row and tap by tap: what the rows hold
// stays in the first-level cache, and memory is the limit, because each product is used once.

/** The loops that both gradients share: adds to the image, or with `isFilter` to the filter. */
// @ts-ignore: decorator
@inline
function forEachTap(
  image: usize,
  dy: usize,
  filter: usize,
  isFilter: bool,
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
  dilationHeight: i32,
  dilationWidth: i32,
): void {
  const pixelBytes = <usize>channels << 2;
  const step = <usize>strideWidth * pixelBytes;
  for (let n = 0; n < images; n++) {
    for (let y = 0; y < outHeight; y++, dy += <usize>outWidth * pixelBytes) {
      for (let r = 0; r < filterHeight; r++) {
        const row = y * strideHeight + r * dilationHeight - top;
        if (row < 0 || row >= inHeight) continue;
        for (let c = 0; c < filterWidth; c++) {
          // Of x * strideWidth + shift, the columns in [0, inWidth).
          const shift = c * dilationWidth - left;
          const first = shift >= 0 ? 0 : (strideWidth - 1 - shift) / strideWidth;
          const end = shift >= inWidth ? 0 : min(outWidth, (inWidth - 1 - shift) / strideWidth + 1);
          if (first >= end) continue;
          const column = first * strideWidth + shift;
          const pixel = image + <usize>((n * inHeight + row) * inWidth + column) * pixelBytes;
          const tap = filter + <usize>(r * filterWidth + c) * pixelBytes;
          const gradient = dy + <usize>first * pixelBytes;
          if (isFilter) addRowProducts(pixel, gradient, tap, end - first, pixelBytes, step);
          else addRow(pixel, gradient, tap, end - first, pixelBytes, step);
        }
      }
    }
  }
}

/** Adds `dy` times the filter `[filterHeight, filterWidth, channels]` to the pixels of `dx` that it was computed from. */
export function depthwiseInputGrad(
  dx: usize,
  dy: usize,
  filter: usize,
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
  dilationHeight: i32,
  dilationWidth: i32,
): void {
  forEachTap(dx, dy, filter, false, images, inHeight, inWidth, channels, outHeight, outWidth, filterHeight, filterWidth,
    strideHeight, strideWidth, top, left, dilationHeight, dilationWidth);
}

/** Adds the products of `dy` and the pixels of `x` that it was computed from to `dw` `[filterHeight, filterWidth, channels]`. */
export function depthwiseFilterGrad(
  x: usize,
  dy: usize,
  dw: usize,
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
  dilationHeight: i32,
  dilationWidth: i32,
): void {
  forEachTap(x, dy, dw, true, images, inHeight, inWidth, channels, outHeight, outWidth, filterHeight, filterWidth,
    strideHeight, strideWidth, top, left, dilationHeight, dilationWidth);
}

/** Adds `dy * tap` for `count` pixels of `dy`, which follow each other, to pixels of `dx`, which are `step` bytes apart. */
function addRow(dx: usize, dy: usize, tap: usize, count: i32, pixelBytes: usize, step: usize): void {
  const whole = pixelBytes & ~15;
  for (let i = 0; i < count; i++, dx += step, dy += pixelBytes) {
    let j: usize = 0;
    for (; j < whole; j += 16) {
      const product = f32x4.mul(v128.load(dy + j), v128.load(tap + j));
      v128.store(dx + j, f32x4.add(v128.load(dx + j), product));
    }
    for (; j < pixelBytes; j += 4) {
      store<f32>(dx + j, load<f32>(dx + j) + load<f32>(dy + j) * load<f32>(tap + j));
    }
  }
}

/** Adds the sum of the products of pixels of `x`, `step` bytes apart, and pixels of `dy` to one tap. */
function addRowProducts(x: usize, dy: usize, tap: usize, count: i32, pixelBytes: usize, step: usize): void {
  const whole = pixelBytes & ~15;
  let j: usize = 0;
  for (; j < whole; j += 16) {
    let sum = f32x4.splat(0);
    let from = x + j;
    let gradient = dy + j;
    for (let i = 0; i < count; i++, from += step, gradient += pixelBytes) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(from), v128.load(gradient)));
    }
    v128.store(tap + j, f32x4.add(v128.load(tap + j), sum));
  }
  for (; j < pixelBytes; j += 4) {
    let sum: f32 = 0;
    let from = x + j;
    let gradient = dy + j;
    for (let i = 0; i < count; i++, from += step, gradient += pixelBytes) {
      sum += load<f32>(from) * load<f32>(gradient);
    }
    store<f32>(tap + j, load<f32>(tap + j) + sum);
  }
}
