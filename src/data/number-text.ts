/** Numbers to another base, which `Number` takes and no data file means. */
const RADIX_PREFIX = /^[+-]?0[xbo]/i;

/** The decimal number that a text spells; NaN for anything else, and for numbers that float32 cannot hold. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(Math.fround(value)) || text.trim() === '' || RADIX_PREFIX.test(text))
    return Number.NaN;
  return value;
}
