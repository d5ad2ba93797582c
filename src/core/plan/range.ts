/** A half-open range of integers `[begin, end)`. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

/**
 * Part `index` of `numParts` contiguous parts of `[0, total)`, by `floor(index * total / numParts)`:
 * sizes differ by at most one, and a part may be empty.
 */
export function partOf(total: number, index: number, numParts: number): Range {
  return {
    begin: Math.floor((index * total) / numParts),
    end: Math.floor(((index + 1) * total) / numParts),
  };
}
