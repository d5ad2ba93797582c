/** Running sums of four interleaved sequences of words, rotated at each word, and the sums of those. */
interface Lanes {
  readonly rotated: readonly number[];
  readonly summed: readonly number[];
}

/**
 * A checksum after J. Fletcher (1982) of 32-bit words: sums, and sums of the sums, modulo 2^32. The sums are rotated at
 * each word, since the upper bits of plain ones forget: two flipped signs would not show. Both halves of the values
 * have four lanes of their own, so that vector instructions need not wait for each other. Against memory that fails,
 * not against people.
 */
export function checksum(values: Float32Array): number {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length);
  const half = 4 * Math.floor(words.length / 8);
  const first = lanesOf(words, 0, half);
  const second = lanesOf(words, half, 2 * half);
  let mixed = 0;
  for (const { rotated, summed } of [first, second])
    for (let lane = 0; lane < 4; lane++) mixed = mix(mix(mixed, rotated[lane]), summed[lane]);
  for (let i = 2 * half; i < words.length; i++) mixed = mix(mixed, words[i]);
  return mix(mixed, words.length) >>> 0;
}

/** Of the words `[begin, end)`, a multiple of four. */
function lanesOf(words: Int32Array, begin: number, end: number): Lanes {
  let [a, b, c, d] = [0, 0, 0, 0];
  let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
  for (let i = begin; i < end; i += 4) {
    a = (((a << 5) | (a >>> 27)) + words[i]) | 0;
    b = (((b << 5) | (b >>> 27)) + words[i + 1]) | 0;
    c = (((c << 5) | (c >>> 27)) + words[i + 2]) | 0;
    d = (((d << 5) | (d >>> 27)) + words[i + 3]) | 0;
    sumA = (sumA + a) | 0;
    sumB = (sumB + b) | 0;
    sumC = (sumC + c) | 0;
    sumD = (sumD + d) | 0;
  }
  return { rotated: [a, b, c, d], summed: [sumA, sumB, sumC, sumD] };
}

/** The finalizer of MurmurHash3 (A. Appleby, public domain). */
function mix(mixed: number, word: number): number {
  let hash = mixed ^ word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
