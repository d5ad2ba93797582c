/** What one pass over a reduced vector finds. */
export interface Digest {
  /** 64-bit hash as 16 hex digits; equal bits give equal digests. */
  readonly hex: string;
  /** Index of the first NaN or infinity, or -1. */
  readonly firstNonFinite: number;
}

const EXPONENT = 0x7f800000;

/**
 * Hashes the bits of a float32 vector and looks for values that are not finite, in the same pass.
 * Two multiply-rotate lanes in the manner of MurmurHash3 (A. Appleby, public domain); not cryptographic.
 */
export function digestOf(vector: Float32Array): Digest {
  const bits = new Int32Array(vector.buffer, vector.byteOffset, vector.length);
  let low = 0x243f6a88;
  let high = 0x13198a2e;
  let firstNonFinite = -1;
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i];
    if ((word & EXPONENT) === EXPONENT && firstNonFinite < 0) firstNonFinite = i;
    low = Math.imul(((low ^ word) << 13) | ((low ^ word) >>> 19), 0x5bd1e995);
    high = (Math.imul(high ^ word, 0x1b873593) + 0x27220a95) | 0;
    high = (high << 17) | (high >>> 15);
  }
  return { hex: hex32(finish(high ^ bits.length)) + hex32(finish(low ^ high)), firstNonFinite };
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
