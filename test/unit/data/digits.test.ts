import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csv, gatherBatch, loadDataset, loadInputs, range } from '../../../src/data/index.ts';
import { dataFile } from './data-files.ts';

const FILE = 'examples/digits/digits.csv.gz';
const rows = gunzipSync(readFileSync(FILE))
  .toString()
  .trim()
  .split('\n')
  .map((line) => line.split(',').map(Number));

const digits = csv(FILE, { header: false, features: range(0, 64), target: 64 })
  .clean({ missing: 'drop', nonNumeric: 'drop' })
  .scale({ by: 1 / 16 })
  .reshape([8, 8])
  .oneHot({ numClasses: 10 })
  .split({ test: 0.2 });

describe('the handwritten digits', () => {
  it('are the file that their attribution names', () => {
    const sha = createHash('sha256').update(readFileSync(FILE)).digest('hex');
    expect(readFileSync('examples/digits/DATA.md', 'utf8')).toContain(sha);
  });

  it('become pictures and one-hot rows, every row in exactly one split', async () => {
    const { training, validation, test, classNames, report } = await loadDataset(digits, {
      seed: 1,
      validationSplit: 0.1,
    });
    expect([training.numSamples, validation!.numSamples, test!.numSamples]).toEqual([1294, 144, 359]);
    expect(classNames).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(report).toEqual({ numRowsRead: 1797, numRowsDropped: 0, numValuesFilled: 0, notes: [] });
    const seen = [training, validation!, test!].flatMap(({ sourceRows }) => [...sourceRows]);
    expect(seen.toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
    for (const split of [training, validation!, test!]) {
      expect(split.inputs[0]!.shape).toEqual([split.numSamples, 8, 8]);
      expect(split.targets[0]!.shape).toEqual([split.numSamples, 10]);
      for (const [sample, row] of split.sourceRows.entries()) {
        const [pixels, label] = [rows[row]!.slice(0, 64), rows[row]![64]!];
        const batch = gatherBatch(split, [sample]);
        expect(Array.from(batch.inputs[0]!.data)).toEqual(pixels.map((pixel) => pixel / 16));
        expect(Array.from(batch.targets[0]!.data)).toEqual(range(0, 10).map((c) => Number(c === label)));
      }
    }
  });

  it('are the same bytes for the same seed, and others for another', async () => {
    const load = (seed: number) => loadDataset(digits, { seed, validationSplit: 0.1 });
    const [first, again, other] = [await load(1), await load(1), await load(2)];
    expect(again.fingerprint).toBe(first.fingerprint);
    expect(other.fingerprint).not.toBe(first.fingerprint);
    expect(again.training.inputs[0]!.data).toEqual(first.training.inputs[0]!.data);
  });

  it('are prepared alike for prediction, with the label in the file or without', async () => {
    const { test, preprocessing, classNames } = await loadDataset(digits, { seed: 1, validationSplit: 0 });
    const kept: unknown = JSON.parse(JSON.stringify(preprocessing));
    const picked = [...test!.sourceRows].map((row) => rows[row]!);
    for (const [name, lines] of [
      ['with.csv', picked],
      ['without.csv', picked.map((row) => row.slice(0, 64))],
    ] as const) {
      const loaded = await loadInputs(kept, dataFile(name, lines.join('\n')));
      expect(loaded).toEqual({ numSamples: 359, inputs: test!.inputs, classNames });
    }
  });
});
