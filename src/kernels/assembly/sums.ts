import { bytesOf, read, wholeBytes, write } from './lanes';

/** `out = left + right`; `out` may be one of them. */
export function sum(out: usize, left: usize, right: usize, length: usize): void {
  const end = bytesOf(length);
  const unrolled = end & ~63;
  let i: usize = 0;
  for (; i < unrolled; i += 64) {
    const first = f32x4.add(v128.load(left + i), v128.load(right + i));
    const second = f32x4.add(v128.load(left + i, 16), v128.load(right + i, 16));
    const third = f32x4.add(v128.load(left + i, 32), v128.load(right + i, 32));
    const fourth = f32x4.add(v128.load(left + i, 48), v128.load(right + i, 48));
    v128.store(out + i, first);
    v128.store(out + i, second, 16);
    v128.store(out + i, third, 32);
    v128.store(out + i, fourth, 48);
  }
  for (; i < end; i += 4) store<f32>(out + i, load<f32>(left + i) + load<f32>(right + i));
}

/** `target *= factor`. */
export function scale(target: usize, length: usize, factor: f32): void {
  const factors = f32x4.splat(factor);
  const end = bytesOf(length);
  let i: usize = 0;
  for (; i < wholeBytes(end); i += 16) v128.store(target + i, f32x4.mul(v128.load(target + i), factors));
  for (; i < end; i += 4) write(target + i, f32x4.mul(read(target + i, false), factors), false);
}
