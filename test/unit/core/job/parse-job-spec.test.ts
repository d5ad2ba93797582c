import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJob } from '../../../../src/core/job/parse-job.ts';
import { parseJobSpec } from '../../../../src/core/job/parse-job-spec.ts';

const JOB = parseJob({ name: 'a', program: 'p.ts', training: { epochs: 1, globalBatchSize: 8 } }, 'job.yaml');

test('gives back every job that a job file leads to, frozen', () => {
  const count = fc.integer({ min: 1, max: 1_000 });
  const drawn = fc.record({
    name: fc.constant('a'),
    program: fc.constant('p.ts'),
    engine: fc.constantFrom('auto', 'tensorflow', 'wasm', 'cpu'),
    training: fc.record(
      {
        steps: count,
        globalBatchSize: count,
        seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        validationSplit: fc.double({ min: 0, max: 0.999, noNaN: true }),
        dropRemainder: fc.boolean(),
      },
      { requiredKeys: ['steps', 'globalBatchSize'] },
    ),
    workers: fc.record({
      stragglers: fc.record(
        { policy: fc.constantFrom('keep', 'replace'), steps: count },
        { requiredKeys: [] },
      ),
    }),
    checkpoint: fc.oneof(fc.record({ everySteps: fc.nat(1_000) }), fc.record({ keep: count })),
    evaluation: fc.record({ everyEpochs: fc.nat(1_000), batchSize: count }, { requiredKeys: [] }),
  });
  fc.assert(
    fc.property(drawn, (document) => {
      const job = parseJob(document, 'job.yaml');
      const read = parseJobSpec(JSON.parse(JSON.stringify(job)));
      expect(read).toEqual(job);
      expect([read, read.training, read.training.length, read.checkpoint.every].every(Object.isFrozen)).toBe(
        true,
      );
    }),
  );
});

test.each([
  [null, 'job: Invalid input: expected object, received null'],
  [{ ...JOB, name: 1 }, 'job.name: '],
  [{ ...JOB, training: { ...JOB.training, microShards: 0 } }, 'job.training.microShards: '],
  [
    { ...JOB, checkpoint: { ...JOB.checkpoint, every: { unit: 'days', count: 1 } } },
    'job.checkpoint.every.unit: ',
  ],
])('names the field of %j that is wrong', (value, message) => {
  expect(() => parseJobSpec(value)).toThrow(message);
});

test('reads a job that was written down before there was a policy for stragglers', () => {
  const { min, max } = JOB.workers;
  expect(parseJobSpec({ ...JOB, workers: { min, max } })).toEqual(JOB);
});
