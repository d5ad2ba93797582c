import { sumOfLanes } from './reductions';

/** `dx = dy` where `x > 0`, else 0; a NaN of `x` stays one. */
export function reluGrad(x: usize, dy: usize, dx: usize, length: usize): void {
  const end = length << 2;
  const whole = end & ~15;
  let i: usize = 0;
  for (; i < whole; i += 16) {
    const value = v128.load(x + i);
    const otherwise = v128.andnot(value, f32x4.eq(value, value));
    v128.store(dx + i, v128.bitselect(v128.load(dy + i), otherwise, f32x4.gt(value, f32x4.splat(0))));
  }
  for (; i < end; i += 4) {
    const value = load<f32>(x + i);
    store<f32>(dx + i, value > 0 ? load<f32>(dy + i) : value == value ? 0 : value);
  }
}

/** `dx = dy` where `low <= x <= high`, else 0. */
export function clipGrad(x: usize, dy: usize, dx: usize, length: usize, low: f32, high: f32): void {
  const end = length << 2;
  const whole = end & ~15;
  let i: usize = 0;
  for (; i < whole; i += 16) {
    const value = v128.load(x + i);
    const isInside = v128.and(f32x4.ge(value, f32x4.splat(low)), f32x4.le(value, f32x4.splat(high)));
    v128.store(dx + i, v128.and(v128.load(dy + i), isInside));
  }
  for (; i < end; i += 4) {
    const value = load<f32>(x + i);
    store<f32>(dx + i, value >= low && value <= high ? load<f32>(dy + i) : 0);
  }
}

/** `dx = y * (dy - sum(dy * y))` in each row, where `y` is a softmax. */
export function softmaxGrad(y: usize, dy: usize, dx: usize, rows: usize, width: usize): void {
  const end = width << 2;
  const whole = end & ~15;
  for (let row: usize = 0; row < rows; row++, y += end, dy += end, dx += end) {
    let products = f32x4.splat(0);
    let i: usize = 0;
    for (; i < whole; i += 16) products = f32x4.add(products, f32x4.mul(v128.load(y + i), v128.load(dy + i)));
    let sum = sumOfLanes(products);
    for (; i < end; i += 4) sum += load<f32>(y + i) * load<f32>(dy + i);
    const sums = f32x4.splat(sum);
    for (i = 0; i < whole; i += 16) {
      v128.store(dx + i, f32x4.mul(v128.load(y + i), f32x4.sub(v128.load(dy + i), sums)));
    }
    for (; i < end; i += 4) store<f32>(dx + i, load<f32>(y + i) * (load<f32>(dy + i) - sum));
  }
}
