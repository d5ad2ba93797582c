/** Vectors that keep their memory from operation to operation, since fresh memory costs more than a sum in it. */
export interface Scratch {
  /** The vector of a name, `length` floats of whatever was left in it. */
  get(name: number, length: number): Float32Array;
}

export function createScratch(): Scratch {
  const vectors = new Map<number, Float32Array>();
  return {
    get: (name, length) => {
      const known = vectors.get(name);
      if (known && known.length >= length) return known.subarray(0, length);
      const vector = new Float32Array(length);
      vectors.set(name, vector);
      return vector;
    },
  };
}
