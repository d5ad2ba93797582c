import { expect, test } from 'vitest';
import { canonicalJob } from '../../../../src/core/job/canonical-job.ts';
import { parseJob } from '../../../../src/core/job/parse-job.ts';

test('jobs that say the same in another order have one canonical text', () => {
  const written = { name: 'a', program: 'p.ts', training: { epochs: 1, globalBatchSize: 8 } };
  const reordered = {
    training: { microShards: 8, globalBatchSize: 8, epochs: 1 },
    program: 'p.ts',
    name: 'a',
  };
  const text = canonicalJob(parseJob(written, 'job.yaml'));
  expect(canonicalJob(parseJob(reordered, 'job.yaml'))).toBe(text);
  expect(text).toBe(
    '{"checkpoint":{"every":{"count":1,"unit":"epochs"},"keep":3},"engine":"auto",' +
      '"evaluation":{"batchSize":256,"everyEpochs":1},"name":"a","program":"p.ts",' +
      '"training":{"dropRemainder":false,"globalBatchSize":8,"length":{"count":1,"unit":"epochs"},' +
      '"microShards":8,"seed":1,"validationSplit":0},"workers":{"leaseMs":3000,"max":8,"min":1,' +
      '"stragglers":{"deviations":5,"policy":"keep","steps":20}}}',
  );
});

test('another seed gives another text', () => {
  const withSeed = (seed: number) =>
    canonicalJob(
      parseJob({ name: 'a', program: 'p.ts', training: { epochs: 1, globalBatchSize: 8, seed } }, 'job.yaml'),
    );
  expect(withSeed(1)).not.toBe(withSeed(2));
});
