import { describe, expect, it } from 'vitest';
import { arrays, csv, type Dataset, idx, loadDataset, npy } from '../../../src/data/index.ts';
import { ALL_TRAINING, dataFile, idxBytes, npyBytes } from './data-files.ts';

const target = [0, 0, 0];
const SECONDS = [1_700_000_001, 1_700_000_002, 1_700_000_003];

async function inputOf(dataset: Dataset) {
  const { training } = await loadDataset(dataset.shuffle(false), ALL_TRAINING);
  return training.inputs[0]!;
}

describe('arithmetic on inputs', () => {
  const sources: [string, () => Dataset][] = [
    ['nested arrays', () => arrays({ features: SECONDS.map((second) => [second]), target })],
    ['float64 arrays', () => arrays({ features: Float64Array.from(SECONDS), target })],
    [
      'CSV',
      () =>
        csv(dataFile('s.csv', `t,y\n${SECONDS.map((second) => `${second},0`).join('\n')}\n`), {
          features: 't',
          target: 'y',
        }),
    ],
    [
      'float64 NPY',
      () =>
        npy({
          features: dataFile('x.npy', npyBytes('<f8', [3, 1], Float64Array.from(SECONDS))),
          target: dataFile('y.npy', npyBytes('|u1', [3], Uint8Array.from(target))),
        }),
    ],
  ];

  it.each(sources)('keeps small differences of large numbers in %s', async (_, describeIt) => {
    const { data } = await inputOf(describeIt().minMax());
    expect(Array.from(data, (value) => Math.round(value * 1e6) / 1e6)).toEqual([0, 0.5, 1]);
  });

  it('keeps the bits of float32 inputs that nothing happens to', async () => {
    const features = Float32Array.of(-0, 1e-45, 3.4e38);
    const { data } = await inputOf(arrays({ features, target }));
    expect(new Uint8Array(data.buffer)).toEqual(new Uint8Array(features.buffer));
  });

  it('keeps bytes as bytes until a stage changes them', async () => {
    const source = idx({
      features: dataFile('x', idxBytes([3, 1], [0, 51, 255])),
      target: dataFile('y', idxBytes([3], target)),
    });
    expect(await inputOf(source)).toMatchObject({ dtype: 'uint8', data: Uint8Array.of(0, 51, 255) });
    expect(await inputOf(source.scale({ by: 1 / 255 }))).toMatchObject({
      dtype: 'float32',
      data: Float32Array.of(0, 0.2, 1),
    });
  });

  it('refuses a result beyond float32, and says which sample it is', async () => {
    const loading = inputOf(arrays({ features: [[0], [7], [0]], target }).scale({ by: 1e300 }));
    await expect(loading).rejects.toMatchObject({
      code: 'DATA_INVALID',
      message: expect.stringMatching(/sample 1.*"input" leaves the range of float32/),
    });
  });

  it('refuses numbers that float32 cannot hold as no numbers', async () => {
    const loading = inputOf(arrays({ features: Float64Array.of(1, 1e39, 2), target }));
    await expect(loading).rejects.toThrow(/sample 1.*"1e\+39"/);
  });

  it('takes integers of 64 bits', async () => {
    const features = BigInt64Array.of(1n, 2n, 3n) as never;
    expect((await inputOf(arrays({ features, target }))).data).toEqual(Float32Array.of(1, 2, 3));
  });
});
