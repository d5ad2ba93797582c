import { INT8_BLOCK_LENGTH, type Int8Code, int8Blocks } from './kernels.ts';
import { checkSameLength } from './same-length.ts';

const LARGEST_CODE = 127;
const LARGEST_FLOAT = (2 - 2 ** -23) * 2 ** 127;

/** Added and taken away again, it rounds a small float32 to the nearest integer, ties to even. */
const ROUNDER = 1.5 * 2 ** 23;

export function encodeInt8(values: Float32Array, residual: Float32Array, code: Int8Code): void {
  checkCode(code, values, residual);
  for (let block = 0; block < code.scales.length; block++) {
    const begin = block * INT8_BLOCK_LENGTH;
    const end = Math.min(begin + INT8_BLOCK_LENGTH, values.length);
    let largest = 0;
    for (let i = begin; i < end; i++) {
      residual[i]! += values[i]!;
      largest = Math.max(largest, Math.abs(residual[i]!));
    }
    const scale = Math.fround(largest / LARGEST_CODE);
    code.scales[block] = scale;
    const inverse = Math.min(Math.fround(LARGEST_CODE / largest), LARGEST_FLOAT);
    for (let i = begin; i < end; i++) {
      const codeOfOne = nearestCode(Math.fround(residual[i]! * inverse));
      code.codes[i] = codeOfOne;
      residual[i] = residual[i]! - Math.fround(codeOfOne * scale);
    }
  }
}

/** NaN becomes the lower bound; its block's scale is not finite. */
function nearestCode(scaled: number): number {
  const bounded = scaled > -LARGEST_CODE ? Math.min(scaled, LARGEST_CODE) : -LARGEST_CODE;
  return Math.fround(bounded + ROUNDER) - ROUNDER;
}

export function decodeInt8(code: Int8Code, values: Float32Array): void {
  checkCode(code, values);
  for (let i = 0; i < values.length; i++) values[i] = decoded(code, i);
}

export function addInt8(target: Float32Array, code: Int8Code): void {
  checkCode(code, target);
  for (let i = 0; i < target.length; i++) target[i]! += Math.fround(decoded(code, i));
}

function decoded({ codes, scales }: Int8Code, index: number): number {
  return codes[index]! * scales[Math.floor(index / INT8_BLOCK_LENGTH)]!;
}

/** Throws unless the code and the vectors belong together. */
export function checkCode({ codes, scales }: Int8Code, ...vectors: readonly Float32Array[]): void {
  checkSameLength(codes, ...vectors);
  if (scales.length !== int8Blocks(codes.length)) {
    throw new Error(
      `${codes.length} int8 codes with ${scales.length} scales, not ${int8Blocks(codes.length)}`,
    );
  }
}
