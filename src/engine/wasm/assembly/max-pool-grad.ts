/**
 * Adds `dy` `[n, y, x, channels]` to `dx` where the window of `input` has its maximum, the first one of equals; a window
 * without a maximum (all NaN) passes nothing on. `dx` and `input` are `[n, inHeight, inWidth, channels]`.
 */
export function maxPoolGrad(
  input: usize,
  dy: usize,
  dx: usize,
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
  const imageBytes = <usize>inHeight * rowBytes;
  for (let n = 0; n < images; n++) {
    for (let y = 0; y < outHeight; y++) {
      const firstRow = max(0, y * strideHeight - top);
      const numRows = min(inHeight, y * strideHeight - top + filterHeight) - firstRow;
      for (let x = 0; x < outWidth; x++) {
        const firstColumn = max(0, x * strideWidth - left);
        const numColumns = min(inWidth, x * strideWidth - left + filterWidth) - firstColumn;
        const offset = <usize>firstRow * rowBytes + <usize>firstColumn * pixelBytes;
        let channel: usize = 0;
        if (numRows == 2 && numColumns == 2) {
          const whole = pixelBytes & ~15;
          for (; channel < whole; channel += 16) {
            const at = offset + channel;
            passSquare(input + at, v128.load(dy + channel), dx + at, rowBytes, pixelBytes);
          }
        }
        passWindow(input + offset, dy, dx + offset, channel, numRows, numColumns, rowBytes, pixelBytes);
        dy += pixelBytes;
      }
    }
    input += imageBytes;
    dx += imageBytes;
  }
}

/** Four channels of a window of 2 by 2, the usual one. */
// @ts-ignore: decorator
@inline
function passSquare(input: usize, gradient: v128, dx: usize, rowBytes: usize, pixelBytes: usize): void {
  const lowest = f32x4.splat(-Infinity);
  const value0 = v128.load(input);
  const value1 = v128.load(input + pixelBytes);
  const value2 = v128.load(input + rowBytes);
  const value3 = v128.load(input + rowBytes + pixelBytes);
  const isMore0 = f32x4.gt(value0, lowest);
  const maximum0 = v128.bitselect(value0, lowest, isMore0);
  const isMore1 = f32x4.gt(value1, maximum0);
  const maximum1 = v128.bitselect(value1, maximum0, isMore1);
  const isMore2 = f32x4.gt(value2, maximum1);
  const isMore3 = f32x4.gt(value3, v128.bitselect(value2, maximum1, isMore2));
  const isLater2 = v128.or(isMore2, isMore3);
  pass(dx, v128.andnot(v128.and(gradient, isMore0), v128.or(isMore1, isLater2)));
  pass(dx + pixelBytes, v128.andnot(v128.and(gradient, isMore1), isLater2));
  pass(dx + rowBytes, v128.andnot(v128.and(gradient, isMore2), isMore3));
  pass(dx + rowBytes + pixelBytes, v128.and(gradient, isMore3));
}

// @ts-ignore: decorator
@inline
function pass(to: usize, gradient: v128): void {
  v128.store(to, f32x4.add(v128.load(to), gradient));
}

/** The channels of one window that start at byte `channel` or after. */
function passWindow(
  input: usize,
  dy: usize,
  dx: usize,
  channel: usize,
  numRows: i32,
  numColumns: i32,
  rowBytes: usize,
  pixelBytes: usize,
): void {
  const whole = pixelBytes & ~15;
  for (; channel < whole; channel += 16) {
    let maximum = f32x4.splat(-Infinity);
    let position = i32x4.splat(-1);
    for (let r = 0, tap = 0; r < numRows; r++) {
      let from = input + <usize>r * rowBytes + channel;
      for (let c = 0; c < numColumns; c++, tap++, from += pixelBytes) {
        const value = v128.load(from);
        const isMore = f32x4.gt(value, maximum);
        maximum = v128.bitselect(value, maximum, isMore);
        position = v128.bitselect(i32x4.splat(tap), position, isMore);
      }
    }
    const gradient = v128.load(dy + channel);
    for (let r = 0, tap = 0; r < numRows; r++) {
      let to = dx + <usize>r * rowBytes + channel;
      for (let c = 0; c < numColumns; c++, tap++, to += pixelBytes) {
        const isThere = i32x4.eq(position, i32x4.splat(tap));
        v128.store(to, f32x4.add(v128.load(to), v128.and(gradient, isThere)));
      }
    }
  }
  for (; channel < pixelBytes; channel += 4) {
    let maximum: f32 = -Infinity;
    let position: usize = -1;
    for (let r = 0; r < numRows; r++) {
      let offset = <usize>r * rowBytes + channel;
      for (let c = 0; c < numColumns; c++, offset += pixelBytes) {
        const value = load<f32>(input + offset);
        if (value > maximum) {
          maximum = value;
          position = offset;
        }
      }
    }
    if (position != -1) store<f32>(dx + position, load<f32>(dx + position) + load<f32>(dy + channel));
  }
}
