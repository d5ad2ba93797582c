import { readFile } from 'node:fs/promises';
import { LockstepError } from '../core/errors.ts';
import { startLocalWorkers, type WorkerLinks, type WorkerProcess } from '../launch/local-workers.ts';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';
import { superviseCoordinator } from './supervise-coordinator.ts';
import { watchJob } from './watch-job.ts';

/** Restarts of a worker in a row before its place stays empty. */
const NUM_RESTARTS = 5;
/** How long the last word of a coordinator that has ended may be on its way. */
const LAST_WORD_MS = 2_000;

export interface RunJobOptions {
  readonly frozen: FrozenJob;
  readonly paths: RunPaths;
  readonly numWorkers: number;
  /** Start from the newest checkpoint of the run. */
  readonly resumes: boolean;
  /** HOST:PORT of the coordinator's gRPC and HTTP; port 0 takes a free one. */
  readonly listen: string;
  readonly http: string;
  readonly onStep: (record: StepRecord) => void;
  readonly onEvent: (event: RunEvent) => void;
  /** What the links of the workers lead through; without it they are direct. */
  readonly links?: WorkerLinks;
  /** Told once, when coordinator and workers have been started. */
  readonly onStarted?: (processes: LocalProcesses) => void;
  /** Aborted to finish the step in flight, write a checkpoint, and stop. */
  readonly stop: AbortSignal;
}

/** The processes of a run as they are now; those that die are started anew. */
export interface LocalProcesses {
  workers(): readonly WorkerProcess[];
  coordinatorPid(): number;
}

/** Runs a frozen job on this machine, with a coordinator and workers in processes of their own, until it is over. */
export async function runJob(options: RunJobOptions): Promise<RunResult> {
  const { frozen, paths, numWorkers, resumes, listen, http, onStep, onEvent } = options;
  const { jobId } = frozen;
  const start = resumes ? 'resume' : 'new';
  const coordinator = await superviseCoordinator({
    config: { runDirectory: paths.root, listen, http, numWanted: numWorkers, start, askedAtMs: Date.now() },
    logDirectory: paths.logs,
    onRestart: ({ code, signal }) => {
      const message = `the coordinator ended with ${signal ?? `exit code ${code}`}; another takes its place`;
      onEvent({ kind: 'warning', time: new Date().toISOString(), message });
    },
  });
  const { address } = coordinator;
  const watching = watchJob({ address, jobId, onStep, onEvent });
  let onAllGone!: (error: LockstepError) => void;
  const allGone = new Promise<never>((_, reject) => {
    onAllGone = reject;
  });
  allGone.catch(() => undefined);
  const workers = startLocalWorkers({
    numWorkers,
    jobId,
    coordinatorAddress: address,
    logDirectory: paths.logs,
    workerModule: new URL('../worker/main.js', import.meta.url),
    numRestarts: NUM_RESTARTS,
    links: options.links,
    onAllGone: ({ code, signal }) =>
      onAllGone(
        new LockstepError(
          'WORKERS_LOST',
          `every worker ended at once (${signal ?? `exit code ${code}`}) and again after ${NUM_RESTARTS} ` +
            `restarts; see their logs in ${paths.logs}`,
        ),
      ),
  });
  options.onStarted?.({ workers: workers.processes, coordinatorPid: coordinator.pid });
  try {
    options.stop.addEventListener('abort', () => watching.stopJob('stopped by the user'), { once: true });
    const told = await Promise.race([watching.result, allGone, coordinator.over]);
    await coordinator.over;
    return told ?? (await readResult(paths)) ?? (await lastWord(watching.result));
  } finally {
    watching.close();
    await workers.end();
    await coordinator.end();
  }
}

/** The result as it was written; null where it could not be. */
async function readResult(paths: RunPaths): Promise<RunResult | null> {
  const text = await readFile(paths.result, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as RunResult);
}

/** What the coordinator says at its end, when it could not be written. */
async function lastWord(result: Promise<RunResult>): Promise<RunResult> {
  const silence = new LockstepError('INTERNAL', 'the coordinator ended without a result');
  return await Promise.race([
    result,
    new Promise<never>((_, reject) => setTimeout(() => reject(silence), LAST_WORD_MS).unref()),
  ]);
}
