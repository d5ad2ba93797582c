import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobAsDocument } from '../../../../src/core/job/job-as-document.ts';
import { parseJob } from '../../../../src/core/job/parse-job.ts';

test('is read as the same job again, whatever was left out', () => {
  const count = fc.integer({ min: 1, max: 64 });
  const drawn = fc.record(
    {
      name: fc.constant('a'),
      program: fc.constant('p.ts'),
      engine: fc.constantFrom('auto', 'tensorflow', 'wasm', 'cpu'),
      training: fc.oneof(
        fc.record({ steps: count, globalBatchSize: fc.constant(64), microShards: fc.constant(64) }),
        fc.record({ epochs: count, globalBatchSize: fc.constant(64), validationSplit: fc.constant(0.1) }),
      ),
      workers: fc.record(
        { min: fc.constant(1), leaseSeconds: fc.integer({ min: 1_000, max: 60_000 }).map((ms) => ms / 1000) },
        { requiredKeys: [] },
      ),
      checkpoint: fc.oneof(fc.record({ everySteps: fc.nat(1_000) }), fc.record({ everyEpochs: fc.nat(9) })),
      evaluation: fc.record({ everyEpochs: fc.nat(1_000), batchSize: count }, { requiredKeys: [] }),
    },
    { requiredKeys: ['name', 'program', 'training'] },
  );
  fc.assert(
    fc.property(drawn, (document) => {
      const job = parseJob(document, 'job.yaml');
      expect(parseJob(JSON.parse(JSON.stringify(jobAsDocument(job))), 'the job')).toEqual(job);
    }),
  );
});
