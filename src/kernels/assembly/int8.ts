import { read, write } from './lanes';

/** INT8_BLOCK_LENGTH of src/kernels/kernels.ts. */
const BLOCK_LENGTH: usize = 64;
const LARGEST_CODE: f32 = 127;

/** Added and taken away again, it rounds a small float32 to the nearest integer, ties to even. */
const ROUNDER: f32 = 12582912;

/** Codes `values + residual` and leaves in `residual` what the codes do not say. */
export function encodeInt8(
  values: usize,
  residual: usize,
  codes: usize,
  scales: usize,
  length: usize,
): void {
  for (let first: usize = 0; first < length; first += BLOCK_LENGTH) {
    const blockLength = min(BLOCK_LENGTH, length - first);
    const offset = first << 2;
    const largest = addResidual(values + offset, residual + offset, blockLength);
    const scale = largest / LARGEST_CODE;
    store<f32>(scales, scale);
    scales += 4;
    const inverse = min<f32>(LARGEST_CODE / largest, f32.MAX_VALUE);
    encodeBlock(residual + offset, codes + first, blockLength, scale, inverse);
  }
}

/** `residual += values`; returns the largest magnitude, or NaN if one is. */
function addResidual(values: usize, residual: usize, length: usize): f32 {
  const end = length & ~3;
  let largest = i32x4.splat(0);
  let i: usize = 0;
  for (; i < end; i += 4) {
    largest = i32x4.max_u(largest, addLanes(values + (i << 2), residual + (i << 2), true));
  }
  for (; i < length; i++) {
    largest = i32x4.max_u(largest, addLanes(values + (i << 2), residual + (i << 2), false));
  }
  const half = i32x4.max_u(largest, v128.shuffle<i32>(largest, largest, 2, 3, 0, 1));
  return reinterpret<f32>(max<u32>(i32x4.extract_lane(half, 0), i32x4.extract_lane(half, 1)));
}

/** Magnitudes, as bits: these have the order of the values, and NaN comes last. */
// @ts-ignore: decorator
@inline
function addLanes(values: usize, residual: usize, whole: bool): v128 {
  const wanted = f32x4.add(read(values, whole), read(residual, whole));
  write(residual, wanted, whole);
  return f32x4.abs(wanted);
}

function encodeBlock(residual: usize, codes: usize, length: usize, scale: f32, inverse: f32): void {
  const scales = f32x4.splat(scale);
  const inverses = f32x4.splat(inverse);
  const end = length & ~15;
  let i: usize = 0;
  for (; i < end; i += 16) {
    const address = residual + (i << 2);
    const low = i16x8.narrow_i32x4_s(
      encodeLanes(address, scales, inverses, true),
      encodeLanes(address + 16, scales, inverses, true),
    );
    const high = i16x8.narrow_i32x4_s(
      encodeLanes(address + 32, scales, inverses, true),
      encodeLanes(address + 48, scales, inverses, true),
    );
    v128.store(codes + i, i8x16.narrow_i16x8_s(low, high));
  }
  for (; i < length; i++) {
    v128.store_lane<u8>(codes + i, encodeLanes(residual + (i << 2), scales, inverses, false), 0);
  }
}

/** The codes of four values, which their errors replace. */
// @ts-ignore: decorator
@inline
function encodeLanes(residual: usize, scales: v128, inverses: v128, whole: bool): v128 {
  const wanted = read(residual, whole);
  // In this order of operands, a NaN becomes the lower bound.
  const atLeast = f32x4.pmax(f32x4.splat(-LARGEST_CODE), f32x4.mul(wanted, inverses));
  const rounded = f32x4.add(f32x4.pmin(f32x4.splat(LARGEST_CODE), atLeast), f32x4.splat(ROUNDER));
  const nearest = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  write(residual, f32x4.sub(wanted, f32x4.mul(nearest, scales)), whole);
  return i32x4.sub(rounded, i32x4.splat(reinterpret<i32>(ROUNDER)));
}

export function decodeInt8(codes: usize, scales: usize, values: usize, length: usize): void {
  const end = length & ~7;
  let i: usize = 0;
  for (; i < end; i += 8) {
    const scale = scaleAt(scales, i);
    const eight = v128.load_ext<i8>(codes + i);
    v128.store(values + (i << 2), f32x4.mul(lowFloats(eight), scale));
    v128.store(values + (i << 2), f32x4.mul(highFloats(eight), scale), 16);
  }
  for (; i < length; i++) store<f32>(values + (i << 2), decoded(codes, scales, i));
}

/** `target += decoded codes`. */
export function addInt8(target: usize, codes: usize, scales: usize, length: usize): void {
  const end = length & ~7;
  let i: usize = 0;
  for (; i < end; i += 8) {
    const scale = scaleAt(scales, i);
    const eight = v128.load_ext<i8>(codes + i);
    const address = target + (i << 2);
    v128.store(address, f32x4.add(v128.load(address), f32x4.mul(lowFloats(eight), scale)));
    v128.store(address, f32x4.add(v128.load(address, 16), f32x4.mul(highFloats(eight), scale)), 16);
  }
  for (; i < length; i++) {
    store<f32>(target + (i << 2), load<f32>(target + (i << 2)) + decoded(codes, scales, i));
  }
}

// @ts-ignore: decorator
@inline
function decoded(codes: usize, scales: usize, index: usize): f32 {
  return <f32>load<i8>(codes + index) * load<f32>(scales + ((index / BLOCK_LENGTH) << 2));
}

// @ts-ignore: decorator
@inline
function scaleAt(scales: usize, index: usize): v128 {
  return v128.load_splat<f32>(scales + ((index / BLOCK_LENGTH) << 2));
}

// @ts-ignore: decorator
@inline
function lowFloats(integers: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(integers));
}

// @ts-ignore: decorator
@inline
function highFloats(integers: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(integers));
}
