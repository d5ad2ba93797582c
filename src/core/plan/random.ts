/** Draws uniformly distributed integers in `[0, 2^32)`, the same sequence for the same seeds. */
export type Random = () => number;

/** Draws that are thrown away, so that similar seeds give unrelated sequences (Doty-Humphrey advises 12). */
const WARM_UP = 12;

/**
 * A generator for one purpose: the seeds (integers) name the job and what the numbers are for.
 * SFC32 (C. Doty-Humphrey, PractRand), its state filled by mixing the seeds one after the other.
 */
export function createRandom(...seeds: readonly number[]): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = 1;
  const next: Random = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (const seed of seeds) {
    a ^= seed | 0;
    b ^= Math.floor(seed / 2 ** 32) | 0;
    // Without this, a seed of 0 at the end would only skip ahead in the same sequence.
    c = (c + 1) | 0;
    for (let draw = 0; draw < WARM_UP; draw++) next();
  }
  return next;
}

/** A uniformly distributed integer in `[0, bound)`, for bounds up to 2^32; rejects what would favour small values. */
export function randomBelow(random: Random, bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  let drawn = random();
  while (drawn >= limit) drawn = random();
  return drawn % bound;
}

/** A random order of the integers below `length` (Fisher and Yates, in Durstenfeld's form). */
export function permutation(length: number, random: Random): Int32Array<ArrayBuffer> {
  const order = Int32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const chosen = randomBelow(random, last + 1);
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}
