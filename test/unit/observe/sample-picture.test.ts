import fc from 'fast-check';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import type { HostTensor } from '../../../src/core/host-tensor.ts';
import { encodePicture, isPictureShape } from '../../../src/observe/sample-picture.ts';

function picture(shape: number[], data: number[]): HostTensor {
  return { shape, dtype: 'float32', data: Float32Array.from(data) };
}

function decoded(tensor: HostTensor) {
  return decode(Buffer.from(encodePicture(tensor), 'base64'));
}

test('stretches values to black and white and repeats pixels up to 64', () => {
  const { width, height, channels, data } = decoded(picture([2, 2], [-1, 1, 0, -1]));
  expect([width, height, channels]).toEqual([64, 64, 1]);
  const at = (y: number, x: number) => data[y * 64 + x];
  expect([at(0, 0), at(31, 31), at(0, 32), at(32, 0), at(63, 63)]).toEqual([0, 0, 255, 128, 0]);
});

test('keeps colours and proportions', () => {
  const { width, height, channels, data } = decoded(picture([1, 2, 3], [1, 0, 0, 0, 0, 1]));
  expect([width, height, channels]).toEqual([64, 32, 3]);
  expect([...data.slice(0, 3), ...data.slice(-3)]).toEqual([255, 0, 0, 0, 0, 255]);
});

test('a large picture becomes smaller', () => {
  const { width, height } = decoded({ shape: [300, 600, 1], dtype: 'uint8', data: new Uint8Array(180_000) });
  expect([width, height]).toEqual([256, 128]);
});

test('values that are no numbers are black, also when there are no others', () => {
  const { data } = decoded(picture([1, 4], [Number.NaN, 2, 4, Number.POSITIVE_INFINITY]));
  expect([data[0], data[16], data[32], data[48]]).toEqual([0, 0, 255, 255]);
  expect(new Set(decoded(picture([1, 1], [Number.NaN])).data)).toEqual(new Set([0]));
});

test('any finite picture decodes to one of at least 64 and at most 256 pixels', () => {
  const sides = fc.tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 400 }),
    fc.constantFrom(1, 3),
  );
  fc.assert(
    fc.property(sides, ([h, w, c]) => {
      const { width, height } = decoded({
        shape: [h, w, c],
        dtype: 'uint8',
        data: new Uint8Array(h * w * c),
      });
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(64);
      expect(Math.max(width, height)).toBeLessThanOrEqual(256);
    }),
    { numRuns: 30 },
  );
});

test('tells pictures from tables', () => {
  expect(
    [
      [28, 28],
      [28, 28, 1],
      [32, 32, 3],
    ].map(isPictureShape),
  ).toEqual([true, true, true]);
  expect([[784], [3, 4], [28, 28, 2], [28, 28, 3, 1], []].map(isPictureShape)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
