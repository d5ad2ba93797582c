// Float32 values, four at a time or, for the tail of a vector, one in every lane.

// @ts-ignore: decorator
@inline
export function read(address: usize, whole: bool): v128 {
  return whole ? v128.load(address) : v128.load_splat<f32>(address);
}

// @ts-ignore: decorator
@inline
export function write(address: usize, values: v128, whole: bool): void {
  if (whole) v128.store(address, values);
  else v128.store_lane<f32>(address, values, 0);
}

/** The bytes of `length` float32 values. */
// @ts-ignore: decorator
@inline
export function bytesOf(length: usize): usize {
  return length << 2;
}

/** The bytes among `bytes` that fill whole vectors. */
// @ts-ignore: decorator
@inline
export function wholeBytes(bytes: usize): usize {
  return bytes & ~15;
}
