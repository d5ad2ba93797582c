import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configEnvironment } from '../config.ts';
import { type ErrorCode, LockstepError } from '../core/errors.ts';
import { type Child, startChild } from '../launch/child-process.ts';
import { type LocalWorkers, startLocalWorkers } from '../launch/local-workers.ts';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';
import { watchJob } from './watch-job.ts';

/** Restarts of a worker in a row before its place stays empty. */
const NUM_RESTARTS = 5;
const COORDINATOR_START_MS = 20_000;

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
  /** Aborted to finish the step in flight, write a checkpoint, and stop. */
  readonly stop: AbortSignal;
}

interface CoordinatorAddresses {
  readonly address: string;
  readonly httpAddress: string;
}

/** Runs a frozen job on this machine, with a coordinator and workers in processes of their own, until it is over. */
export async function runJob(options: RunJobOptions): Promise<RunResult> {
  const { frozen, paths, onStep, onEvent } = options;
  const coordinator = await startCoordinator(options);
  const { address } = coordinator.addresses;
  const watching = watchJob({ address, jobId: frozen.jobId, onStep, onEvent });
  let workers: LocalWorkers | null = null;
  try {
    const allGone = new Promise<never>((_, reject) => {
      workers = startLocalWorkers({
        numWorkers: options.numWorkers,
        jobId: frozen.jobId,
        coordinatorAddress: address,
        logDirectory: paths.logs,
        workerModule: new URL('../worker/main.js', import.meta.url),
        numRestarts: NUM_RESTARTS,
        onAllGone: ({ code, signal }) =>
          reject(
            new LockstepError(
              'WORKERS_LOST',
              `every worker ended at once (${signal ?? `exit code ${code}`}) and again after ${NUM_RESTARTS} ` +
                `restarts; see their logs in ${paths.logs}`,
            ),
          ),
      });
    });
    const stop = (): void => watching.stopJob('stopped by the user');
    options.stop.addEventListener('abort', stop, { once: true });
    const result = await Promise.race([watching.result, allGone, coordinator.crashed]);
    await coordinator.child.exited;
    return await readResult(paths, result);
  } finally {
    watching.close();
    await (workers as LocalWorkers | null)?.end();
    await coordinator.child.end();
  }
}

/** The result as it was written, which is what people will read later. */
async function readResult(paths: RunPaths, told: RunResult): Promise<RunResult> {
  const text = await readFile(paths.result, 'utf8').catch(() => null);
  return text === null ? told : (JSON.parse(text) as RunResult);
}

interface StartedCoordinator {
  readonly child: Child;
  readonly addresses: CoordinatorAddresses;
  /** Rejects when the coordinator ends before its job is over. */
  readonly crashed: Promise<never>;
}

type Announcement =
  | ({ readonly kind: 'listening' } & CoordinatorAddresses)
  | { readonly kind: 'crashed'; readonly error: { code: ErrorCode; message: string; details: string } };

/** Starts the coordinator and waits until it listens. Throws what it says is wrong, such as PORT_TAKEN. */
async function startCoordinator(options: RunJobOptions): Promise<StartedCoordinator> {
  const { paths, listen, http, numWorkers, resumes } = options;
  const logFile = join(paths.logs, 'coordinator.log');
  let onListening!: (addresses: CoordinatorAddresses) => void;
  let onCrash!: (error: LockstepError) => void;
  const listening = new Promise<CoordinatorAddresses>((resolve) => {
    onListening = resolve;
  });
  const crashed = new Promise<never>((_, reject) => {
    onCrash = reject;
  });
  crashed.catch(() => undefined);
  const child = startChild({
    module: new URL('../coordinator/main.js', import.meta.url),
    environment: configEnvironment({
      runDirectory: paths.root,
      listen,
      http,
      numWanted: numWorkers,
      resumes,
    }),
    logFile,
    tunesMalloc: false,
    onMessage: (message) => {
      const announcement = message as Announcement;
      if (announcement.kind === 'listening') onListening(announcement);
      else
        onCrash(
          new LockstepError(announcement.error.code, announcement.error.message, announcement.error.details),
        );
    },
  });
  child.exited.then(({ code, signal }) =>
    onCrash(
      new LockstepError(
        'INTERNAL',
        `the coordinator ended with ${signal ?? `exit code ${code}`}; see ${logFile}`,
      ),
    ),
  );
  const timer = setTimeout(
    () =>
      onCrash(
        new LockstepError('UNAVAILABLE', `the coordinator did not start within ${COORDINATOR_START_MS} ms`),
      ),
    COORDINATOR_START_MS,
  );
  try {
    return { child, addresses: await Promise.race([listening, crashed]), crashed };
  } catch (error) {
    await child.end();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
