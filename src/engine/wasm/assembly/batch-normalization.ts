// Passes over the rows of a matrix `[rows, width]` whose columns are normalized.
import { sumMiddle } from './reductions';

/** Rows that are added up before they go into a sum: sums of few values lose less to rounding. */
const BLOCK_ROWS: usize = 256;

/** Mean and variance, over the rows, of each column. */
export function columnMoments(x: usize, mean: usize, variance: usize, rows: usize, width: usize): void {
  sumMiddle(x, mean, 1, rows, width);
  divide(mean, width, <f32>rows);
  sumProducts(x, x, mean, true, variance, rows, width);
  divide(variance, width, <f32>rows);
}

/** `out = (x - mean) * factor + offset`. */
export function normalizeColumns(
  x: usize,
  mean: usize,
  factor: usize,
  offset: usize,
  out: usize,
  rows: usize,
  width: usize,
): void {
  const end = width << 2;
  const whole = end & ~15;
  for (let row: usize = 0; row < rows; row++, x += end, out += end) {
    let i: usize = 0;
    for (; i < whole; i += 16) {
      const scaled = f32x4.mul(f32x4.sub(v128.load(x + i), v128.load(mean + i)), v128.load(factor + i));
      v128.store(out + i, f32x4.add(scaled, v128.load(offset + i)));
    }
    for (; i < end; i += 4) {
      const scaled = (load<f32>(x + i) - load<f32>(mean + i)) * load<f32>(factor + i);
      store<f32>(out + i, scaled + load<f32>(offset + i));
    }
  }
}

/** For each column `sums = sum of dy` and `products = sum of dy * (x - mean)`. */
export function columnGradientSums(
  x: usize,
  mean: usize,
  dy: usize,
  sums: usize,
  products: usize,
  rows: usize,
  width: usize,
): void {
  sumMiddle(dy, sums, 1, rows, width);
  sumProducts(x, dy, mean, false, products, rows, width);
}

/** `dx = factor * (dy - shift - (x - mean) * slope)`, all but `x`, `dy` and `dx` for each column. */
export function normalizeColumnsGrad(
  x: usize,
  mean: usize,
  dy: usize,
  factor: usize,
  shift: usize,
  slope: usize,
  dx: usize,
  rows: usize,
  width: usize,
): void {
  const end = width << 2;
  const whole = end & ~15;
  for (let row: usize = 0; row < rows; row++, x += end, dy += end, dx += end) {
    let i: usize = 0;
    for (; i < whole; i += 16) {
      const tilt = f32x4.mul(f32x4.sub(v128.load(x + i), v128.load(mean + i)), v128.load(slope + i));
      const rest = f32x4.sub(f32x4.sub(v128.load(dy + i), v128.load(shift + i)), tilt);
      v128.store(dx + i, f32x4.mul(rest, v128.load(factor + i)));
    }
    for (; i < end; i += 4) {
      const tilt = (load<f32>(x + i) - load<f32>(mean + i)) * load<f32>(slope + i);
      store<f32>(dx + i, (load<f32>(dy + i) - load<f32>(shift + i) - tilt) * load<f32>(factor + i));
    }
  }
}

function divide(values: usize, length: usize, by: f32): void {
  for (let end = values + (length << 2); values < end; values += 4) store<f32>(values, load<f32>(values) / by);
}

/** `out = sum over rows of (x - mean) * y`, or with `isSquare` of `(x - mean) * (y - mean)`. */
function sumProducts(
  x: usize,
  y: usize,
  mean: usize,
  isSquare: bool,
  out: usize,
  rows: usize,
  width: usize,
): void {
  const step = width << 2;
  const whole = step & ~15;
  memory.fill(out, 0, step);
  for (let row: usize = 0; row < rows; row += BLOCK_ROWS) {
    const end = min(BLOCK_ROWS, rows - row) * step;
    for (let i: usize = 0; i < whole; i += 16) {
      const means = v128.load(mean + i);
      let sum = f32x4.splat(0);
      for (let j = i; j < end; j += step) {
        const distance = f32x4.sub(v128.load(x + j), means);
        const other = v128.load(y + j);
        sum = f32x4.add(sum, f32x4.mul(distance, isSquare ? f32x4.sub(other, means) : other));
      }
      v128.store(out + i, f32x4.add(v128.load(out + i), sum));
    }
    for (let i = whole; i < step; i += 4) {
      const center = load<f32>(mean + i);
      let sum: f32 = 0;
      for (let j = i; j < end; j += step) {
        const other = load<f32>(y + j);
        sum += (load<f32>(x + j) - center) * (isSquare ? other - center : other);
      }
      store<f32>(out + i, load<f32>(out + i) + sum);
    }
    x += end;
    y += end;
  }
}
