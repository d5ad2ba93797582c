import { z } from 'zod';
import { DEFAULT_LEASE_MS, DEFAULT_STRAGGLERS } from './complete-job.ts';
import type { JobSpec } from './job-spec.ts';

const positive = z.int().min(1);
const notNegative = z.int().min(0);
const amount = (count: z.ZodNumber) =>
  z.strictObject({ unit: z.enum(['epochs', 'steps']), count }).readonly();

const stragglers = z
  .strictObject({ policy: z.enum(['keep', 'replace']), deviations: z.number().min(1), steps: positive })
  .readonly();

const jobSpec: z.ZodType<JobSpec> = z
  .strictObject({
    name: z.string(),
    program: z.string(),
    engine: z.enum(['auto', 'tensorflow', 'wasm', 'cpu']),
    training: z
      .strictObject({
        length: amount(positive),
        globalBatchSize: positive,
        microShards: positive,
        seed: notNegative,
        validationSplit: z.number().min(0).lt(1),
        dropRemainder: z.boolean(),
      })
      .readonly(),
    workers: z
      .strictObject({
        min: positive,
        max: positive,
        leaseMs: positive.default(DEFAULT_LEASE_MS),
        stragglers: stragglers.default(DEFAULT_STRAGGLERS),
      })
      .readonly(),
    checkpoint: z.strictObject({ every: amount(notNegative), keep: positive }).readonly(),
    evaluation: z.strictObject({ everyEpochs: notNegative, batchSize: positive }).readonly(),
  })
  .readonly();

/**
 * Reads a complete job back that Lockstep wrote down itself, in a run folder or on the wire; deeply frozen.
 * Throws an Error that names the field.
 */
export function parseJobSpec(value: unknown): JobSpec {
  const parsed = jobSpec.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new Error(`job${path.map((name) => `.${String(name)}`).join('')}: ${message}`);
}
