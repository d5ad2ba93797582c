/**
 * 32-bit checksum after J. Fletcher (1982): sums of the 32-bit words and sums of the running sums, modulo 2^32, in four
 * lanes so that one addition need not wait for the one before; mixed at the end. Against memory that fails, not
 * against people.
 */
export function checksumOf(values: Float32Array): number {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length);
  const end = words.length - (words.length % 4);
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  let sumA = 0;
  let sumB = 0;
  let sumC = 0;
  let sumD = 0;
  for (let i = 0; i < end; i += 4) {
    a = (a + words[i]) | 0;
    b = (b + words[i + 1]) | 0;
    c = (c + words[i + 2]) | 0;
    d = (d + words[i + 3]) | 0;
    sumA = (sumA + a) | 0;
    sumB = (sumB + b) | 0;
    sumC = (sumC + c) | 0;
    sumD = (sumD + d) | 0;
  }
  for (let i = end; i < words.length; i++) {
    a = (a + words[i]) | 0;
    sumA = (sumA + a) | 0;
  }
  return mix(a, b, c, d, sumA, sumB, sumC, sumD);
}

/** One 32-bit number of which every lane changes every bit or nearly so. */
function mix(...lanes: readonly number[]): number {
  let mixed = 0;
  for (const lane of lanes) mixed = (Math.imul(mixed ^ (mixed >>> 15), 0x01000193) + lane) | 0;
  return mixed >>> 0;
}
