/** A range of values and the round ones among them that are worth a label. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Smaller values are drawn as zero. */
const TINY = 1e-30;

/** Values that differ by less than this share of them are drawn as equal: doubles hold no round ticks between them. */
const SAME = 1e-9;

/**
 * An axis that starts and ends at round values: multiples of 1, 2 or 5 times a power of ten, about `numTicks` of them.
 * Equal or missing values get a range around them.
 */
export function roundAxis(values: readonly number[], numTicks: number): Axis {
  const { low, high } = spanOf(values);
  const step = roundStep((high - low) / numTicks);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = multiples(first, last, step);
  return { min: ticks[0]!, max: ticks.at(-1)!, ticks };
}

/** An axis that ends exactly with the values, with round ticks inside. */
export function tightAxis(values: readonly number[], numTicks: number): Axis {
  const { low, high } = spanOf(values);
  const step = roundStep((high - low) / numTicks);
  return { min: low, max: high, ticks: multiples(Math.ceil(low / step), Math.floor(high / step), step) };
}

function spanOf(values: readonly number[]): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (low > high || size < TINY) return { low: 0, high: 1 };
  if (high - low > size * SAME) return { low, high };
  return { low: Math.min(0, low * 2), high: Math.max(0, low * 2) };
}

function roundStep(roughStep: number): number {
  const power = 10 ** Math.floor(Math.log10(roughStep));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= roughStep * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function multiples(first: number, last: number, step: number): number[] {
  const numDecimals = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from(
    { length: last - first + 1 },
    (_, index) => Number(((first + index) * step).toFixed(numDecimals)) + 0,
  );
}
