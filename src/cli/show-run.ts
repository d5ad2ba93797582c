import { performance } from 'node:perf_hooks';
import { ERROR_CODES } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { createDisplay, type RunDisplay } from '../observe/progress-display.ts';
import type { RunSnapshot } from '../observe/progress-lines.ts';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';
import type { RunPlaces } from '../observe/run-summary.ts';
import { afterEvent, afterStep, firstSnapshot } from './run-snapshot.ts';

export interface ShownRun {
  readonly job: JobSpec;
  /** One JSON object at the end is all that stdout gets. */
  readonly json: boolean;
  /** Lines before the display. */
  readonly preface: readonly string[];
  readonly places: RunPlaces;
  /** Runs or follows the job, and tells what happens. */
  readonly follow: (tell: RunListeners) => Promise<RunResult>;
  /** The first SIGINT or SIGTERM; the second ends this process at once. */
  readonly onInterrupt: () => void;
}

export interface RunListeners {
  readonly onStep: (record: StepRecord) => void;
  readonly onEvent: (event: RunEvent) => void;
}

const DEFAULT_COLUMNS = 80;

/** Shows a run to the user, prints its result, and sets the exit code. */
export async function showRun(run: ShownRun): Promise<void> {
  const stream = run.json ? process.stderr : process.stdout;
  for (const line of run.preface) stream.write(`${line}\n`);
  const display = createDisplay({
    stream,
    columns: DEFAULT_COLUMNS,
    isTerminal: stream.isTTY === true && !run.json,
    now: () => performance.now(),
  });
  try {
    const result = await follow(run, display);
    if (run.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    process.exitCode = exitCodeOf(result);
  } finally {
    display.close();
  }
}

async function follow(run: ShownRun, display: RunDisplay): Promise<RunResult> {
  const beganMs = performance.now();
  let snapshot: RunSnapshot = firstSnapshot(run.job);
  const show = (next: RunSnapshot): void => {
    snapshot = { ...next, elapsedSeconds: (performance.now() - beganMs) / 1000 };
    display.update(snapshot);
  };
  const clock = setInterval(() => show(snapshot), 1_000);
  let isInterrupted = false;
  const onInterrupt = (): void => {
    if (isInterrupted) process.exit(ERROR_CODES.INTERRUPTED.exitCode);
    isInterrupted = true;
    run.onInterrupt();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    const result = await run.follow({
      onStep: (record) => show(afterStep(snapshot, record)),
      onEvent: (event) => {
        show(afterEvent(snapshot, event));
        display.event(event);
      },
    });
    display.finish(result, run.places);
    return result;
  } finally {
    clearInterval(clock);
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

function exitCodeOf({ status, error }: RunResult): number {
  if (status === 'succeeded') return 0;
  if (status === 'interrupted') return ERROR_CODES.INTERRUPTED.exitCode;
  return ERROR_CODES[error?.code ?? 'INTERNAL'].exitCode;
}
