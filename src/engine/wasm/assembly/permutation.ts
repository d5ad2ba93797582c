import { transposeTile } from './tiles';

/** `out[i, j, k, l]` (sizes `n0` to `n3`, no gaps) is the 32-bit value at `i * s0 + j * s1 + k * s2 + l * s3` of `x`. */
export function permute(
  x: usize,
  out: usize,
  n0: usize,
  n1: usize,
  n2: usize,
  n3: usize,
  s0: usize,
  s1: usize,
  s2: usize,
  s3: usize,
): void {
  for (let i: usize = 0; i < n0; i++) {
    for (let j: usize = 0; j < n1; j++) {
      const plane = x + ((i * s0 + j * s1) << 2);
      if (s3 == 1) copyRows(plane, out, n2, n3, s2);
      else if (s2 == 1) transpose(plane, out, n2, n3, s3);
      else gather(plane, out, n2, n3, s2, s3);
      out += (n2 * n3) << 2;
    }
  }
}

function copyRows(x: usize, out: usize, rows: usize, columns: usize, stride: usize): void {
  const numBytes = columns << 2;
  for (let row: usize = 0; row < rows; row++) {
    let from = x;
    const whole = out + (numBytes & ~15);
    const end = out + numBytes;
    for (; out < whole; out += 16, from += 16) v128.store(out, v128.load(from));
    for (; out < end; out += 4, from += 4) store<u32>(out, load<u32>(from));
    x += stride << 2;
  }
}

/** Rows of `out` are columns of `x`, whose rows are `stride` apart. */
function transpose(x: usize, out: usize, rows: usize, columns: usize, stride: usize): void {
  const wholeRows = rows & ~3;
  const wholeColumns = columns & ~3;
  const step = stride << 2;
  const outStep = columns << 2;
  for (let column: usize = 0; column < wholeColumns; column += 4) {
    for (let row: usize = 0; row < wholeRows; row += 4) {
      transposeTile(x + column * step + (row << 2), step, out + row * outStep + (column << 2), outStep);
    }
  }
  for (let row: usize = 0; row < rows; row++) {
    for (let column = row < wholeRows ? wholeColumns : 0; column < columns; column++) {
      store<u32>(out + row * outStep + (column << 2), load<u32>(x + column * step + (row << 2)));
    }
  }
}

function gather(x: usize, out: usize, rows: usize, columns: usize, stride: usize, columnStride: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    for (let column: usize = 0; column < columns; column++, out += 4) {
      store<u32>(out, load<u32>(x + ((row * stride + column * columnStride) << 2)));
    }
  }
}
