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
        passWindow(input + offset, dy, dx + offset, numRows, numColumns, rowBytes, pixelBytes);
        dy += pixelBytes;
      }
    }
    input += imageBytes;
    dx += imageBytes;
  }
}

function passWindow(
  input: usize,
  dy: usize,
  dx: usize,
  numRows: i32,
  numColumns: i32,
  rowBytes: usize,
  pixelBytes: usize,
): void {
  const whole = pixelBytes & ~15;
  let channel: usize = 0;
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
