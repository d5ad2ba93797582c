/** Throws unless all vectors have the length of the first. */
export function checkSameLength(first: ArrayLike<number>, ...others: readonly ArrayLike<number>[]): void {
  for (const { length } of others) {
    if (length !== first.length)
      throw new Error(`a kernel got vectors of ${first.length} and ${length} values`);
  }
}
