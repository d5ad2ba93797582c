// src/kernels/plain-checksum.ts with the lanes of each half in one vector.
import { bytesOf } from './lanes';

export function checksum(values: usize, length: usize): u32 {
  const half = bytesOf(length >> 3 << 2);
  const end = bytesOf(length);
  let first = i32x4.splat(0);
  let firstSums = i32x4.splat(0);
  let second = i32x4.splat(0);
  let secondSums = i32x4.splat(0);
  for (let i: usize = 0; i < half; i += 16) {
    first = i32x4.add(rotate(first), v128.load(values + i));
    firstSums = i32x4.add(firstSums, first);
    second = i32x4.add(rotate(second), v128.load(values + half + i));
    secondSums = i32x4.add(secondSums, second);
  }
  let mixed = mixLanes(mixLanes(0, first, firstSums), second, secondSums);
  for (let i: usize = half << 1; i < end; i += 4) mixed = mix(mixed, load<u32>(values + i));
  return mix(mixed, <u32>length);
}

// @ts-ignore: decorator
@inline
function rotate(words: v128): v128 {
  return v128.or(i32x4.shl(words, 5), i32x4.shr_u(words, 27));
}

function mixLanes(start: u32, rotated: v128, summed: v128): u32 {
  let mixed = mix(start, i32x4.extract_lane(rotated, 0));
  mixed = mix(mixed, i32x4.extract_lane(summed, 0));
  mixed = mix(mixed, i32x4.extract_lane(rotated, 1));
  mixed = mix(mixed, i32x4.extract_lane(summed, 1));
  mixed = mix(mixed, i32x4.extract_lane(rotated, 2));
  mixed = mix(mixed, i32x4.extract_lane(summed, 2));
  mixed = mix(mixed, i32x4.extract_lane(rotated, 3));
  return mix(mixed, i32x4.extract_lane(summed, 3));
}

function mix(mixed: u32, word: u32): u32 {
  let hash = mixed ^ word;
  hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
  hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
  return hash ^ (hash >>> 16);
}
