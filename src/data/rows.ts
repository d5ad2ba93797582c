import type { DType, TypedArray } from '../core/host-tensor.ts';
import type { RawNumbers } from './numeric-array.ts';

/**
 * Copies the rows at `indices` of a row-major array into a new one, in that order.
 * An index outside the array is a broken invariant and throws a plain Error.
 */
export function gatherRows<T extends RawNumbers>(data: T, rowLength: number, indices: ArrayLike<number>): T {
  const numRows = rowLength === 0 ? 0 : data.length / rowLength;
  const gathered = new (data.constructor as new (length: number) => T)(indices.length * rowLength);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i]!;
    if (!(row >= 0 && row < numRows)) throw new Error(`sample ${row} of ${numRows} does not exist`);
    if (rowLength === 1) gathered[i] = data[row]!;
    else gathered.set(data.subarray(row * rowLength, (row + 1) * rowLength), i * rowLength);
  }
  return gathered;
}

/** The name of an array's element type. */
export function dtypeOf(data: TypedArray): DType {
  if (data instanceof Float32Array) return 'float32';
  return data instanceof Int32Array ? 'int32' : 'uint8';
}

/** Numbers in a type that tensors have: float64 is rounded to float32, all others are returned as they are. */
export function toTensorData(data: RawNumbers): TypedArray {
  return data instanceof Float64Array ? Float32Array.from(data) : data;
}
