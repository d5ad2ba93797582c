/** The upper half of each float32, rounded to nearest even; a NaN stays one, quiet. In the low half of each lane. */
// @ts-ignore: decorator
@inline
function roundedHalves(values: v128): v128 {
  const upper = i32x4.shr_u(values, 16);
  const isOdd = v128.and(upper, i32x4.splat(1));
  const rounded = i32x4.shr_u(i32x4.add(i32x4.add(values, i32x4.splat(0x7fff)), isOdd), 16);
  return v128.bitselect(v128.or(upper, i32x4.splat(0x40)), rounded, f32x4.ne(values, values));
}

export function encodeBfloat16(values: usize, codes: usize, length: usize): void {
  const end = length & ~7;
  let i: usize = 0;
  for (; i < end; i += 8) {
    const first = roundedHalves(v128.load(values + (i << 2)));
    const second = roundedHalves(v128.load(values + (i << 2), 16));
    v128.store(codes + (i << 1), i16x8.narrow_i32x4_u(first, second));
  }
  for (; i < length; i++) {
    v128.store_lane<u16>(codes + (i << 1), roundedHalves(v128.load_splat<f32>(values + (i << 2))), 0);
  }
}

export function decodeBfloat16(codes: usize, values: usize, length: usize): void {
  const end = length & ~7;
  let i: usize = 0;
  for (; i < end; i += 8) {
    const halves = v128.load(codes + (i << 1));
    v128.store(values + (i << 2), lowFloats(halves));
    v128.store(values + (i << 2), highFloats(halves), 16);
  }
  for (; i < length; i++) store<u32>(values + (i << 2), <u32>load<u16>(codes + (i << 1)) << 16);
}

/** `target += decoded codes`. */
export function addBfloat16(target: usize, codes: usize, length: usize): void {
  const end = length & ~7;
  let i: usize = 0;
  for (; i < end; i += 8) {
    const halves = v128.load(codes + (i << 1));
    const address = target + (i << 2);
    v128.store(address, f32x4.add(v128.load(address), lowFloats(halves)));
    v128.store(address, f32x4.add(v128.load(address, 16), highFloats(halves)), 16);
  }
  for (; i < length; i++) {
    const value = reinterpret<f32>(<u32>load<u16>(codes + (i << 1)) << 16);
    store<f32>(target + (i << 2), load<f32>(target + (i << 2)) + value);
  }
}

// @ts-ignore: decorator
@inline
function lowFloats(halves: v128): v128 {
  return i32x4.shl(i32x4.extend_low_i16x8_u(halves), 16);
}

// @ts-ignore: decorator
@inline
function highFloats(halves: v128): v128 {
  return i32x4.shl(i32x4.extend_high_i16x8_u(halves), 16);
}
