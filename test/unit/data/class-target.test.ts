import { describe, expect, it } from 'vitest';
import { csv, type Dataset, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING, dataFile } from './data-files.ts';

const labelled = (...labels: readonly (string | number)[]): Dataset =>
  csv(dataFile('labels.csv', labels.map((label) => `1,${label}`).join('\n')), {
    header: false,
    features: 0,
    target: 1,
  });

const load = async (dataset: Dataset) => {
  const { training, classNames, report } = await loadDataset(dataset.shuffle(false), ALL_TRAINING);
  const { shape, dtype, data } = training.targets[0]!;
  return { shape, dtype, data: [...data], classNames, report };
};

describe('targets', () => {
  it('are values without a stage that says otherwise', async () => {
    expect(await load(labelled(0.5, -2))).toMatchObject({
      shape: [2],
      dtype: 'float32',
      data: [0.5, -2],
      classNames: null,
    });
    await expect(load(labelled('cat', 'dog'))).rejects.toThrow(
      /line 1, the target "target" is "cat".*\.oneHot\(\)/,
    );
  });

  it('become one-hot rows', async () => {
    expect(await load(labelled(2, 0).oneHot({ numClasses: 3 }))).toMatchObject({
      shape: [2, 3],
      dtype: 'float32',
      data: [0, 0, 1, 1, 0, 0],
      classNames: ['0', '1', '2'],
    });
  });

  it('become class numbers, as many as the greatest label says', async () => {
    expect(await load(labelled(2, 0).classIndices())).toMatchObject({
      shape: [2],
      dtype: 'int32',
      data: [2, 0],
      classNames: ['0', '1', '2'],
    });
  });

  it('become 0 and 1, by given names', async () => {
    expect(await load(labelled('yes', 'no').binary({ classes: ['no', 'yes'] }))).toMatchObject({
      shape: [2],
      dtype: 'float32',
      data: [1, 0],
      classNames: ['no', 'yes'],
    });
  });

  it('take the order of a given list, by name or by position', async () => {
    const classes = ['dog', 'cat', 'cow'];
    expect(await load(labelled('cat', 'dog').classIndices({ classes }))).toMatchObject({ data: [1, 0] });
    expect(await load(labelled(2, 1).classIndices({ classes }))).toMatchObject({
      data: [2, 1],
      classNames: classes,
    });
    expect(await load(labelled(7, 5).classIndices({ classes: ['5', '7'] }))).toMatchObject({ data: [1, 0] });
  });

  it.each([
    ['10 of 10 classes', 10],
    ['a negative number', -1],
    ['a fraction', 1.5],
  ])('refuse %s with the line', async (_, label) => {
    await expect(load(labelled(0, label).oneHot({ numClasses: 10 }))).rejects.toMatchObject({
      code: 'DATA_INVALID',
      message: expect.stringMatching(
        new RegExp(
          `labels\\.csv line 2: the label of "target" is ${label}, but classes are the integers 0 to 9`,
        ),
      ),
    });
  });

  it('refuse names that are not in the list, and a number of names that is not numClasses', async () => {
    await expect(load(labelled('cat', 'cod').oneHot({ classes: ['cat', 'dog'] }))).rejects.toThrow(
      /line 2: the label of "target" is "cod", which is none of the 2 classes "cat", "dog"/,
    );
    await expect(load(labelled('a', 'b').oneHot({ numClasses: 3 }))).rejects.toThrow(
      /2 different labels \("a", "b"\), but oneHot needs 3/,
    );
  });

  it('count a name among numbers as a value that is no number', async () => {
    await expect(load(labelled(1, 'x', 0).classIndices())).rejects.toThrow(
      /line 2, the label of "target" is "x"/,
    );
    const { data, report } = await load(labelled(1, 'x', 0).classIndices().clean());
    expect([data, report.numRowsDropped]).toEqual([[1, 0], 1]);
  });

  it('of a test source have the classes of the training source', async () => {
    const test = labelled('cat', 'cat');
    const dataset = labelled('dog', 'cat').classIndices().withTest(test);
    const loaded = await loadDataset(dataset, ALL_TRAINING);
    expect([...loaded.test!.targets[0]!.data]).toEqual([0, 0]);
    expect(loaded.training.numSamples).toBe(2);
    const unknown = labelled('dog', 'cat').classIndices().withTest(labelled('eel', 'cat'));
    await expect(load(unknown)).rejects.toThrow(/is "eel", which is none of the 2 classes/);
    const wider = csv(dataFile('wide.csv', '1,2,cat'), { header: false, features: [0, 1], target: 2 });
    await expect(load(labelled('dog', 'cat').classIndices().withTest(wider))).rejects.toThrow(
      /wide\.csv has "input" \[2\], "target" \[\], but .*labels\.csv has "input" \[1\], "target" \[\]/,
    );
  });
});

describe('stages', () => {
  it('are refused where they contradict each other or the data', async () => {
    expect(() => labelled(1).oneHot({ numClasses: 1 })).toThrow(/at least 2/);
    expect(() => labelled(1).oneHot({ numClasses: 3, classes: ['a', 'b'] })).toThrow(
      /2 names, but numClasses is 3/,
    );
    expect(() => labelled(1).split({ test: 1 })).toThrow(/test is 1/);
    expect(() => labelled(1).scale({ by: Number.NaN })).toThrow(/by is NaN/);
    expect(() => labelled(1).clean({ missing: 'skip' as 'drop' })).toThrow(/"drop", "fill", "error"/);
    expect(() => labelled(1).withTest(labelled(1).clean())).toThrow(/its own clean\(\)/);
    await expect(load(labelled(1).oneHot().classIndices())).rejects.toThrow(
      /how "target" is written 2 times/,
    );
    await expect(load(labelled(1).scale({ by: 2, input: 'x' }))).rejects.toThrow(/no input "x".*"input"/);
    await expect(load(labelled(1).reshape([2]))).rejects.toThrow(
      /"input" has 1 values per sample, but \[2\] has 2/,
    );
    await expect(load(labelled(1, 2).split({ test: 0.5 }).withTest(labelled(1)))).rejects.toThrow(/keep one/);
  });
});
