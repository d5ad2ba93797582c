import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jsonLines, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING, dataFile } from './data-files.ts';

const toLines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

describe('jsonLines', () => {
  it('reads nested lists, names of classes, and several fields as one vector', async () => {
    const lines = toLines([
      {
        picture: [
          [1, 2],
          [3, 4],
        ],
        age: 5,
        size: [6, 7],
        kind: 'b',
      },
      {
        picture: [
          [8, 9],
          [10, 11],
        ],
        age: 12,
        size: [13, 14],
        kind: 'a',
        more: {},
      },
    ]);
    const dataset = jsonLines(dataFile('x.jsonl.gz', gzipSync(lines)), {
      features: { picture: 'picture', facts: ['age', 'size'] },
      target: 'kind',
    });
    const { training, classNames } = await loadDataset(dataset.shuffle(false).classIndices(), ALL_TRAINING);
    expect(training.inputs.map(({ shape, data }) => [shape, [...data]])).toEqual([
      [
        [2, 2, 2],
        [1, 2, 3, 4, 8, 9, 10, 11],
      ],
      [
        [2, 3],
        [5, 6, 7, 12, 13, 14],
      ],
    ]);
    expect([...training.targets[0]!.data]).toEqual([1, 0]);
    expect(classNames).toEqual(['a', 'b']);
  });

  it('cleans fields that are missing, null, text, or hold a null, also before their shape is known', async () => {
    const rows = [
      { y: 0 },
      { x: null, y: 0 },
      { x: [1, 2], y: 0 },
      { x: 'no', y: 1 },
      { x: [3, null], y: 1 },
    ];
    const file = dataFile('gaps.jsonl', toLines(rows));
    const dataset = jsonLines(file, { features: 'x', target: 'y' }).shuffle(false);
    const dropped = await loadDataset(dataset.clean(), ALL_TRAINING);
    expect([...dropped.training.sourceRows]).toEqual([2]);
    expect(dropped.report.numRowsDropped).toBe(4);
    const filled = await loadDataset(
      dataset.clean({ missing: 'fill', nonNumeric: 'fill', fillWith: 9 }),
      ALL_TRAINING,
    );
    expect([...filled.training.inputs[0]!.data]).toEqual([9, 9, 9, 9, 1, 2, 9, 9, 3, 9]);
    await expect(loadDataset(dataset, ALL_TRAINING)).rejects.toThrow(
      /gaps\.jsonl line 1, field "x" is missing/,
    );
  });

  it.each([
    ['a line that is no JSON', '{"x":1,"y":1}\n\n{"x":', /line 3 is not JSON/],
    ['a line that is no object', '[1,2]', /line 1 is \[1,2\]; each line must be one JSON object/],
    [
      'shapes that differ',
      '{"x":[1,2],"y":1}\n{"x":[1],"y":1}',
      /line 2, field "x" has the shape \[1\].*\[2\]/,
    ],
    ['ragged lists', '{"x":[[1,2],[3]],"y":1}', /unequal lengths at \[1\]/],
    ['an empty file', '\n', /has no lines/],
  ])('refuses %s', async (_, text, message) => {
    const dataset = jsonLines(dataFile('bad.jsonl', text), { features: 'x', target: 'y' });
    await expect(loadDataset(dataset, ALL_TRAINING)).rejects.toThrow(message);
  });
});
