import { expect, test } from 'vitest';
import { parseJob } from '../../../../src/core/job/parse-job.ts';
import { describeShares } from '../../../../src/core/job/share-arithmetic.ts';

function shares(globalBatchSize: number, microShards: number, numWorkers: number) {
  const document = { name: 'a', program: 'p.ts', training: { epochs: 1, globalBatchSize, microShards } };
  return describeShares(parseJob(document, 'job.yaml'), numWorkers);
}

test('tells an even share without a warning', () => {
  expect(shares(32, 4, 2)).toEqual({
    sentence: '32 samples a step = 4 micro-shards of 8; 2 workers take 2 each.',
    warning: null,
  });
  expect(shares(32, 4, 1).sentence).toBe('32 samples a step = 4 micro-shards of 8; 1 worker takes 4.');
  expect(shares(32, 4, 4).sentence).toBe('32 samples a step = 4 micro-shards of 8; 4 workers take 1 each.');
});

test('tells sizes and shares that differ by one', () => {
  expect(shares(30, 4, 3).sentence).toBe(
    '30 samples a step = 4 micro-shards of 7 or 8; 3 workers take 1 or 2 each.',
  );
});

test('warns when a worker gets more than 1.25 of its even share, and names the numbers that share evenly', () => {
  expect(shares(48, 12, 9).warning).toBe(
    'one worker takes 2 micro-shards, its even share is 1.3; 1, 2, 3, 4, 6, 12 workers share 12 micro-shards evenly',
  );
  expect(shares(60, 5, 4).warning).toMatch(/takes 2 micro-shards, its even share is 1\.3; 1, 5 workers/);
});

test('does not warn up to 1.25', () => {
  expect(shares(48, 12, 5).warning).toBe(null);
  expect(shares(80, 40, 9).warning).toBe(null);
  expect(shares(5, 5, 1).warning).toBe(null);
});
