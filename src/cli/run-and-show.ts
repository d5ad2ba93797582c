import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { ERROR_CODES, LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { describeShares } from '../core/job/share-arithmetic.ts';
import { createDisplay, type RunDisplay } from '../observe/progress-display.ts';
import type { RunSnapshot } from '../observe/progress-lines.ts';
import type { RunResult } from '../observe/run-events.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';
import { runJob } from './run-job.ts';
import { afterEvent, afterStep, firstSnapshot } from './run-snapshot.ts';

/** Options that all commands share which run a job on this machine. */
export interface LocalRunOptions {
  readonly workers?: number;
  readonly port: number;
  readonly httpPort: number;
  readonly json?: true;
}

export interface ShownRun {
  readonly frozen: FrozenJob;
  readonly paths: RunPaths;
  readonly numWorkers: number;
  readonly resumes: boolean;
  readonly options: LocalRunOptions;
}

const DEFAULT_COLUMNS = 80;

/** Runs a frozen job on this machine before the user's eyes, prints the result, and sets the exit code. */
export async function runAndShow(run: ShownRun): Promise<void> {
  const { json } = run.options;
  const stream = json ? process.stderr : process.stdout;
  const { sentence, warning } = describeShares(run.frozen.job, run.numWorkers);
  stream.write(`${sentence}\n`);
  if (warning) stream.write(`warning: ${warning}\n`);
  const display = createDisplay({
    stream,
    columns: DEFAULT_COLUMNS,
    isTerminal: stream.isTTY === true && !json,
    now: () => performance.now(),
  });
  try {
    const result = await follow(run, display);
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
    process.exitCode = exitCodeOf(result);
  } finally {
    display.close();
  }
}

async function follow(run: ShownRun, display: RunDisplay): Promise<RunResult> {
  const { frozen, paths, numWorkers, resumes, options } = run;
  const beganMs = performance.now();
  let snapshot: RunSnapshot = firstSnapshot(frozen.job);
  const show = (next: RunSnapshot): void => {
    snapshot = { ...next, elapsedSeconds: (performance.now() - beganMs) / 1000 };
    display.update(snapshot);
  };
  const clock = setInterval(() => show(snapshot), 1_000);
  const stop = new AbortController();
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(ERROR_CODES.INTERRUPTED.exitCode);
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    const result = await runJob({
      frozen,
      paths,
      numWorkers,
      resumes,
      listen: `127.0.0.1:${options.port}`,
      http: `127.0.0.1:${options.httpPort}`,
      stop: stop.signal,
      onStep: (record) => show(afterStep(snapshot, record)),
      onEvent: (event) => {
        show(afterEvent(snapshot, event));
        display.event(event);
      },
    });
    display.finish(result, { runDirectory: paths.root, reportFile: paths.report });
    return result;
  } finally {
    clearInterval(clock);
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
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

function exitCodeOf({ status, error }: RunResult): number {
  if (status === 'succeeded') return 0;
  if (status === 'interrupted') return ERROR_CODES.INTERRUPTED.exitCode;
  return ERROR_CODES[error?.code ?? 'INTERNAL'].exitCode;
}
