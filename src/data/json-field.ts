import { elementCount } from '../core/host-tensor.ts';
import { dataInvalid } from './data-invalid.ts';
import { createGrowingArray } from './growing-array.ts';
import { MAX_AXES } from './limits.ts';
import { flattenNested, nestedShape } from './nested-numbers.ts';
import type { NumericArray } from './numeric-array.ts';
import type { Fault } from './raw-data.ts';

/** A value that cannot be used: which element of the field, why, and what stands there. */
export type FieldFault = Pick<Fault, 'element' | 'kind' | 'found'>;

/** One field of JSON objects, collected over the lines. Its shape is that of the first value that has one. */
export interface JsonField {
  /** Adds the value of the next row; throws DATA_INVALID when its shape differs from the others'. */
  readonly add: (value: unknown, place: string) => readonly FieldFault[];
  readonly finish: () => NumericArray;
}

/** An empty field. */
export function createJsonField(): JsonField {
  const values = createGrowingArray();
  let shape: readonly number[] | null = null;
  let numRows = 0;

  const skip = (numSkipped: number) => {
    for (let i = numSkipped * elementCount(shape ?? []); i > 0; i--) values.push(Number.NaN);
  };
  const know = (value: unknown, place: string): readonly number[] => {
    if (shape !== null) return shape;
    shape = nestedShape(value);
    if (shape.length >= MAX_AXES)
      throw dataInvalid(`${place} is nested more than ${MAX_AXES - 1} deep; flatten it.`);
    if (elementCount(shape) === 0)
      throw dataInvalid(`${place} is an empty list; give it at least one number, or leave the field out.`);
    skip(numRows);
    return shape;
  };
  return {
    add: (value, place) => {
      const isPresent = value !== null && value !== undefined;
      if (!isPresent || typeof value === 'string' || isObject(value)) {
        if (shape !== null) skip(1);
        numRows++;
        return isPresent
          ? [{ element: 0, kind: 'nonNumeric', found: typeof value === 'string' ? value : '{...}' }]
          : [{ element: 0, kind: 'missing', found: '' }];
      }
      const expected = know(value, place);
      const faults: FieldFault[] = [];
      let element = 0;
      const wrong = flattenNested(value, expected, (number, given) => {
        const isUsable = Number.isFinite(Math.fround(number));
        values.push(isUsable ? number : Number.NaN);
        if (!isUsable)
          faults.push({
            element,
            kind: given === null ? 'missing' : 'nonNumeric',
            found: given === null ? '' : String(given),
          });
        element++;
      });
      if (wrong !== null)
        throw dataInvalid(
          `${place} has the shape [${nestedShape(value).join(', ')}], or lists of unequal lengths at ` +
            `[${wrong.join(', ')}], but earlier lines have [${expected.join(', ')}]; all lines must have the same shape.`,
        );
      numRows++;
      return faults;
    },
    finish: () => {
      if (shape === null) {
        shape = [];
        skip(numRows);
      }
      return { shape: [numRows, ...shape], data: values.toArray() };
    },
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
