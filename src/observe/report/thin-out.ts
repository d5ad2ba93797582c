/** A point of a curve, with the range of the values that it stands for. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

/**
 * At most `maxPoints` points for a curve of any length: neighbours are put together, with their mean, smallest and largest
 * value. `x` is that of the last one. Values that are not finite are left out.
 */
export function thinOut(
  points: readonly (readonly [x: number, y: number])[],
  maxPoints: number,
): CurvePoint[] {
  const finite = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const groupSize = Math.max(1, Math.ceil(finite.length / maxPoints));
  const thinned: CurvePoint[] = [];
  for (let begin = 0; begin < finite.length; begin += groupSize) {
    const group = finite.slice(begin, begin + groupSize);
    const values = group.map(([, y]) => y);
    thinned.push({
      x: group.at(-1)![0],
      y: values.reduce((sum, value) => sum + value, 0) / values.length,
      low: Math.min(...values),
      high: Math.max(...values),
    });
  }
  return thinned;
}
