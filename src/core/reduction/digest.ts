/** What one pass over a reduced vector finds. */
export interface Digest {
  /** 64-bit hash as 16 hex digits; equal bits give equal digests. */
  readonly hex: string;
  /** Index of the first NaN or infinity, or -1. */
  readonly firstNonFinite: number;
}

/** Sums modulo 2^32 over all positions, as signed or unsigned integers; sums over parts of a vector add up. */
export interface DigestSums {
  readonly low: number;
  readonly high: number;
}

/**
 * Hashes the bits of a float32 vector and looks for values that are not finite, in the same pass. Each word is keyed
 * by its position and mixed by the finalizer of MurmurHash3 (A. Appleby, public domain), and what is halfway and at
 * its end is summed: no position waits for another, so that vector instructions and threads can share the work out.
 * Not cryptographic.
 */
export function digestOf(vector: Float32Array): Digest {
  const bits = new Int32Array(vector.buffer, vector.byteOffset, vector.length);
  const { low, high, firstNonFinite } = sumUp(bits);
  return { hex: digestHex({ low, high }, bits.length), firstNonFinite };
}

/**
 * Three times slower with the numbers as constants of the module, which bundlers make variables, or in one function
 * with what follows, which the optimizer has not seen run when it meets this loop.
 */
function sumUp(bits: Int32Array): DigestSums & Pick<Digest, 'firstNonFinite'> {
  let low = 0;
  let high = 0;
  let firstNonFinite = -1;
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i];
    if ((word & 0x7f800000) === 0x7f800000 && firstNonFinite < 0) firstNonFinite = i;
    let mixed = word ^ Math.imul(i, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed ^= mixed >>> 13;
    low = (low + mixed) | 0;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    high = (high + (mixed ^ (mixed >>> 16))) | 0;
  }
  return { low, high, firstNonFinite };
}

/** The hash of a vector of `length` values whose sums these are. */
export function digestHex({ low, high }: DigestSums, length: number): string {
  return hex32(finish(high ^ length)) + hex32(finish(low ^ high));
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
