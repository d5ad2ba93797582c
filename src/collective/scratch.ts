/** Memory that is kept from operation to operation, since fresh memory costs more than a sum in it. */
export interface Scratch {
  /** `numFloats` floats of whatever was left in them, until the next call. */
  get(numFloats: number): Float32Array;
}

export function createScratch(allocate: (numFloats: number) => Float32Array): Scratch {
  let kept: Float32Array = new Float32Array(0);
  return {
    get: (numFloats) => {
      if (kept.length < numFloats) kept = allocate(numFloats);
      return kept.subarray(0, numFloats);
    },
  };
}
