import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrays, type Dataset, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING } from './data-files.ts';

const number = fc.float({ min: -1000, max: 1000, noNaN: true });
const table = fc.integer({ min: 1, max: 4 }).chain((numElements) =>
  fc.array(fc.array(number, { minLength: numElements, maxLength: numElements }), {
    minLength: 2,
    maxLength: 20,
  }),
);

const prepare = async (rows: number[][], stages: (dataset: Dataset) => Dataset) => {
  const dataset = arrays({ features: rows, target: rows.map(() => 0) }).shuffle(false);
  const { training } = await loadDataset(stages(dataset), ALL_TRAINING);
  const width = rows[0]!.length;
  return {
    flat: [...training.inputs[0]!.data],
    column: (e: number) => columnOf(training.inputs[0]!.data, width, e),
  };
};
const columnOf = (data: ArrayLike<number>, width: number, element: number) =>
  Array.from(data).filter((_, i) => i % width === element);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const varies = (values: readonly number[]) => Math.max(...values) - Math.min(...values) > 0.01;

describe('fitted arithmetic', () => {
  it('standard gives each element mean 0 and deviation 1, and leaves a constant one at 0', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { column } = await prepare(rows, (dataset) => dataset.standard());
        for (const element of rows[0]!.keys()) {
          const before = rows.map((row) => row[element]!);
          if (new Set(before).size === 1) expect(column(element).every((value) => value === 0)).toBe(true);
          if (!varies(before)) continue;
          expect(mean(column(element))).toBeCloseTo(0, 3);
          expect(deviation(column(element))).toBeCloseTo(1, 3);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('minMax maps the range of each element to low..high', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { column } = await prepare(rows, (dataset) => dataset.minMax({ low: -1, high: 3 }));
        for (const element of rows[0]!.keys()) {
          if (!varies(rows.map((row) => row[element]!))) continue;
          expect(Math.min(...column(element))).toBeCloseTo(-1, 3);
          expect(Math.max(...column(element))).toBeCloseTo(3, 3);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same whether stages are composed or not: scaling first changes no fitted result', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        if (!varies(rows.flat())) return;
        for (const per of ['element', 'all'] as const) {
          const plain = await prepare(rows, (dataset) => dataset.minMax({ per }));
          const scaled = await prepare(rows, (dataset) =>
            dataset.scale({ by: -4, offset: 3 }).minMax({ per }),
          );
          for (const [i, value] of plain.flat.entries()) {
            const flipped = varies(rows.map((row) => row[i % row.length]!)) || per === 'all';
            if (flipped) expect(scaled.flat[i]).toBeCloseTo(1 - value, 3);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('per all uses one mean and deviation for the whole input', async () => {
    const rows = [
      [1, 5],
      [2, 8],
    ];
    const { flat } = await prepare(rows, (dataset) => dataset.standard({ per: 'all' }));
    const expected = rows.flat().map((value) => (value - 4) / deviation(rows.flat()));
    for (const [i, value] of expected.entries()) expect(flat[i]).toBeCloseTo(value, 6);
  });

  it('is fitted on the training split only', async () => {
    const rows = [[0], [10], [1000], [5]];
    const dataset = arrays({ features: rows, target: [0, 0, 0, 0] })
      .shuffle(false)
      .minMax()
      .split({ test: 0.25 });
    const { training, validation, test } = await loadDataset(dataset, { seed: 0, validationSplit: 1 / 3 });
    expect([training, validation!, test!].map(({ inputs }) => [...inputs[0]!.data])).toEqual([
      [0, 1],
      [100],
      [0.5],
    ]);
  });

  it('applies to the named input only', async () => {
    const dataset = arrays({ features: { a: [1, 2], b: [1, 2] }, target: [0, 0] }).shuffle(false);
    const { training } = await loadDataset(dataset.scale({ by: 10, input: 'b' }), ALL_TRAINING);
    expect(training.inputs.map(({ data }) => [...data])).toEqual([
      [1, 2],
      [10, 20],
    ]);
  });
});
