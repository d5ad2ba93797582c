import { elementCount } from '../core/host-tensor.ts';
import { dataInvalid } from './data-invalid.ts';
import {
  type ElementStatistics,
  measureElements,
  poolStatistics,
  transformStatistics,
} from './element-statistics.ts';
import type { FittedInput } from './fitted-input.ts';
import type { RawColumn } from './raw-data.ts';
import type { InputRecipe } from './recipe.ts';
import type { CleanStage, NumericStage } from './stage.ts';

/**
 * Fits what happens to an input on the training rows: values to fill with, and a factor and an offset for each
 * element of a sample. All arithmetic of a recipe is affine, so it is composed into these two, in float64.
 */
export function fitInput(
  column: RawColumn,
  recipe: InputRecipe,
  cleaning: CleanStage | null,
  trainingRows: Int32Array,
): FittedInput {
  const { name, sampleShape } = column;
  const fill = fitFill(column, cleaning, trainingRows);
  return {
    name,
    sourceShape: sampleShape,
    sampleShape: requireShape(column, recipe.shape),
    fill,
    ...fitArithmetic(column, recipe.arithmetic, trainingRows, fill),
  };
}

function requireShape({ name, sampleShape }: RawColumn, shape: readonly number[] | null): readonly number[] {
  const numElements = elementCount(sampleShape);
  if (shape === null) return sampleShape;
  if (elementCount(shape) === numElements) return shape;
  throw dataInvalid(
    `reshape: "${name}" has ${numElements} values per sample, but [${shape.join(', ')}] has ${elementCount(shape)}; ` +
      'correct the shape, or the features.',
  );
}

function fitFill(
  { name, values, sampleShape }: RawColumn,
  cleaning: CleanStage | null,
  rows: Int32Array,
): readonly number[] | null {
  if (cleaning === null || (cleaning.missing !== 'fill' && cleaning.nonNumeric !== 'fill')) return null;
  const numElements = elementCount(sampleShape);
  if (typeof cleaning.fillWith === 'number') return new Array<number>(numElements).fill(cleaning.fillWith);
  return Array.from({ length: numElements }, (_, element) => {
    let sum = 0;
    let numPresent = 0;
    for (const row of rows) {
      const value = values[row * numElements + element]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      numPresent++;
    }
    if (numPresent > 0) return sum / numPresent;
    throw dataInvalid(
      `clean: value ${element} of "${name}" is missing in all ${rows.length} training rows, so it has no mean; ` +
        'leave it out of the features, or fill with a number.',
    );
  });
}

function fitArithmetic(
  { values, sampleShape }: RawColumn,
  arithmetic: readonly NumericStage[],
  rows: Int32Array,
  fill: readonly number[] | null,
): Pick<FittedInput, 'factor' | 'offset'> {
  if (arithmetic.length === 0) return { factor: null, offset: null };
  const isFitted = arithmetic.some(({ kind }) => kind !== 'scale');
  const numElements = isFitted ? elementCount(sampleShape) : 1;
  const measured = isFitted ? measureElements(values, rows, fill, numElements) : null;
  const factor = new Float64Array(numElements).fill(1);
  const offset = new Float64Array(numElements);
  for (const stage of arithmetic) {
    const step =
      stage.kind === 'scale' ? () => stage : fitStep(stage, transformStatistics(measured!, factor, offset));
    for (let element = 0; element < numElements; element++) {
      const { by, offset: plus } = step(element);
      factor[element]! *= by;
      offset[element] = offset[element]! * by + plus;
    }
  }
  return { factor: Array.from(factor), offset: Array.from(offset) };
}

type Step = (element: number) => { readonly by: number; readonly offset: number };

/** An element that never varies is moved only, not divided by zero. */
function fitStep(stage: Exclude<NumericStage, { kind: 'scale' }>, current: ElementStatistics): Step {
  const { min, max, mean, variance } = stage.per === 'all' ? poolStatistics(current) : current;
  if (stage.kind === 'standard')
    return (element) => {
      const by = variance[element] === 0 ? 1 : 1 / Math.sqrt(variance[element]!);
      return { by, offset: -mean[element]! * by };
    };
  return (element) => {
    const extent = max[element]! - min[element]!;
    const by = extent === 0 ? 1 : (stage.high - stage.low) / extent;
    return { by, offset: stage.low - min[element]! * by };
  };
}
