import type { Digest } from '../core/reduction/digest.ts';

/** Values that share one scale in the int8 code. */
export const INT8_BLOCK_LENGTH = 64;

/**
 * Passes over long float32 vectors. All vectors of one call have one length, which may be 0, and overlap only where
 * it is said; a call with other lengths throws. Every implementation gives the same bits, but for those of a NaN that
 * arithmetic makes.
 */
export interface Kernels {
  /** Whether the passes are compiled to vector instructions. */
  readonly isVectorized: boolean;

  /** `target += source`. */
  add(target: Float32Array, source: Float32Array): void;
  /** `out = left + right`; `out` may be one of them. */
  sum(out: Float32Array, left: Float32Array, right: Float32Array): void;
  /** `target *= factor`, a factor rounded to float32. */
  scale(target: Float32Array, factor: number): void;

  /** 32 bits that tell whether values were damaged on their way: weaker than a digest, and several times faster. */
  checksum(values: Float32Array): number;
  /** What `digestOf` of the core says. */
  digest(values: Float32Array): Digest;
  /** `target += source` and the digest of the new `target`, in one pass over memory. */
  addDigest(target: Float32Array, source: Float32Array): Digest;

  /** Rounds to bfloat16, ties to even; a NaN stays a NaN, large values become infinite. */
  encodeBfloat16(values: Float32Array, codes: Uint16Array): void;
  /** Exact. */
  decodeBfloat16(codes: Uint16Array, values: Float32Array): void;
  /** `target += decoded codes`. */
  addBfloat16(target: Float32Array, codes: Uint16Array): void;

  /**
   * Codes `values + residual` in blocks of `INT8_BLOCK_LENGTH`, each by its largest magnitude, and leaves in
   * `residual` the error, to be coded with the next values (error feedback: F. Seide et al., "1-bit stochastic
   * gradient descent", 2014). A block with a value that is not finite decodes to no finite value.
   */
  encodeInt8(values: Float32Array, residual: Float32Array, code: Int8Code): void;
  decodeInt8(code: Int8Code, values: Float32Array): void;
  /** `target += decoded code`. */
  addInt8(target: Float32Array, code: Int8Code): void;

  /** Gradient descent. */
  sgd(step: SgdStep): void;
  /** Gradient descent with momentum, plain or Nesterov's. */
  momentum(step: MomentumStep): void;
  /** Adam, or AdamW where weights decay. */
  adam(step: AdamStep): void;
}

/** A vector as integers of -127 to 127 times one float32 scale for each block. */
export interface Int8Code {
  readonly codes: Int8Array;
  /** `int8Blocks(codes.length)` scales. */
  readonly scales: Float32Array;
}

/** The number of blocks that code `length` values. */
export function int8Blocks(length: number): number {
  return Math.ceil(length / INT8_BLOCK_LENGTH);
}

/**
 * One step over all weights, which change in place. The gradient is `sums / count`: a division, because a product
 * with the reciprocal would round differently. Numbers are rounded to float32.
 */
export interface SgdStep {
  readonly weights: Float32Array;
  readonly sums: Float32Array;
  readonly count: number;
  readonly learningRate: number;
}

/** `velocity` is what TF.js calls the accumulation: changed in place, zeros at first. */
export interface MomentumStep extends SgdStep {
  readonly velocity: Float32Array;
  readonly momentum: number;
  readonly isNesterov: boolean;
}

/** Both moments change in place and are zeros at first. */
export interface AdamStep extends SgdStep {
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
  readonly beta1: number;
  readonly beta2: number;
  /** Powers of the betas whose exponent is the number of this step, from 1. */
  readonly beta1Power: number;
  readonly beta2Power: number;
  readonly epsilon: number;
  /** Each weight loses this share, times the learning rate, of itself first (I. Loshchilov and F. Hutter, 2017). */
  readonly weightDecay: number;
}
