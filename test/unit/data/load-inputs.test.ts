import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { arrays, csv, idx, jsonLines, loadDataset, loadInputs, npz } from '../../../src/data/index.ts';
import { ALL_TRAINING, dataFile, idxBytes, npyBytes } from './data-files.ts';

const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const valuesOf = (loaded: Awaited<ReturnType<typeof loadInputs>>) =>
  loaded.inputs.map(({ data }) => [...data]);

describe('loadInputs', () => {
  it('repeats what was fitted, on each format', async () => {
    const pixels = { shape: [2, 2, 2], data: Uint8Array.of(0, 0, 0, 0, 10, 20, 40, 80) };
    const dataset = arrays({ features: pixels, target: ['a', 'b'] })
      .minMax()
      .reshape([2, 2, 1])
      .oneHot();
    const { preprocessing } = await loadDataset(dataset, ALL_TRAINING);
    const elements = Float32Array.of(5, 5, 10, 20);
    const files = [
      dataFile('new.csv', '5,5,10,20\n'),
      dataFile('new.jsonl', '{"input":[[5,5],[10,20]]}'),
      dataFile('new.npy', npyBytes('<f4', [1, 2, 2], elements)),
      dataFile('new.npz', zipSync({ 'input.npy': npyBytes('<f4', [1, 4], elements) })),
      dataFile('new-idx3-ubyte', idxBytes([1, 2, 2], [...elements])),
    ];
    for (const file of files) {
      const loaded = await loadInputs(toJson(preprocessing), file);
      expect(loaded).toMatchObject({
        numSamples: 1,
        inputs: [{ shape: [1, 2, 2, 1] }],
        classNames: ['a', 'b'],
      });
      expect(valuesOf(loaded)).toEqual([[0.5, 0.25, 0.25, 0.25]]);
    }
  });

  it('finds CSV columns by name, or by position with the target left out', async () => {
    const named = csv(dataFile('t.csv', 'y,a,b\n0,1,2\n1,3,4\n'), { features: ['b', 'a'], target: 'y' });
    const byName = await loadDataset(named, ALL_TRAINING);
    const anyOrder = dataFile('n.csv', 'a,more,b\n5,0,6\n');
    expect(valuesOf(await loadInputs(byName.preprocessing, anyOrder))).toEqual([[6, 5]]);

    const placed = csv(dataFile('t.csv', '0,1,2\n1,3,4\n'), { header: false, features: [2, 1], target: 0 });
    const byPosition = await loadDataset(placed, ALL_TRAINING);
    const predict = (text: string) => loadInputs(toJson(byPosition.preprocessing), dataFile('n.csv', text));
    expect(valuesOf(await predict('9,5,6\n'))).toEqual([[6, 5]]);
    expect(valuesOf(await predict('5,6\n'))).toEqual([[6, 5]]);
    await expect(predict('5\n')).rejects.toThrow(/has 1 columns, but the training file had 3 \(2 without/);
  });

  it('repeats the fields and arrays of training', async () => {
    const lines = dataFile('t.jsonl', '{"a":1,"b":[2,3],"y":0}\n{"a":4,"b":[5,6],"y":1}');
    const fields = await loadDataset(jsonLines(lines, { features: ['b', 'a'], target: 'y' }), ALL_TRAINING);
    const newLines = dataFile('n.jsonl', '{"a":7,"b":[8,9]}');
    expect(valuesOf(await loadInputs(fields.preprocessing, newLines))).toEqual([[8, 9, 7]]);

    const archive = zipSync({
      'x.npy': npyBytes('|u1', [1, 1], Uint8Array.of(3)),
      'y.npy': npyBytes('|u1', [1], Uint8Array.of(0)),
    });
    const fromNpz = npz(dataFile('t.npz', archive), { features: { pixel: 'x' }, target: 'y' });
    const trained = await loadDataset(fromNpz.scale({ by: 2 }), ALL_TRAINING);
    expect(valuesOf(await loadInputs(trained.preprocessing, dataFile('n.npz', archive)))).toEqual([[6]]);
  });

  it('fills what training filled, and refuses other gaps because predictions keep the order of rows', async () => {
    const text = 'a,y\n1,0\n3,0\n,0\n';
    const load = (missing: 'fill' | 'drop') =>
      loadDataset(
        csv(dataFile('t.csv', text), { features: 'a', target: 'y' }).clean({ missing }),
        ALL_TRAINING,
      );
    const gap = dataFile('n.csv', 'a,b\n,0\n');
    expect(valuesOf(await loadInputs((await load('fill')).preprocessing, gap))).toEqual([[2]]);
    await expect(loadInputs((await load('drop')).preprocessing, gap)).rejects.toThrow(
      /n\.csv line 2, column 0 \("a"\) is missing; a prediction needs every value/,
    );
    const noNumber = dataFile('n.csv', 'a\nx\n');
    await expect(loadInputs((await load('fill')).preprocessing, noNumber)).rejects.toThrow(/is "x"/);
  });

  it('refuses samples of another size, and preprocessing that is not its own', async () => {
    const [features, target] = [dataFile('x', idxBytes([1, 2], [1, 2])), dataFile('y', idxBytes([1], [0]))];
    const { preprocessing } = await loadDataset(idx({ features, target }), ALL_TRAINING);
    const wide = dataFile('n.npy', npyBytes('<f4', [1, 3], Float32Array.of(1, 2, 3)));
    await expect(loadInputs(preprocessing, wide)).rejects.toThrow(
      /shape \[3\] for "input".*trained on \[2\]/,
    );
    const kept = toJson(preprocessing) as Record<string, unknown>;
    const refused = (value: unknown, message: RegExp) =>
      expect(loadInputs(value, features)).rejects.toThrow(message);
    await refused(null, /preprocessing is invalid at its root/);
    await refused({ ...kept, version: 2 }, /invalid at version/);
    await refused({ ...kept, more: 1 }, /Unrecognized key/);
    const input = (kept.inputs as object[])[0]!;
    await refused({ ...kept, inputs: [{ ...input, fill: [1] }] }, /inputs\.0: the lengths do not fit/);
    await refused(
      { ...kept, inputs: [{ ...input, factor: [Number.NaN], offset: [0] }] },
      /inputs\.0\.factor\.0/,
    );
  });
});
