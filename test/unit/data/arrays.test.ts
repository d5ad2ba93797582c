import { describe, expect, it } from 'vitest';
import { arrays, gatherBatch, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING } from './data-files.ts';

describe('arrays', () => {
  it('takes typed arrays, shaped arrays, nested lists and names of classes', async () => {
    const dataset = arrays({
      features: {
        nested: [
          [[1], [2]],
          [[3], [4]],
        ],
        shaped: { shape: [2, 2], data: Uint8Array.of(5, 6, 7, 8) },
        rows: [Float64Array.of(9, 10), Float64Array.of(11, 12)],
      },
      target: { value: Float32Array.of(0.5, 1.5), kind: ['yes', 'no'] },
    }).shuffle(false);
    const { training } = await loadDataset(dataset.classIndices({ target: 'kind' }), ALL_TRAINING);
    expect(training.inputs.map(({ shape, dtype, data }) => [shape, dtype, [...data]])).toEqual([
      [[2, 2, 1], 'float32', [1, 2, 3, 4]],
      [[2, 2], 'uint8', [5, 6, 7, 8]],
      [[2, 2], 'float32', [9, 10, 11, 12]],
    ]);
    expect(training.targets.map(({ shape, data }) => [shape, [...data]])).toEqual([
      [[2], [0.5, 1.5]],
      [[2], [1, 0]],
    ]);
  });

  it('leaves the arrays of the program as they are', async () => {
    const data = Float32Array.of(1, Number.POSITIVE_INFINITY);
    const dataset = arrays({ features: { shape: [2, 1], data }, target: [0, 1] })
      .clean()
      .scale({ by: 2 });
    await loadDataset(dataset, ALL_TRAINING);
    expect([...data]).toEqual([1, Number.POSITIVE_INFINITY]);
  });

  it('refuses lists of unequal lengths, shapes that do not fit, and numbers of samples that differ', async () => {
    const load = (features: Parameters<typeof arrays>[0]['features'], target = [0, 1]) =>
      loadDataset(arrays({ features, target }), ALL_TRAINING);
    await expect(load([[1, 2], [3]])).rejects.toThrow(/"input" has the shape \[2, 2\].*list at \[1\]/);
    await expect(load({ shape: [2, 2], data: [1] })).rejects.toThrow(
      /has 1 values, but its shape \[2, 2\] needs 4/,
    );
    await expect(load([1, 2, 3])).rejects.toThrow(/\("target"\) has 2 samples, but array "input" has 3/);
    await expect(load([])).rejects.toThrow(/is empty/);
    await expect(load([1, Number.NaN])).rejects.toThrow(/array "input" sample 1, "input" is missing/);
  });
});

describe('gatherBatch', () => {
  it('copies samples in the order of the indices', async () => {
    const { training } = await loadDataset(
      arrays({
        features: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        target: [7, 8, 9],
      }).shuffle(false),
      ALL_TRAINING,
    );
    const batch = gatherBatch(training, [2, 0, 2]);
    expect(batch).toEqual({
      size: 3,
      inputs: [{ shape: [3, 2], dtype: 'float32', data: Float32Array.of(5, 6, 1, 2, 5, 6) }],
      targets: [{ shape: [3], dtype: 'float32', data: Float32Array.of(9, 7, 9) }],
    });
    batch.inputs[0]!.data.fill(0);
    expect([...training.inputs[0]!.data]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(() => gatherBatch(training, [3])).toThrow(/sample 3 of 3/);
  });
});
