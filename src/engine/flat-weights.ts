import { createHash } from 'node:crypto';
import type { Variable } from '@tensorflow/tfjs-core';
import { elementCount } from '../core/host-tensor.ts';
import type { Weight } from './build-model.ts';
import type { Tf } from './tf.ts';

/** Number of values in these weights together. */
export function countValues(weights: readonly Weight[]): number {
  return weights.reduce((sum, weight) => sum + sizeOf(weight), 0);
}

/** The variable behind a weight; its name is how optimizers and gradients know it inside one process. */
export function variableOf(weight: Weight): Variable {
  return weight.read() as Variable;
}

export function sizeOf(weight: Weight): number {
  return elementCount(weight.shape as number[]);
}

/** A copy of one weight's values in host memory. */
export function readWeight(weight: Weight): Float32Array {
  return Float32Array.from(variableOf(weight).dataSync());
}

/** Gives one weight new values, as they are: no constraint is applied. */
export function writeWeight(tf: Tf, weight: Weight, values: Float32Array): void {
  tf.tidy(() => variableOf(weight).assign(tf.tensor(values, weight.shape as number[], 'float32')));
}

/** SHA-256 (hex) over weights in the order given, as little-endian float32. */
export function hashWeights(weights: readonly Weight[]): string {
  const hash = createHash('sha256');
  for (const weight of weights) {
    const values = readWeight(weight);
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}
