import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csv, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING, dataFile } from './data-files.ts';

const IRIS = 'width,height,kind\n1,2,rose\n3,4,lily\n5,6,rose\n';
const load = (text: string, options: Partial<Parameters<typeof csv>[1]> = {}) =>
  loadDataset(
    csv(dataFile('flowers.csv', text), { features: ['width', 'height'], target: 'kind', ...options })
      .shuffle(false)
      .classIndices(),
    ALL_TRAINING,
  );

describe('csv', () => {
  it('finds columns by name and numbers classes in sorted order', async () => {
    const { training, classNames } = await load(IRIS);
    expect(training.inputs).toEqual([
      { shape: [3, 2], dtype: 'float32', data: Float32Array.of(1, 2, 3, 4, 5, 6) },
    ]);
    expect(training.targets).toEqual([{ shape: [3], dtype: 'int32', data: Int32Array.of(1, 0, 1) }]);
    expect(classNames).toEqual(['lily', 'rose']);
  });

  it('reads quotes, byte order marks, CRLF, blank lines and other delimiters', async () => {
    const text = '\ufeffwidth;height;kind\r\n"1";2;"a;b"\r\n\r\n3;4;"say ""hi"""\r\n';
    const { training, classNames } = await load(text, { delimiter: ';' });
    expect([...training.inputs[0]!.data]).toEqual([1, 2, 3, 4]);
    expect(classNames).toEqual(['a;b', 'say "hi"']);
  });

  it('gives several inputs and targets their names', async () => {
    const file = dataFile('many.csv', 'a,b,c,d\n1,2,3,4\n5,6,7,8\n');
    const dataset = csv(file, { features: { x: ['c', 'a'], y: 'b' }, target: { p: 'd', q: ['a', 'b'] } });
    const { training, inputNames, targetNames } = await loadDataset(dataset.shuffle(false), ALL_TRAINING);
    expect([inputNames, targetNames]).toEqual([
      ['x', 'y'],
      ['p', 'q'],
    ]);
    expect(training.inputs.map(({ shape, data }) => [shape, [...data]])).toEqual([
      [
        [2, 2],
        [3, 1, 7, 5],
      ],
      [
        [2, 1],
        [2, 6],
      ],
    ]);
    expect(training.targets.map(({ shape, data }) => [shape, [...data]])).toEqual([
      [[2], [4, 8]],
      [
        [2, 2],
        [1, 2, 5, 6],
      ],
    ]);
  });

  it.each([
    [
      'a row with another number of columns',
      '1,2,rose\n1,2\n',
      /flowers\.csv line 3 has 2 columns, but the header has 3/,
    ],
    [
      'a value that is no number',
      '1,2,rose\n1,wide,rose\n',
      /line 3, column 1 \("height"\) is "wide"; .*finite number/,
    ],
    ['a hexadecimal number', '0x10,2,rose\n', /line 2, column 0 \("width"\) is "0x10"/],
    ['a number beyond float32', '1e39,2,rose\n', /is "1e39"/],
    ['a missing value', '1,,rose\n', /line 2, column 1 \("height"\) is missing; every value must be there/],
    ['a missing label', '1,2,\n', /column 2 \("kind"\) is missing/],
    ['no rows', '', /has no rows below its header/],
    ['an open quote', '1,2,"rose\n', /is not valid CSV/],
  ])('refuses %s with its place', async (_, rows, message) => {
    await expect(load(`width,height,kind\n${rows}`)).rejects.toMatchObject({
      code: 'DATA_INVALID',
      message: expect.stringMatching(message),
    });
  });

  it('refuses columns that are not there', async () => {
    await expect(load(IRIS, { features: 'depth' })).rejects.toThrow(
      /no column "depth".*"width", "height", "kind"/,
    );
    await expect(load(IRIS, { features: 7 })).rejects.toThrow(
      /has 3 columns \(0 to 2\), but "input" takes column 7/,
    );
    await expect(load('width,width,kind\n1,2,a\n', { features: 'width' })).rejects.toThrow(
      /two columns "width"/,
    );
    expect(() => csv('x', { header: false, features: 'a', target: 0 })).toThrow(/header is false/);
  });

  it('refuses a file that is missing, truncated, or not gzip', async () => {
    const read = (path: string) => loadDataset(csv(path, { features: 0, target: 1 }), ALL_TRAINING);
    await expect(read('/nowhere/x.csv')).rejects.toThrow(/\/nowhere\/x\.csv does not exist/);
    const truncated = dataFile('cut.csv.gz', gzipSync(IRIS).subarray(0, 20));
    await expect(read(truncated)).rejects.toThrow(/cut\.csv\.gz is truncated or damaged/);
    await expect(read(dataFile('plain.csv.gz', IRIS))).rejects.toThrow(/not a gzip file/);
  });
});
