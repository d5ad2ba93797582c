import type { RawNumbers } from './numeric-array.ts';

/** For each element of a sample, what its values are over some rows; all in float64. */
export interface ElementStatistics {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly mean: Float64Array;
  /** Of the population; exactly 0 where the element never varies. */
  readonly variance: Float64Array;
}

/** Measures the elements over rows of a row-major array; NaN counts as the element's `fill` value. */
export function measureElements(
  values: RawNumbers,
  rows: Int32Array,
  fill: readonly number[] | null,
  numElements: number,
): ElementStatistics {
  const min = new Float64Array(numElements).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(numElements).fill(Number.NEGATIVE_INFINITY);
  const mean = new Float64Array(numElements);
  const variance = new Float64Array(numElements);
  for (const row of rows) {
    for (let e = 0, i = row * numElements; e < numElements; e++, i++) {
      const value = filled(values[i]!, e, fill);
      if (value < min[e]!) min[e] = value;
      if (value > max[e]!) max[e] = value;
      mean[e]! += value;
    }
  }
  for (let e = 0; e < numElements; e++) mean[e]! /= rows.length;
  for (const row of rows) {
    for (let e = 0, i = row * numElements; e < numElements; e++, i++)
      variance[e]! += (filled(values[i]!, e, fill) - mean[e]!) ** 2;
  }
  for (let e = 0; e < numElements; e++) {
    if (min[e] === max[e]) mean[e] = min[e]!;
    variance[e] = min[e] === max[e] ? 0 : variance[e]! / rows.length;
  }
  return { min, max, mean, variance };
}

/** The statistics of `value * factor + offset`. */
export function transformStatistics(
  { min, max, mean, variance }: ElementStatistics,
  factor: Float64Array,
  offset: Float64Array,
): ElementStatistics {
  const map = (of: Float64Array) => of.map((value, e) => value * factor[e]! + offset[e]!);
  const [ends, otherEnds] = [map(min), map(max)];
  return {
    min: ends.map((end, e) => Math.min(end, otherEnds[e]!)),
    max: ends.map((end, e) => Math.max(end, otherEnds[e]!)),
    mean: map(mean),
    variance: variance.map((value, e) => value * factor[e]! ** 2),
  };
}

/** The statistics of all elements together, repeated for each of them. */
export function poolStatistics({ min, max, mean, variance }: ElementStatistics): ElementStatistics {
  const numElements = mean.length;
  const average = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / numElements;
  const pooledMean = average(mean);
  const between = average(mean.map((value) => (value - pooledMean) ** 2));
  const lowest = min.reduce((a, b) => Math.min(a, b));
  const highest = max.reduce((a, b) => Math.max(a, b));
  const repeat = (value: number) => new Float64Array(numElements).fill(value);
  return {
    min: repeat(lowest),
    max: repeat(highest),
    mean: repeat(pooledMean),
    variance: repeat(lowest === highest ? 0 : average(variance) + between),
  };
}

function filled(value: number, element: number, fill: readonly number[] | null): number {
  return fill !== null && Number.isNaN(value) ? fill[element]! : value;
}
