import { expect, it } from 'vitest';
import { worstMistakes } from '../../../../src/core/evaluation/worst-mistakes.ts';

const SAMPLES = [
  { index: 4, actual: 1, predicted: 0, probability: 0.9 },
  { index: 0, actual: 0, predicted: 0, probability: 1 },
  { index: 2, actual: 1, predicted: 2, probability: 0.9 },
  { index: 3, actual: 0, predicted: 1, probability: 0.4 },
  { index: 5, actual: 0, predicted: 2, probability: 0.6 },
];

it('finds the surest mistake of each class, and of equals the first sample, in any order', () => {
  const indices = [5, 2];
  expect(worstMistakes(SAMPLES).map(({ index }) => index)).toEqual(indices);
  expect(worstMistakes([...SAMPLES].reverse()).map(({ index }) => index)).toEqual(indices);
});

it('gives the same when ranks choose first', () => {
  const proposed = [SAMPLES.slice(0, 2), SAMPLES.slice(2)].flatMap((part) => worstMistakes(part));
  expect(worstMistakes(proposed)).toEqual(worstMistakes(SAMPLES));
});
