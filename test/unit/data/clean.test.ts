import { describe, expect, it } from 'vitest';
import { csv, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING, dataFile } from './data-files.ts';

const TEXT = 'a,b,y\n1,10,0\n?,20,1\n3,x,0\n5,40,\n7,NA,1\n';
const dataset = () => csv(dataFile('gaps.csv', TEXT), { features: ['a', 'b'], target: 'y' }).shuffle(false);

describe('clean', () => {
  it('drops rows with a missing or non-numeric value, counts them and says why', async () => {
    const { training, report } = await loadDataset(dataset().clean(), ALL_TRAINING);
    expect([...training.sourceRows]).toEqual([0]);
    expect(report).toMatchObject({ numRowsRead: 5, numRowsDropped: 4, numValuesFilled: 0 });
    expect(report.notes).toEqual([
      expect.stringMatching(
        /^Dropped 3 rows of 5 rows of .*missing value; first: .*line 3, column 0 \("a"\) is missing \("\?"\)\.$/,
      ),
      expect.stringMatching(
        /^Dropped 1 row of 5 rows .*not a number; first: .*line 4, column 1 \("b"\) is "x"\.$/,
      ),
    ]);
  });

  it('fills with the mean of what is there, but never a target', async () => {
    const cleaned = dataset().clean({ missing: 'fill', nonNumeric: 'fill' });
    const { training, report } = await loadDataset(cleaned, ALL_TRAINING);
    const meanOfA = Math.fround((1 + 3 + 7) / 3);
    expect([...training.sourceRows]).toEqual([0, 1, 2, 4]);
    expect([...training.inputs[0]!.data]).toEqual([1, 10, meanOfA, 20, 3, 15, 7, 15]);
    expect(report).toMatchObject({ numRowsDropped: 1, numValuesFilled: 3 });
  });

  it('fills with a number', async () => {
    const cleaned = dataset().clean({ missing: 'fill', nonNumeric: 'drop', fillWith: -1 });
    const { training } = await loadDataset(cleaned, ALL_TRAINING);
    expect([...training.inputs[0]!.data]).toEqual([1, 10, -1, 20, 7, -1]);
  });

  it('fits the mean on the training split only', async () => {
    const text = 'a,y\n1,0\n,0\n3,0\n100,0\n';
    const gaps = csv(dataFile('mean.csv', text), { features: 'a', target: 'y' });
    const { training } = await loadDataset(
      gaps.shuffle(false).clean({ missing: 'fill' }).split({ test: 0.25 }),
      ALL_TRAINING,
    );
    expect([...training.inputs[0]!.data]).toEqual([1, 2, 3]);
  });

  it('refuses what its rule refuses, and a dataset of which nothing is left', async () => {
    const strict = dataset().clean({ missing: 'error', nonNumeric: 'drop' });
    await expect(loadDataset(strict, ALL_TRAINING)).rejects.toThrow(/line 3, column 0 \("a"\) is missing/);
    const empty = csv(dataFile('empty.csv', 'a,y\n,1\nx,1\n'), { features: 'a', target: 'y' }).clean();
    await expect(loadDataset(empty, ALL_TRAINING)).rejects.toThrow(/no usable rows: cleaning dropped all 2/);
  });
});
