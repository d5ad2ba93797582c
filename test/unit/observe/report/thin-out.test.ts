import { expect, test } from 'vitest';
import { thinOut } from '../../../../src/observe/report/thin-out.ts';

test('few points stay as they are', () => {
  expect(thinOut([[1, 5]], 10)).toEqual([{ x: 1, y: 5, low: 5, high: 5 }]);
});

test('neighbours are put together with mean and range, and the last step stays the last', () => {
  const points = [4, 2, 9, 5, 7].map((y, index) => [index + 1, y] as const);
  expect(thinOut(points, 3)).toEqual([
    { x: 2, y: 3, low: 2, high: 4 },
    { x: 4, y: 7, low: 5, high: 9 },
    { x: 5, y: 7, low: 7, high: 7 },
  ]);
});

test('a long curve gets short, and values that are no numbers leave a gap', () => {
  const points = Array.from({ length: 100_000 }, (_, x) => [x, x === 7 ? Number.NaN : 1] as const);
  const thinned = thinOut(points, 160);
  expect(thinned.length).toBeLessThanOrEqual(160);
  expect(thinned.every(({ y }) => y === 1)).toBe(true);
});
