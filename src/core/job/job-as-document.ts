import type { JobSpec } from './job-spec.ts';

/** The job with the fields of a job file, all of them given: `parseJob` makes the same job of it. */
export function jobAsDocument(job: JobSpec): Readonly<Record<string, unknown>> {
  const { length, ...training } = job.training;
  const { leaseMs, ...workers } = job.workers;
  const { every, ...checkpoint } = job.checkpoint;
  return {
    ...job,
    training: { ...training, [length.unit]: length.count },
    workers: { ...workers, leaseSeconds: leaseMs / 1000 },
    checkpoint: { ...checkpoint, [every.unit === 'epochs' ? 'everyEpochs' : 'everySteps']: every.count },
  };
}
