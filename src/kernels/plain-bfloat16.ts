import { checkSameLength } from './same-length.ts';

const INFINITY_BITS = 0x7f800000;
const QUIET = 0x40;

export function encodeBfloat16(values: Float32Array, codes: Uint16Array): void {
  checkSameLength(values, codes);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i]!;
    const upper = word >>> 16;
    const isNan = (word & 0x7fffffff) > INFINITY_BITS;
    codes[i] = isNan ? upper | QUIET : (word + 0x7fff + (upper & 1)) >>> 16;
  }
}

export function decodeBfloat16(codes: Uint16Array, values: Float32Array): void {
  checkSameLength(codes, values);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < codes.length; i++) bits[i] = codes[i]! << 16;
}

export function addBfloat16(target: Float32Array, codes: Uint16Array): void {
  checkSameLength(target, codes);
  const bits = new Uint32Array(1);
  const value = new Float32Array(bits.buffer);
  for (let i = 0; i < codes.length; i++) {
    bits[0] = codes[i]! << 16;
    target[i]! += value[0]!;
  }
}
