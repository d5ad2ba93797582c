import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';

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

/** Reads `job.json` of a run. Throws RUN_INVALID when the folder is no run. */
export async function readFrozenJob(root: string): Promise<FrozenJob> {
  const path = runPaths(root).job;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as FrozenJob;
  } catch (error) {
    const problem = (error as Error).message;
    throw new LockstepError('RUN_INVALID', `${root} is no run folder: ${path} cannot be read (${problem})`);
  }
}
