import { expect, test } from 'vitest';
import {
  briefText,
  bytesText,
  countText,
  durationText,
  percentText,
  pluralText,
  scoreText,
} from '../../../src/observe/quantity-text.ts';

test.each([
  [countText(1234567), '1,234,567'],
  [pluralText(1, 'worker'), '1 worker'],
  [pluralText(0, 'worker'), '0 workers'],
  [scoreText(2.31271), '2.313'],
  [scoreText(0), '0'],
  [scoreText(0.00012), '1.20e-4'],
  [scoreText(54321.9), '54,322'],
  [scoreText(Number.NaN), 'NaN'],
  [percentText(0.98123), '98.1 %'],
  [percentText(1, 0), '100 %'],
  [durationText(0.42), '0.4 s'],
  [durationText(9.97), '10 s'],
  [durationText(59.7), '1:00'],
  [durationText(3_725), '1:02:05'],
  [durationText(360_000), '4 days'],
  [durationText(1e12), 'years'],
  [briefText(0.000412), '0.41 ms'],
  [briefText(0.0312), '31.2 ms'],
  [briefText(0.9996), '1.00 s'],
  [bytesText(0), '0 B'],
  [bytesText(999), '999 B'],
  [bytesText(12_345_678), '12.3 MB'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
