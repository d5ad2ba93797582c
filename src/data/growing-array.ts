/** A float64 array that grows as numbers are added to its end. */
export interface GrowingArray {
  readonly push: (value: number) => void;
  /** The numbers so far, as a view. */
  readonly toArray: () => Float64Array;
}

/** An empty array that grows by doubling. */
export function createGrowingArray(): GrowingArray {
  let data = new Float64Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === data.length) {
        const larger = new Float64Array(2 * length);
        larger.set(data);
        data = larger;
      }
      data[length++] = value;
    },
    toArray: () => data.subarray(0, length),
  };
}
