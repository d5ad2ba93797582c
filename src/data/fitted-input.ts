import { elementCount, type HostTensor } from '../core/host-tensor.ts';
import type { RawColumn } from './raw-data.ts';
import { dtypeOf, gatherRows } from './rows.ts';

/** What happens to an input, with everything that was fitted on the training split; plain JSON. */
export interface FittedInput {
  readonly name: string;
  /** Shape of a sample as the source gives it. */
  readonly sourceShape: readonly number[];
  /** Shape of a sample as the model takes it. */
  readonly sampleShape: readonly number[];
  /** For each element the value that replaces a missing one; null where nothing is filled. */
  readonly fill: readonly number[] | null;
  /** Each value becomes `value * factor + offset`, by element, or by the one number for all; null for no arithmetic. */
  readonly factor: readonly number[] | null;
  readonly offset: readonly number[] | null;
}

/** Prepares the rows of an input for the model: filled, computed in float64 and rounded to float32, in its shape. */
export function applyFitted(fitted: FittedInput, column: RawColumn, rows: Int32Array): HostTensor {
  const numElements = elementCount(fitted.sourceShape);
  const data = gatherRows(column.values, numElements, rows);
  const shape = [rows.length, ...fitted.sampleShape];
  if (fitted.fill) fillIn(data, fitted.fill);
  if (!fitted.factor || !fitted.offset) return { shape, dtype: dtypeOf(data), data };
  const output = data instanceof Float32Array ? data : new Float32Array(data.length);
  const { factor, offset } = fitted;
  if (factor.length === 1) {
    const [by, plus] = [factor[0]!, offset[0]!];
    for (let i = 0; i < data.length; i++) output[i] = data[i]! * by + plus;
  } else {
    const [by, plus] = [Float64Array.from(factor), Float64Array.from(offset)];
    for (let i = 0; i < data.length; i += numElements)
      for (let e = 0; e < numElements; e++) output[i + e] = data[i + e]! * by[e]! + plus[e]!;
  }
  return { shape, dtype: 'float32', data: output };
}

function fillIn(data: HostTensor['data'], fill: readonly number[]): void {
  for (let i = 0; i < data.length; i++) if (Number.isNaN(data[i])) data[i] = fill[i % fill.length]!;
}
