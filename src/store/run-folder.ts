import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { parseJobSpec } from '../core/job/parse-job-spec.ts';

/** Where everything of a run is, in its folder. */
export interface RunPaths {
  readonly root: string;
  readonly job: string;
  readonly program: string;
  readonly state: string;
  readonly events: string;
  readonly ledger: string;
  readonly metrics: string;
  readonly dataset: string;
  readonly tensorBoard: string;
  readonly checkpoints: string;
  readonly model: string;
  readonly result: string;
  readonly report: string;
  readonly gallery: string;
  readonly logs: string;
}

export function runPaths(root: string): RunPaths {
  return {
    root,
    job: join(root, 'job.json'),
    program: join(root, 'program.cjs'),
    state: join(root, 'state'),
    events: join(root, 'events.jsonl'),
    ledger: join(root, 'ledger.jsonl'),
    metrics: join(root, 'metrics.jsonl'),
    dataset: join(root, 'dataset.json'),
    tensorBoard: join(root, 'tensorboard'),
    checkpoints: join(root, 'checkpoints'),
    model: join(root, 'model'),
    result: join(root, 'result.json'),
    report: join(root, 'report.html'),
    gallery: join(root, 'gallery.json'),
    logs: join(root, 'logs'),
  };
}

/** The content of `job.json`: the job as it was frozen at submission. */
export interface FrozenJob {
  readonly jobId: string;
  readonly job: JobSpec;
  /** SHA-256 (hex) of job and program together: what the weights depend on, besides the data. */
  readonly jobSha256: string;
  /** Folder that the program's data paths start from. */
  readonly jobDirectory: string;
  /** Version of Lockstep that froze the job. */
  readonly version: string;
  readonly createdAt: string;
}

/** The content of `dataset.json`: what the workers found when they loaded the data. */
export interface DatasetFacts {
  readonly numTraining: number;
  readonly fingerprint: string;
  readonly classNames: readonly string[];
  readonly notes: readonly string[];
}

const frozenJob = z.object({
  jobId: z.string(),
  job: z.unknown().transform(parseJobSpec),
  jobSha256: z.string(),
  jobDirectory: z.string(),
  version: z.string(),
  createdAt: z.string(),
});

const datasetFacts: z.ZodType<DatasetFacts> = z.object({
  numTraining: z.int().positive(),
  fingerprint: z.string(),
  classNames: z.array(z.string()),
  notes: z.array(z.string()),
});

/** Reads `job.json` of a run. Throws RUN_INVALID when the folder is no run. */
export function readFrozenJob(root: string): Promise<FrozenJob> {
  const path = runPaths(root).job;
  return readJson(path, frozenJob, `${root} is no run folder: ${path} cannot be used`);
}

/** Reads `dataset.json` of a run. Throws RUN_INVALID where it is not there, because the data was never loaded. */
export function readDatasetFacts(root: string): Promise<DatasetFacts> {
  const path = runPaths(root).dataset;
  return readJson(path, datasetFacts, `${path} cannot be used; it is written once the data is loaded`);
}

async function readJson<T>(path: string, schema: z.ZodType<T>, problem: string): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new LockstepError('RUN_INVALID', `${problem} (${reasonOf(error)})`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return (error as Error).message;
  const { path, message } = error.issues[0]!;
  return `${path.join('.') || 'the file'}: ${message}`;
}
