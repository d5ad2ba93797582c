import { describe, expect, it } from 'vitest';
import { arrays, jsonLines, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING, dataFile } from './data-files.ts';

describe('a missing value', () => {
  it('is null in a list of JSON, and a text there is no number', async () => {
    const lines = '{"a":[1,null],"y":0}\n{"a":["x",2],"y":0}\n{"a":[3,4],"y":0}\n';
    const dataset = jsonLines(dataFile('a.jsonl', lines), { features: 'a', target: 'y' }).clean();
    const { report } = await loadDataset(dataset, ALL_TRAINING);
    expect(report).toMatchObject({ numRowsRead: 3, numRowsDropped: 2 });
    expect(report.notes[0]).toMatch(/Dropped 1 row of 3 rows.*missing.*line 1/);
    expect(report.notes[1]).toMatch(/Dropped 1 row of 3 rows.*not a number.*line 2.*"x"/);
  });

  it('is not an empty list, which is refused', async () => {
    const dataset = jsonLines(dataFile('a.jsonl', '{"a":[],"y":0}\n'), { features: 'a', target: 'y' });
    await expect(loadDataset(dataset, ALL_TRAINING)).rejects.toMatchObject({
      code: 'DATA_INVALID',
      message: expect.stringContaining('line 1, field "a" is an empty list'),
    });
  });

  it('is an empty name of a class, and never a class of its own', async () => {
    const dataset = arrays({ features: [[1], [2], [3]], target: ['cat', ' ', 'dog'] }).oneHot();
    await expect(loadDataset(dataset, ALL_TRAINING)).rejects.toThrow(/sample 1 is missing/);
    const { classNames, report } = await loadDataset(dataset.clean(), ALL_TRAINING);
    expect(classNames).toEqual(['cat', 'dog']);
    expect(report.numRowsDropped).toBe(1);
  });
});
