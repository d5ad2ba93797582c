import { elementCount, type HostTensor } from '../core/host-tensor.ts';
import { dataInvalid } from './data-invalid.ts';
import type { RawNumbers } from './numeric-array.ts';
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

/**
 * Prepares the rows of an input for the model: filled, computed in float64 and rounded to float32, in its shape.
 * Integers that nothing happens to keep their type. Throws DATA_INVALID where the result is beyond float32.
 */
export function applyFitted(
  fitted: FittedInput,
  { name, values }: RawColumn,
  { rows, placeOf }: { readonly rows: Int32Array; readonly placeOf: (row: number) => string },
): HostTensor {
  const numElements = elementCount(fitted.sourceShape);
  const shape = [rows.length, ...fitted.sampleShape];
  if (fitted.factor === null && !isFloat(values)) {
    const data = gatherRows(values, numElements, rows);
    return { shape, dtype: dtypeOf(data), data };
  }
  const data = new Float32Array(rows.length * numElements);
  const firstWrong = compute(fitted, { values, rows, numElements }, data);
  if (firstWrong !== null)
    throw dataInvalid(
      `${placeOf(firstWrong)}: a value of "${name}" leaves the range of float32 when it is scaled; correct the value, ` +
        'or the factors that it is scaled by.',
    );
  return { shape, dtype: 'float32', data };
}

interface Samples {
  readonly values: RawNumbers;
  readonly rows: Int32Array;
  readonly numElements: number;
}

/** Writes the prepared rows to `output`; returns the first row with a result that is not finite, or null. */
function compute(fitted: FittedInput, { values, rows, numElements }: Samples, output: Float32Array) {
  const fill = fitted.fill && perElement(fitted.fill, numElements);
  const factor = perElement(fitted.factor ?? [1], numElements);
  // Adding -0 changes no number, not even -0.
  const offset = perElement(fitted.offset ?? [-0], numElements);
  let to = 0;
  for (const row of rows) {
    let check = 0;
    for (let e = 0, from = row * numElements; e < numElements; e++, from++, to++) {
      let value = values[from]!;
      if (fill !== null && Number.isNaN(value)) value = fill[e]!;
      output[to] = value * factor[e]! + offset[e]!;
      check += output[to]! * 0;
    }
    if (check !== 0) return row;
  }
  return null;
}

/** One number for each element, where the list has one for all of them. */
function perElement(numbers: readonly number[], numElements: number): Float64Array {
  return numbers.length === 1 ? new Float64Array(numElements).fill(numbers[0]!) : Float64Array.from(numbers);
}

function isFloat(values: RawNumbers): values is Float32Array | Float64Array {
  return values instanceof Float32Array || values instanceof Float64Array;
}
