import { type Digest, digestOf } from '../core/reduction/digest.ts';
import { checkSameLength } from './same-length.ts';

export function add(target: Float32Array, source: Float32Array): void {
  checkSameLength(target, source);
  for (let i = 0; i < target.length; i++) target[i]! += source[i]!;
}

export function sum(out: Float32Array, left: Float32Array, right: Float32Array): void {
  checkSameLength(out, left, right);
  for (let i = 0; i < out.length; i++) out[i] = left[i]! + right[i]!;
}

export function scale(target: Float32Array, factor: number): void {
  const rounded = Math.fround(factor);
  for (let i = 0; i < target.length; i++) target[i]! *= rounded;
}

export function addDigest(target: Float32Array, source: Float32Array): Digest {
  add(target, source);
  return digestOf(target);
}
