/** Rows that are added up before they go into the sum: sums of few values lose less to rounding. */
const BLOCK_ROWS: usize = 256;

/** `out[o, i] = sum over c of x[o, c, i]` for `x` `[outer, count, inner]`. */
export function sumMiddle(x: usize, out: usize, outer: usize, count: usize, inner: usize): void {
  for (let o: usize = 0; o < outer; o++) {
    if (inner == 1) store<f32>(out, sumOf(x, count));
    else sumRows(x, out, count, inner);
    x += (count * inner) << 2;
    out += inner << 2;
  }
}

/** The sum of values that lie next to each other. */
export function sumOf(x: usize, count: usize): f32 {
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  const end = x + (count << 2);
  const whole = x + ((count & ~7) << 2);
  for (; x < whole; x += 32) {
    sum0 = f32x4.add(sum0, v128.load(x));
    sum1 = f32x4.add(sum1, v128.load(x, 16));
  }
  let sum = sumOfLanes(f32x4.add(sum0, sum1));
  for (; x < end; x += 4) sum += load<f32>(x);
  return sum;
}

// @ts-ignore: decorator
@inline
export function sumOfLanes(values: v128): f32 {
  const low = f32x4.extract_lane(values, 0) + f32x4.extract_lane(values, 1);
  return low + (f32x4.extract_lane(values, 2) + f32x4.extract_lane(values, 3));
}

function sumRows(x: usize, out: usize, count: usize, inner: usize): void {
  memory.fill(out, 0, inner << 2);
  const step = inner << 2;
  for (let row: usize = 0; row < count; row += BLOCK_ROWS) {
    const end = min(BLOCK_ROWS, count - row) * step;
    let i: usize = 0;
    for (; i + 64 <= step; i += 64) {
      let sum0 = f32x4.splat(0);
      let sum1 = f32x4.splat(0);
      let sum2 = f32x4.splat(0);
      let sum3 = f32x4.splat(0);
      for (let from = x + i, last = x + end; from < last; from += step) {
        sum0 = f32x4.add(sum0, v128.load(from));
        sum1 = f32x4.add(sum1, v128.load(from, 16));
        sum2 = f32x4.add(sum2, v128.load(from, 32));
        sum3 = f32x4.add(sum3, v128.load(from, 48));
      }
      const to = out + i;
      v128.store(to, f32x4.add(v128.load(to), sum0));
      v128.store(to, f32x4.add(v128.load(to, 16), sum1), 16);
      v128.store(to, f32x4.add(v128.load(to, 32), sum2), 32);
      v128.store(to, f32x4.add(v128.load(to, 48), sum3), 48);
    }
    for (; i + 16 <= step; i += 16) {
      let sum = f32x4.splat(0);
      for (let from = x + i, last = x + end; from < last; from += step) sum = f32x4.add(sum, v128.load(from));
      v128.store(out + i, f32x4.add(v128.load(out + i), sum));
    }
    for (; i < step; i += 4) {
      let sum: f32 = 0;
      for (let from = x + i, last = x + end; from < last; from += step) sum += load<f32>(from);
      store<f32>(out + i, load<f32>(out + i) + sum);
    }
    x += end;
  }
}

/** Adds each row of `x` to the row of `out` that its id (int32) names; ids outside of `[0, numRows)` are dropped. */
export function addRows(x: usize, ids: usize, out: usize, count: usize, width: usize, numRows: i32): void {
  const end = width << 2;
  const whole = end & ~15;
  for (let row: usize = 0; row < count; row++, x += end) {
    const id = load<i32>(ids + (row << 2));
    if (id < 0 || id >= numRows) continue;
    const to = out + <usize>id * end;
    let i: usize = 0;
    for (; i < whole; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(x + i)));
    for (; i < end; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(x + i));
  }
}
