import { availableParallelism } from 'node:os';
import { LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { describeShares } from '../core/job/share-arithmetic.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';
import { runJob } from './run-job.ts';
import { showRun } from './show-run.ts';

/** Options that all commands share which run a job on this machine. */
export interface LocalRunOptions {
  readonly workers?: number;
  readonly port: number;
  readonly httpPort: number;
  readonly json?: true;
}

export interface LocalRun {
  readonly frozen: FrozenJob;
  readonly paths: RunPaths;
  readonly numWorkers: number;
  readonly resumes: boolean;
  readonly options: LocalRunOptions;
}

/** Runs a frozen job on this machine before the user's eyes, prints the result, and sets the exit code. */
export async function runAndShow({ frozen, paths, numWorkers, resumes, options }: LocalRun): Promise<void> {
  const { sentence, warning } = describeShares(frozen.job, numWorkers);
  const stop = new AbortController();
  await showRun({
    job: frozen.job,
    json: options.json === true,
    preface: warning ? [sentence, `warning: ${warning}`] : [sentence],
    places: { runDirectory: paths.root, reportFile: paths.report },
    onInterrupt: () => stop.abort(),
    follow: ({ onStep, onEvent }) =>
      runJob({
        frozen,
        paths,
        numWorkers,
        resumes,
        listen: `127.0.0.1:${options.port}`,
        http: `127.0.0.1:${options.httpPort}`,
        stop: stop.signal,
        onStep,
        onEvent,
      }),
  });
}

/** As many workers as cores, within the job's bounds; or what was asked for, if the job allows it. */
export function chooseWorkers({ workers: { min, max } }: JobSpec, asked: number | undefined): number {
  if (asked === undefined) return Math.max(min, Math.min(max, availableParallelism()));
  if (asked < min || asked > max) {
    throw new LockstepError(
      'USAGE',
      `--workers is ${asked}, but job.yaml allows ${min} to ${max} (workers.min and workers.max)`,
    );
  }
  return asked;
}
