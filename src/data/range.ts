/** The integers from `begin` up to but excluding `end`: `range(0, 64)` are the first 64 columns. */
export function range(begin: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - begin) }, (_, offset) => begin + offset);
}
