const FLOAT_BYTES = 4;

/** Memory that the training thread and this one share, for the life of the worker. */
export interface SharedMemory {
  /** The reduced vector. */
  readonly reduced: SharedArrayBuffer;
  /** One 32-bit integer: other than 0 to stop computing. */
  readonly cancel: SharedArrayBuffer;
  /** The same integer. */
  readonly cancelFlag: Int32Array;
  /** Partial number `index` of this rank. */
  partial(index: number): SharedArrayBuffer;
}

/** Vectors of `maxVectorLength` floats; those for partials are made when they are first asked for. */
export function createSharedMemory(maxVectorLength: number): SharedMemory {
  const vector = (): SharedArrayBuffer => new SharedArrayBuffer(maxVectorLength * FLOAT_BYTES);
  const partials: SharedArrayBuffer[] = [];
  const cancel = new SharedArrayBuffer(4);
  return {
    reduced: vector(),
    cancel,
    cancelFlag: new Int32Array(cancel),
    partial: (index) => {
      partials[index] ??= vector();
      return partials[index];
    },
  };
}
