import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrays, csv, type Dataset, loadDataset, loadInputs } from '../../src/data/index.ts';
import { dataFile } from '../unit/data/data-files.ts';

const CLASSES = ['cat', 'dog', 'eel'];
const fraction = fc.double({ min: 0.2, max: 0.6, noNaN: true });
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const number = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000);
const rows = (min: number) =>
  fc.array(fc.tuple(number, number, fc.constantFrom(...CLASSES)), { minLength: min, maxLength: 40 });

const stages: fc.Arbitrary<(dataset: Dataset) => Dataset> = fc.constantFrom(
  (dataset) => dataset,
  (dataset) => dataset.minMax(),
  (dataset) => dataset.standard({ per: 'all' }),
  (dataset) => dataset.scale({ by: -0.5, offset: 3 }).standard(),
  (dataset) => dataset.standard().minMax({ low: -1, high: 1 }).reshape([2, 1]),
);

describe('the splits of a dataset', () => {
  it('hold every row once, and the same test rows whatever is held out for validation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 8, max: 200 }),
        fraction,
        fraction,
        seed,
        async (n, test, held, seed) => {
          const features = Array.from({ length: n }, (_, row) => [row]);
          const dataset = arrays({ features, target: features.map(([row]) => -row!) }).split({ test });
          const loaded = await loadDataset(dataset, { seed, validationSplit: held });
          const parts = [loaded.training, loaded.validation!, loaded.test!];
          const used = parts.flatMap((part) => [...part.sourceRows]).sort((a, b) => a - b);
          expect(used).toEqual(features.map(([row]) => row));
          for (const part of parts) {
            expect([...part.inputs[0]!.data]).toEqual([...part.sourceRows]);
            expect([...part.targets[0]!.data].map((value) => -value)).toEqual([...part.sourceRows]);
          }
          const other = await loadDataset(dataset, { seed, validationSplit: 0 });
          expect(other.test).toEqual(loaded.test);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('fitted preprocessing', () => {
  it('gives the training samples again, bit for bit, after a trip through JSON', async () => {
    await fc.assert(
      fc.asyncProperty(rows(3), stages, seed, async (samples, prepare, seed) => {
        const lines = samples.map(([a, b, label]) => `${a},${label},${b}`);
        const file = dataFile('x.csv', `a,label,b\n${lines.join('\n')}\n`);
        const dataset = prepare(
          csv(file, { features: ['b', 'a'], target: 'label' }).oneHot({ classes: CLASSES }),
        );
        const { training, preprocessing } = await loadDataset(dataset, { seed, validationSplit: 0.3 });
        const bare = dataFile('y.csv', `a,b\n${samples.map(([a, b]) => `${a},${b}`).join('\n')}\n`);
        for (const path of [file, bare]) {
          const again = await loadInputs(JSON.parse(JSON.stringify(preprocessing)), path);
          const bits = (data: Float32Array) => new Uint32Array(data.buffer, data.byteOffset, data.length);
          const all = bits(again.inputs[0]!.data as Float32Array);
          const trained = bits(training.inputs[0]!.data as Float32Array);
          const expected = [...training.sourceRows].flatMap((row) => [all[2 * row]!, all[2 * row + 1]!]);
          expect([...trained]).toEqual(expected);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('depends on the training rows alone', async () => {
    await fc.assert(
      fc.asyncProperty(rows(8), stages, seed, async (samples, prepare, seed) => {
        const load = (features: number[][]) =>
          loadDataset(prepare(arrays({ features, target: features.map(() => 0) }).split({ test: 0.3 })), {
            seed,
            validationSplit: 0,
          });
        const features = samples.map(([a, b]) => [a, b]);
        const first = await load(features);
        for (const row of first.test!.sourceRows) features[row] = [12_345, -12_345];
        const second = await load(features);
        expect(second.preprocessing).toEqual(first.preprocessing);
        expect(second.training).toEqual(first.training);
      }),
      { numRuns: 50 },
    );
  });
});
