import { z } from 'zod';
import { LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import type { LedgerEntry } from '../core/plan/ledger-entry.ts';
import type { RunEvent, RunResult, StepRecord } from './run-events.ts';

/** What the files of a run folder tell of it. */
export interface RunFacts {
  readonly jobId: string;
  readonly job: JobSpec;
  /** When the job was submitted, ISO 8601 in UTC. */
  readonly createdAt: string;
  /** May have events of kinds that this version does not know. */
  readonly events: readonly RunEvent[];
  readonly ledger: readonly LedgerEntry[];
  readonly steps: readonly StepTime[];
  /** Null while the run has not ended in order. */
  readonly result: Pick<RunResult, 'status' | 'error'> | null;
}

/** When a step was committed, and by which generation. */
export type StepTime = Pick<StepRecord, 'time' | 'step' | 'generation'>;

const time = z.string().refine((text) => Number.isFinite(Date.parse(text)), 'not a time');
const count = z.int().nonnegative();
const seconds = z.number().nonnegative();
const text = z.string();
const ids = z.array(text);
const ofWorker = { workerId: text };

const straggler = z.looseObject({ ...ofWorker, rank: count, seconds, medianSeconds: seconds });

const event = z.looseObject({ time, kind: text });

/** The fields that a story needs of each kind of event. */
const FIELDS: Readonly<Record<string, z.ZodType>> = {
  worker_joined: z.looseObject({ ...ofWorker, host: text, pid: count }),
  worker_ready: z.looseObject(ofWorker),
  worker_fed: z.looseObject({ ...ofWorker, step: count, donorId: text.optional() }),
  worker_lost: z.looseObject({ ...ofWorker, cause: text }),
  worker_refused: z.looseObject({ ...ofWorker, failure: z.looseObject({ code: text, message: text }) }),
  straggler_found: straggler,
  straggler_recovered: straggler,
  worker_draining: z.looseObject({ ...ofWorker, cause: text }),
  job_loaded: z.looseObject({
    plan: z.looseObject({ numSteps: count }),
    readiness: z.looseObject({ engine: text }),
  }),
  generation_formed: z.looseObject({ generation: count, cause: text, members: ids, step: count }),
  work_aborted: z.looseObject({
    generation: count,
    work: text,
    step: count,
    reason: text,
    workerIds: ids,
    message: text,
  }),
  evaluated: z.looseObject({ evaluation: z.looseObject({ split: text, step: count }) }),
  checkpoint_written: z.looseObject({
    step: count,
    fileBytes: count,
    stallSeconds: seconds,
    writeSeconds: seconds,
  }),
  checkpoint_failed: z.looseObject({ step: count, message: text }),
  state_changed: z.looseObject({ state: text, message: text }),
  coordinator_restarted: z.looseObject({ step: count, workerIds: ids }),
  warning: z.looseObject({ message: text }),
};

const stepTime = z.looseObject({ time, step: count, generation: count });

const result = z.looseObject({
  status: z.enum(['succeeded', 'failed', 'interrupted']),
  error: z.looseObject({ code: text, message: text }).optional(),
});

/**
 * Checks the lines of `events.jsonl`; kinds that are not known are let through. `where` names the file.
 * Throws RUN_INVALID with the line and the field.
 */
export function parseEvents(lines: readonly unknown[], where: string): RunEvent[] {
  return lines.map((line, index) => {
    const place = `${where}:${index + 1}`;
    const { kind } = parsed(event, line, place);
    if (Object.hasOwn(FIELDS, kind)) parsed(FIELDS[kind]!, line, place);
    return line as RunEvent;
  });
}

/** Checks the lines of `metrics.jsonl` as far as a story needs them. Throws RUN_INVALID with the line and the field. */
export function parseStepTimes(lines: readonly unknown[], where: string): StepTime[] {
  return lines.map((line, index) => parsed(stepTime, line, `${where}:${index + 1}`));
}

/** Checks `result.json` as far as a story needs it. Throws RUN_INVALID with the field. */
export function parseEnding(value: unknown, where: string): RunFacts['result'] {
  return parsed(result, value, where) as RunFacts['result'];
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const field = issue!.path.join('.') || 'it';
  throw new LockstepError(
    'RUN_INVALID',
    `${place}: ${field} is wrong (${issue!.message}); the file was changed or is damaged`,
  );
}
