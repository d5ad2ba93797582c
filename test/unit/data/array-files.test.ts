import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { idx, loadDataset, npy, npz } from '../../../src/data/index.ts';
import { decodeNpy } from '../../../src/data/npy-format.ts';
import { ALL_TRAINING, dataFile, idxBytes, npyBytes } from './data-files.ts';

const IMAGES = idxBytes([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]);
const LABELS = idxBytes([2], [1, 0]);

describe('idx', () => {
  const load = (images: Uint8Array, labels: Uint8Array) => {
    const features = dataFile('images-idx3-ubyte.gz', gzipSync(images));
    const target = dataFile('labels-idx1-ubyte', labels);
    return loadDataset(
      idx({ features, target }).shuffle(false).classIndices({ numClasses: 2 }),
      ALL_TRAINING,
    );
  };

  it('reads images and labels', async () => {
    const { training } = await load(IMAGES, LABELS);
    expect(training.inputs[0]!).toStrictEqual({
      shape: [2, 2, 3],
      dtype: 'uint8',
      data: Uint8Array.from(IMAGES.subarray(16)),
    });
    expect([...training.targets[0]!.data]).toEqual([1, 0]);
  });

  it('reads big-endian floats and signed integers', async () => {
    const floats = idxBytes([2, 1], [0x3f, 0x80, 0, 0, 0xc0, 0x20, 0, 0], 0x0d);
    const { training } = await load(floats, idxBytes([2], [0, 0, 0, 1], 0x0b));
    expect([...training.inputs[0]!.data]).toEqual([1, -2.5]);
    expect([...training.targets[0]!.data]).toEqual([0, 1]);
  });

  it('refuses a truncated file, another magic, and numbers of samples that differ', async () => {
    await expect(load(IMAGES.slice(0, -1), LABELS)).rejects.toThrow(
      /has 27 bytes.*\[2, 2, 3\].*28; it is truncated/,
    );
    await expect(load(IMAGES.slice(0, 6), LABELS)).rejects.toThrow(/ends within its header/);
    await expect(load(Buffer.from('GIF89a'), LABELS)).rejects.toThrow(
      /not an IDX file: it begins with .*47 49 46 38/,
    );
    await expect(load(IMAGES, idxBytes([3], [1, 0, 1]))).rejects.toThrow(/has 3 samples, but .* has 2/);
    await expect(load(idxBytes([0, 2], []), idxBytes([0], []))).rejects.toThrow(/is empty/);
  });

  it('refuses a label outside the classes', async () => {
    await expect(load(IMAGES, idxBytes([2], [0, 2]))).rejects.toThrow(
      /labels-idx1-ubyte sample 1: the label of "target" is 2, but classes are the integers 0 to 1/,
    );
  });
});

