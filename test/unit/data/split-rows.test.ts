import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows } from '../../../src/data/split-rows.ts';

const rowsOf = (numRows: number) => Int32Array.from({ length: numRows }, (_, i) => 3 * i);

describe('splitRows', () => {
  it('gives every row to exactly one split, in parts of the sizes asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 300 }),
        fc.constantFrom(0, 0.1, 0.25, 0.5),
        fc.constantFrom(0, 0.2, 0.5),
        fc.nat(),
        fc.boolean(),
        (numRows, testFraction, validationSplit, seed, isShuffled) => {
          const options = { seed, isShuffled, testFraction, validationSplit };
          const { training, validation, test } = splitRows(rowsOf(numRows), options, 'x.csv');
          const all = [...training, ...(validation ?? []), ...(test ?? [])];
          const numTest = Math.round(numRows * testFraction);
          expect(test?.length ?? 0).toBe(numTest);
          expect(validation?.length ?? 0).toBe(Math.round((numRows - numTest) * validationSplit));
          expect(isShuffled ? all.toSorted((a, b) => a - b) : all).toEqual([...rowsOf(numRows)]);
        },
      ),
    );
  });

  it('holds out the same test rows whatever the validation split', () => {
    const split = (validationSplit: number) =>
      splitRows(rowsOf(100), { seed: 7, isShuffled: true, testFraction: 0.2, validationSplit }, 'x.csv');
    expect(split(0.5).test).toEqual(split(0).test);
  });

  it('refuses a split that leaves nothing', () => {
    const split = (testFraction: number, validationSplit: number) =>
      splitRows(rowsOf(2), { seed: 0, isShuffled: true, testFraction, validationSplit }, 'x.csv');
    expect(() => split(0.1, 0)).toThrow(
      /split\(\{ test \}\) of 0\.1 takes 0 of 2 rows of x\.csv.*nothing to hold out/,
    );
    expect(() => split(0.9, 0)).toThrow(/takes 2 of 2 rows.*nothing to train on/);
    expect(() => split(0.5, 0.5)).toThrow(/validationSplit of 0\.5 takes 1 of 1 rows/);
  });
});
