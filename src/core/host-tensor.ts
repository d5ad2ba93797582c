/** Element types that travel between data, engine and files. */
export type DType = 'float32' | 'int32' | 'uint8';

export type TypedArray = Float32Array | Int32Array | Uint8Array;

/**
 * A dense row-major array in host memory, known to no engine.
 * `data.length` is the product of `shape`; a column of a dataset has the samples along the first axis.
 */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: TypedArray;
}

/** Samples that go through the model together: one tensor for each input and each target of the model. */
export interface Batch {
  readonly size: number;
  readonly inputs: readonly HostTensor[];
  readonly targets: readonly HostTensor[];
}

/** Number of elements in a tensor of this shape. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}
