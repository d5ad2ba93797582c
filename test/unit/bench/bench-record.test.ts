import { expect, test } from 'vitest';
import { benchRecord, median, spread } from '../../../bench/bench-record.ts';

const asked = { name: 'a', unit: 'ms', against: 'the peer' } as const;

test('takes the ratio of each round before the median, so that a slow minute slows both sides', () => {
  const rounds = [
    { ours: 10, peer: 20 },
    { ours: 100, peer: 200 },
    { ours: 1, peer: 2 },
  ];
  expect(benchRecord({ ...asked, better: 'less', rounds })).toMatchObject({ ours: 10, peer: 20, ratio: 2 });
});

test('calls a larger rate and a smaller time better', () => {
  const rounds = [{ ours: 30, peer: 10 }];
  expect(benchRecord({ ...asked, better: 'more', rounds }).ratio).toBe(3);
  expect(benchRecord({ ...asked, better: 'less', rounds }).ratio).toBeCloseTo(1 / 3);
});

test('has neither peer nor ratio where nothing was measured beside it', () => {
  const record = benchRecord({ ...asked, better: 'less', rounds: [{ ours: 4, peer: null }] });
  expect(record).toEqual({
    ...{ name: 'a', ours: 4, peer: null, ratio: null, unit: 'ms', against: null },
    rounds: [{ ours: 4, peer: null }],
  });
});

test('has no median of nothing, and the mean of the middle two of an even number', () => {
  expect(() => median([])).toThrow('no median');
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('gives half of the distance between the quartiles as the spread', () => {
  expect(spread([100, 100, 100])).toBe(0);
  expect(spread([80, 90, 100, 110, 120])).toBeCloseTo(0.1);
});
