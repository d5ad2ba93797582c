import { elementCount } from '../core/host-tensor.ts';
import { dataInvalid } from './data-invalid.ts';
import { MAX_AXES } from './limits.ts';
import { flattenNested, nestedShape, toNumber } from './nested-numbers.ts';
import type { NumericArray, RawNumbers } from './numeric-array.ts';
import type { ArrayData } from './source.ts';

/**
 * Copies what a program gives as an array: uint8, int32 and float32 arrays keep their type, everything else becomes float64.
 * Throws DATA_INVALID for lists of unequal lengths, and for a shape that does not fit its data.
 */
export function toNumericArray(given: ArrayData, name: string): NumericArray {
  if (isShaped(given)) {
    const { shape, data } = given;
    if (elementCount(shape) !== data.length)
      throw dataInvalid(
        `arrays: "${name}" has ${data.length} values, but its shape [${shape.join(', ')}] needs ${elementCount(shape)}.`,
      );
    return { shape: [...shape], data: copyNumbers(data) };
  }
  if (ArrayBuffer.isView(given))
    return { shape: [given.length], data: copyNumbers(given as ArrayLike<number>) };
  const shape = nestedShape(given);
  if (shape.length > MAX_AXES)
    throw dataInvalid(`arrays: "${name}" has ${shape.length} axes; at most ${MAX_AXES} are read.`);
  const data = new Float64Array(elementCount(shape));
  let length = 0;
  const wrong = flattenNested(given, shape, (value) => {
    data[length++] = value;
  });
  if (wrong === null) return { shape, data };
  throw dataInvalid(
    `arrays: "${name}" has the shape [${shape.join(', ')}] by its first elements, but the list at ` +
      `[${wrong.join(', ')}] has another length; all samples must have the same shape.`,
  );
}

/** Whether this is one array, and not several by name. */
export function isArrayData(given: unknown): given is ArrayData {
  return Array.isArray(given) || ArrayBuffer.isView(given) || isShaped(given);
}

function isShaped(
  given: unknown,
): given is { readonly shape: readonly number[]; readonly data: ArrayLike<number> } {
  return typeof given === 'object' && given !== null && 'shape' in given && 'data' in given;
}

function copyNumbers(data: ArrayLike<number>): RawNumbers {
  if (data instanceof Uint8Array) return new Uint8Array(data);
  if (data instanceof Int32Array || data instanceof Float32Array) return data.slice();
  return Float64Array.from(data, toNumber);
}
