import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { ERROR_CODES, LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { describeShares } from '../core/job/share-arithmetic.ts';
import { createDisplay, type RunDisplay } from '../observe/progress-display.ts';
import type { RunSnapshot } from '../observe/progress-lines.ts';
import type { RunResult } from '../observe/run-events.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';
import { bundleProgram } from './bundle-program.ts';
import { freezeJob } from './freeze-job.ts';
import { parsePort, parseWholeNumber } from './option-values.ts';
import { readJob } from './read-job.ts';
import { runJob } from './run-job.ts';
import { afterEvent, afterStep, firstSnapshot } from './run-snapshot.ts';

interface RunOptions {
  readonly workers?: number;
  readonly runs: string;
  readonly port: number;
  readonly httpPort: number;
  readonly json?: true;
}

const DEFAULT_COLUMNS = 80;

export function runCommand(): Command {
  return new Command('run')
    .description('train a job on this machine, with a coordinator and worker processes')
    .argument('<job>', 'folder with job.yaml and the program')
    .option(
      '-w, --workers <n>',
      'worker processes (default: as many as cores, within the job)',
      parseWholeNumber,
    )
    .option('--runs <dir>', 'folder that the run folder is made in', 'runs')
    .option('--port <n>', 'port of the coordinator; 0 takes a free one', parsePort, 0)
    .option('--http-port <n>', 'port for /metrics; 0 takes a free one', parsePort, 0)
    .option('--json', 'print one JSON object at the end and nothing else on stdout')
    .addHelpText(
      'after',
      `
Ctrl-C finishes the step in flight, writes a checkpoint and stops; a second Ctrl-C stops at once.

Examples:
  lockstep run examples/digits
  lockstep run examples/digits --workers 2 --json > result.json`,
    )
    .action(run);
}

async function run(jobDirectory: string, options: RunOptions): Promise<void> {
  const job = await readJob(jobDirectory);
  const numWorkers = chooseWorkers(job, options.workers);
  const program = await bundleProgram({ jobDirectory, program: job.program });
  const { frozen, paths } = await freezeJob({
    job,
    jobDirectory,
    program,
    runsDirectory: options.runs,
    numWanted: numWorkers,
  });
  const stream = options.json ? process.stderr : process.stdout;
  const { sentence, warning } = describeShares(job, numWorkers);
  stream.write(`${sentence}\n`);
  if (warning) stream.write(`warning: ${warning}\n`);
  const display = createDisplay({
    stream,
    columns: DEFAULT_COLUMNS,
    isTerminal: stream.isTTY === true && !options.json,
    now: () => performance.now(),
  });
  try {
    const result = await runAndShow({ frozen, paths, options, display });
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    process.exitCode = exitCodeOf(result);
  } finally {
    display.close();
  }
}

interface ShownRun {
  readonly frozen: FrozenJob;
  readonly paths: RunPaths;
  readonly options: RunOptions;
  readonly display: RunDisplay;
}

async function runAndShow({ frozen, paths, options, display }: ShownRun): Promise<RunResult> {
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
      numWorkers: frozen.numWanted,
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
function chooseWorkers({ workers: { min, max } }: JobSpec, asked: number | undefined): number {
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