describe('npy', () => {
  it.each([
    ['<f4', Float32Array.of(1.5, -2, 3, 4), 'float32'],
    ['<f8', Float64Array.of(1.5, -2, 3, 4), 'float32'],
    ['|i1', Int8Array.of(1, -2, 3, 4), 'int32'],
    ['<i2', Int16Array.of(1, -2, 3, 4), 'int32'],
    ['<i4', Int32Array.of(1, -2, 3, 4), 'int32'],
    ['<i8', BigInt64Array.of(1n, -2n, 3n, 4n), 'int32'],
    ['|u1', Uint8Array.of(1, 2, 3, 255), 'uint8'],
    ['<u2', Uint16Array.of(1, 2, 3, 65535), 'int32'],
    ['|b1', Uint8Array.of(1, 0, 0, 1), 'uint8'],
  ])('decodes %s', async (descr, elements, dtype) => {
    const features = dataFile('x.npy', npyBytes(descr, [2, 2], elements));
    const target = dataFile('y.npy', npyBytes('<f4', [2], Float32Array.of(0.5, 1)));
    const { training } = await loadDataset(npy({ features, target }).shuffle(false), ALL_TRAINING);
    expect(training.inputs[0]).toMatchObject({ shape: [2, 2], dtype });
    expect([...training.inputs[0]!.data]).toEqual(Array.from(elements, Number));
    expect([...training.targets[0]!.data]).toEqual([0.5, 1]);
  });

  it('puts Fortran order into row-major order, for any shape', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), (shape) => {
        const numElements = shape.reduce((product, extent) => product * extent, 1);
        const columnMajor = new Int32Array(numElements);
        for (let element = 0; element < numElements; element++) {
          let rest = element;
          let position = 0;
          let stride = numElements;
          for (const extent of shape.toReversed()) {
            stride /= extent;
            position += (rest % extent) * stride;
            rest = Math.floor(rest / extent);
          }
          columnMajor[position] = element;
        }
        const { data } = decodeNpy(npyBytes('<i4', shape, columnMajor, true), 'x.npy');
        expect([...data]).toEqual([...data.keys()]);
      }),
    );
  });

  it('refuses what it cannot read, and says what to do', () => {
    const ones = Float32Array.of(1, 1);
    const good = npyBytes('<f4', [2], ones);
    expect(() => decodeNpy(good.slice(0, -1), 'x.npy')).toThrow(
      /x\.npy has 135 bytes.*takes 136; it is truncated/,
    );
    expect(() => decodeNpy(good.slice(0, 9), 'x.npy')).toThrow(/ends within its header/);
    expect(() => decodeNpy(Buffer.from('PK'), 'x.npy')).toThrow(/does not begin with \\x93NUMPY/);
    expect(() => decodeNpy(npyBytes('>f4', [2], ones), 'x.npy')).toThrow(/type ">f4".*astype/);
    expect(() => decodeNpy(npyBytes('|O', [2], ones), 'x.npy')).toThrow(/type "\|O"/);
    expect(() => decodeNpy(npyBytes('<i8', [1], BigInt64Array.of(2n ** 40n)), 'x.npy')).toThrow(
      /beyond int32/,
    );
    expect(() => decodeNpy(npyBytes('<f4', new Array(9).fill(1), ones), 'x.npy')).toThrow(/9 axes/);
  });

  it('refuses NaN and Infinity with their places, or cleans them', async () => {
    const features = dataFile('x.npy', npyBytes('<f4', [3, 2], Float32Array.of(1, 2, NaN, 4, 5, Infinity)));
    const target = dataFile('y.npy', npyBytes('<f4', [3], Float32Array.of(0, 1, 2)));
    const dataset = npy({ features, target });
    await expect(loadDataset(dataset, ALL_TRAINING)).rejects.toThrow(
      /sample 1, value \[0\] of "input" is missing \("NaN"\)/,
    );
    const { training, report } = await loadDataset(dataset.clean(), ALL_TRAINING);
    expect([...training.sourceRows]).toEqual([0]);
    expect(report.notes.join()).toMatch(/value \[1\] of "input" is "Infinity"/);
  });
});

describe('npz', () => {
  const archive = zipSync({
    'x.npy': npyBytes('<f4', [2, 1], Float32Array.of(3, 4)),
    'y.npy': [npyBytes('<i8', [2], BigInt64Array.of(0n, 1n)), { level: 0 }],
  });

  it('reads named arrays, compressed or stored', async () => {
    const dataset = npz(dataFile('both.npz', archive), { features: { pixels: 'x' }, target: 'y' });
    const { training, inputNames } = await loadDataset(dataset.shuffle(false), ALL_TRAINING);
    expect(inputNames).toEqual(['pixels']);
    expect([...training.inputs[0]!.data, ...training.targets[0]!.data]).toEqual([3, 4, 0, 1]);
  });

  it('refuses a name that is not there, and a damaged archive', async () => {
    const read = (bytes: Uint8Array, features: string) =>
      loadDataset(npz(dataFile('x.npz', bytes), { features, target: 'y' }), ALL_TRAINING);
    await expect(read(archive, 'z')).rejects.toThrow(/no array "z"; it has "x", "y"/);
    await expect(read(archive.slice(0, -30), 'x')).rejects.toThrow(/not an NPZ file, or is truncated/);
  });
});
