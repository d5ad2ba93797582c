import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundAxis, tightAxis } from '../../../../src/observe/report/axis.ts';

test.each([
  [
    [0.13, 0.98],
    [0, 0.2, 0.4, 0.6, 0.8, 1],
  ],
  [
    [0, 2.3],
    [0, 0.5, 1, 1.5, 2, 2.5],
  ],
  [
    [0, 4_870],
    [0, 1_000, 2_000, 3_000, 4_000, 5_000],
  ],
  [
    [-3, 7],
    [-4, -2, 0, 2, 4, 6, 8],
  ],
])('%j is shown from %j', (values, ticks) => {
  expect(roundAxis(values, 5).ticks).toEqual(ticks);
});

test('a single value, zero alone and no value at all get a range', () => {
  expect(roundAxis([5, 5], 5)).toMatchObject({ min: 0, max: 10 });
  expect(roundAxis([-5], 5)).toMatchObject({ min: -10, max: 0 });
  expect(roundAxis([0], 5)).toMatchObject({ min: 0, max: 1 });
  expect(roundAxis([], 5)).toMatchObject({ min: 0, max: 1 });
});

test('a tight axis ends with its values', () => {
  expect(tightAxis([1, 470], 6)).toEqual({ min: 1, max: 470, ticks: [100, 200, 300, 400] });
});

test('every value lies on its axis, and ticks are few and rise', () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, (all) => {
      const { min, max, ticks } = roundAxis(all, 5);
      const tolerance = (max - min) * 1e-6;
      expect(Math.min(...all)).toBeGreaterThanOrEqual(min - tolerance);
      expect(Math.max(...all)).toBeLessThanOrEqual(max + tolerance);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
