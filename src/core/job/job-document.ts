import { z } from 'zod';

/** Longest training; keeps every count of steps and samples an exact integer. */
const MAX_EPOCHS = 1_000_000;
const MAX_STEPS = 1_000_000_000;
const MAX_BATCH_SIZE = 1_000_000;
const MAX_WORKERS = 1_024;
const MIN_LEASE_SECONDS = 1;
const MAX_LEASE_SECONDS = 600;
const MAX_MICRO_SHARDS = 4_096;
const MAX_CHECKPOINTS = 10_000;
const MAX_SEED = 2 ** 32 - 1;
const MAX_DEVIATIONS = 1_000;

/** Each field has one rule; the sentence about a bad value ends with it. */
function rule(text: string) {
  return {
    error: (issue: { input?: unknown }) => (issue.input === undefined ? `is missing; it ${text}` : text),
  };
}

function wholeNumber(from: number, to: number) {
  const text = `must be a whole number from ${from} to ${to}`;
  return z
    .number(rule(text))
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, text);
}

function text(isRight: (value: string) => boolean, ruleText: string) {
  return z.string(rule(ruleText)).refine(isRight, ruleText);
}

/** A section that may be left out; its fields have the rules. */
function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, rule('must be a section with fields of its own'));
}

const training = section({
  epochs: wholeNumber(1, MAX_EPOCHS).optional(),
  steps: wholeNumber(1, MAX_STEPS).optional(),
  globalBatchSize: wholeNumber(1, MAX_BATCH_SIZE),
  microShards: wholeNumber(1, MAX_MICRO_SHARDS).optional(),
  seed: wholeNumber(0, MAX_SEED).optional(),
  validationSplit: z
    .number(rule('must be a number from 0 up to, but not including, 1'))
    .refine((value) => value >= 0 && value < 1, 'must be a number from 0 up to, but not including, 1')
    .optional(),
  dropRemainder: z.boolean(rule('must be true or false')).optional(),
});

const deviationsRule = `must be a number from 1 to ${MAX_DEVIATIONS}`;

const stragglers = section({
  policy: z.enum(['keep', 'replace'], rule('must be keep or replace')).optional(),
  deviations: z
    .number(rule(deviationsRule))
    .refine((value) => value >= 1 && value <= MAX_DEVIATIONS, deviationsRule)
    .optional(),
  steps: wholeNumber(1, MAX_STEPS).optional(),
});

const leaseRule = `must be a number of seconds from ${MIN_LEASE_SECONDS} to ${MAX_LEASE_SECONDS}`;

const workers = section({
  min: wholeNumber(1, MAX_WORKERS).optional(),
  max: wholeNumber(1, MAX_WORKERS).optional(),
  leaseSeconds: z
    .number(rule(leaseRule))
    .refine((value) => value >= MIN_LEASE_SECONDS && value <= MAX_LEASE_SECONDS, leaseRule)
    .optional(),
  stragglers: stragglers.optional(),
});

const checkpoint = section({
  everyEpochs: wholeNumber(0, MAX_EPOCHS).optional(),
  everySteps: wholeNumber(0, MAX_STEPS).optional(),
  keep: wholeNumber(1, MAX_CHECKPOINTS).optional(),
});

const evaluation = section({
  everyEpochs: wholeNumber(0, MAX_EPOCHS).optional(),
  batchSize: wholeNumber(1, MAX_BATCH_SIZE).optional(),
});

/** Sections of a job file by name. */
export const JOB_SECTIONS = { training, workers, checkpoint, evaluation } as const;

/** A job file as a person writes it: every field's own rule, without the rules between fields. */
export const jobDocument = z.strictObject(
  {
    name: text(
      (name) => /^[a-z0-9][a-z0-9._-]{0,62}$/.test(name),
      'must be 1 to 63 characters of a-z, 0-9, ".", "_" and "-", beginning with a letter or digit',
    ),
    program: text(
      isProgramPath,
      'must be a .ts, .mts, .js or .mjs file inside the job folder, such as program.ts',
    ),
    engine: z
      .enum(['auto', 'tensorflow', 'wasm', 'cpu'], rule('must be auto, tensorflow, wasm or cpu'))
      .optional(),
    training,
    workers: workers.optional(),
    checkpoint: checkpoint.optional(),
    evaluation: evaluation.optional(),
  },
  rule('must be a mapping of fields, such as "name: digits"'),
);

export type JobDocument = z.infer<typeof jobDocument>;

function isProgramPath(path: string): boolean {
  const parts = path.split(/[/\\]/);
  return (
    /[^/\\]\.m?[tj]s$/.test(path) && parts[0] !== '' && !parts.includes('..') && !/^[a-z]:|\0/i.test(path)
  );
}
