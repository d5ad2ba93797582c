/** Writes the 4 by 4 floats at `from`, rows `step` bytes apart, transposed to `to`, rows `toStep` bytes apart. */
// @ts-ignore: decorator
@inline
export function transposeTile(from: usize, step: usize, to: usize, toStep: usize): void {
  const row0 = v128.load(from);
  const row1 = v128.load(from + step);
  const row2 = v128.load(from + 2 * step);
  const row3 = v128.load(from + 3 * step);
  const low01 = v128.shuffle<i32>(row0, row1, 0, 4, 1, 5);
  const high01 = v128.shuffle<i32>(row0, row1, 2, 6, 3, 7);
  const low23 = v128.shuffle<i32>(row2, row3, 0, 4, 1, 5);
  const high23 = v128.shuffle<i32>(row2, row3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i32>(low01, low23, 0, 1, 4, 5));
  v128.store(to + toStep, v128.shuffle<i32>(low01, low23, 2, 3, 6, 7));
  v128.store(to + 2 * toStep, v128.shuffle<i32>(high01, high23, 0, 1, 4, 5));
  v128.store(to + 3 * toStep, v128.shuffle<i32>(high01, high23, 2, 3, 6, 7));
}
