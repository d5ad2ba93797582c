// The sums of src/core/reduction/digest.ts, four positions at a time.
import { sum } from './sums';

const POSITION_KEY: i32 = 0x9e3779b1;
const FIRST_FACTOR: i32 = 0x85ebca6b;
const SECOND_FACTOR: i32 = 0xc2b2ae35;
const EXPONENT: i32 = 0x7f800000;

/** Small enough that what was just added is still in the first-level cache. */
const BLOCK_LENGTH: usize = 2048;

/** Results of the last call: WebAssembly functions that AssemblyScript compiles return one value. */
export let digestLow: i32 = 0;
export let digestHigh: i32 = 0;
export let isFinite: bool = true;

export function digest(values: usize, length: usize): void {
  begin();
  include(values, 0, length);
}

/** `target += source`, and the digest of what `target` then is, in one pass over memory. */
export function addDigest(target: usize, source: usize, length: usize): void {
  begin();
  for (let first: usize = 0; first < length; first += BLOCK_LENGTH) {
    const blockLength = min(BLOCK_LENGTH, length - first);
    const offset = first << 2;
    sum(target + offset, target + offset, source + offset, blockLength);
    include(target + offset, first, blockLength);
  }
}

function begin(): void {
  digestLow = 0;
  digestHigh = 0;
  isFinite = true;
}

/** Adds the values at positions `[first, first + length)` to the sums. */
function include(values: usize, first: usize, length: usize): void {
  const end = length & ~3;
  const exponent = i32x4.splat(EXPONENT);
  const keyStep = i32x4.splat(4 * POSITION_KEY);
  let keys = i32x4.mul(
    i32x4.add(i32x4.splat(<i32>first), i32x4(0, 1, 2, 3)),
    i32x4.splat(POSITION_KEY),
  );
  let low = i32x4.splat(0);
  let high = i32x4.splat(0);
  let broken = i32x4.splat(0);
  for (let i: usize = 0; i < end; i += 4) {
    const words = v128.load(values + (i << 2));
    broken = v128.or(broken, i32x4.eq(v128.and(words, exponent), exponent));
    let mixed = v128.xor(words, keys);
    keys = i32x4.add(keys, keyStep);
    mixed = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 16)), i32x4.splat(FIRST_FACTOR));
    mixed = v128.xor(mixed, i32x4.shr_u(mixed, 13));
    low = i32x4.add(low, mixed);
    mixed = i32x4.mul(mixed, i32x4.splat(SECOND_FACTOR));
    mixed = v128.xor(mixed, i32x4.shr_u(mixed, 16));
    high = i32x4.add(high, mixed);
  }
  if (v128.any_true(broken)) isFinite = false;
  digestLow += laneSum(low);
  digestHigh += laneSum(high);
  for (let i = end; i < length; i++) includeWord(load<u32>(values + (i << 2)), <u32>(first + i));
}

function includeWord(word: u32, position: u32): void {
  if ((word & EXPONENT) == EXPONENT) isFinite = false;
  let mixed = word ^ (position * POSITION_KEY);
  mixed = (mixed ^ (mixed >>> 16)) * FIRST_FACTOR;
  mixed ^= mixed >>> 13;
  digestLow += mixed;
  mixed *= SECOND_FACTOR;
  digestHigh += mixed ^ (mixed >>> 16);
}

function laneSum(lanes: v128): i32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}
