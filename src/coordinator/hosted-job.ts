import type { Clock } from '../clock.ts';
import type { CoordinatorEvent } from '../core/coordinator/coordinator-event.ts';
import { type CoordinatorState, DEFAULT_LIMITS, isOver } from '../core/coordinator/coordinator-state.ts';
import { DEFAULT_BUCKET_BYTES } from '../core/reduction/buckets.ts';
import type { RefusalReason } from '../observe/metric-definition.ts';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';
import { removePartialCheckpoints } from '../store/checkpoint-folder.ts';
import { type FrozenJob, readFrozenJob, runPaths } from '../store/run-folder.ts';
import type { StateStore } from '../store/state-store.ts';
import { VERSION } from '../version.ts';
import { createCheckpointKeeper } from './checkpoint-keeper.ts';
import { type ControlService, createControlService } from './control-service.ts';
import { type CoordinatorDriver, startCoordinator } from './coordinator.ts';
import { findOrigin, type StartMode } from './run-origin.ts';
import { openRunRecorder } from './run-recorder.ts';
import { createWorkerService, type WorkerService } from './worker-service.ts';

const HEARTBEAT_MS = 500;
/** How long watchers have to hear the last word. */
const FAREWELL_MS = 2_000;

/** Hears what happens to a job, beside its records and those who watch. */
export interface JobObserver {
  readonly onEvent: (event: RunEvent) => void;
  readonly onStep: (record: StepRecord, bytesSent: number) => void;
  readonly onRefused: (message: { readonly reason: RefusalReason }) => void;
}

export interface HostedJobOptions {
  readonly runDirectory: string;
  readonly start: StartMode;
  /** How many workers whoever starts the job brings; changed later by `wanted_changed`. */
  readonly numWanted: number;
  /** When the run was asked for, milliseconds since 1970. */
  readonly askedAtMs: number;
  readonly store: StateStore;
  readonly clock: Clock;
  /** What watchers heard of the job before it was opened goes on here. */
  readonly control?: ControlService;
  readonly observe: (frozen: FrozenJob) => JobObserver;
  /** An invariant is broken or the store is gone: the process must not go on. */
  readonly crash: (error: unknown) => void;
}

/** One job and everything that belongs to it alone: its machine, its records and those who take part or watch. */
export interface HostedJob {
  readonly jobId: string;
  readonly workers: WorkerService;
  readonly control: ControlService;
  state(): CoordinatorState;
  /** Milliseconds of the clock that the state's times are of. */
  nowMs(): number;
  submit(event: CoordinatorEvent): void;
  /** Resolves when the job has ended, its result is written, and the watchers have heard it. */
  readonly over: Promise<RunResult>;
  /** Ends all streams of workers, and waits for what is being written. */
  close(): Promise<void>;
}

/** Opens a job from its run folder. Whatever happens to it from here on is handled, so workers and watchers may come. */
export async function openJob(options: HostedJobOptions): Promise<HostedJob> {
  const { runDirectory, store } = options;
  const paths = runPaths(runDirectory);
  const frozen = await readFrozenJob(runDirectory);
  const origin = await findOrigin(options.start, { paths, frozen, store });
  const observer = options.observe(frozen);
  const control = options.control ?? createControlService();
  const recorder = await openRunRecorder({
    paths,
    frozen,
    askedAtMs: options.askedAtMs,
    past: origin.past,
    onEvent: (event) => {
      observer.onEvent(event);
      control.publishEvent(event);
    },
    onStep: (record, bytesSent) => {
      observer.onStep(record, bytesSent);
      control.publishStep(record);
    },
    onWriteError: (error) =>
      recorder.warn(`the run folder cannot be written, training goes on: ${error.message}`),
  });
  if (!origin.start.isRestart) recorder.rewind(origin.start.step);
  for (const message of origin.warnings) recorder.warn(message);
  let driver: CoordinatorDriver | null = null;
  const submit: CoordinatorDriver['submit'] = (event) => driver?.submit(event);
  const keepCheckpoint = createCheckpointKeeper({
    paths,
    frozen,
    engine: () => driver?.state().readiness?.engine ?? '',
    bestStep: () => recorder.bestStep(),
  });
  /** The checkpoint that workers load which come now. */
  let newest = { stateFile: origin.stateFile, step: origin.start.step };
  const workers = createWorkerService({
    version: VERSION,
    welcome: () => ({
      jobJson: JSON.stringify(frozen.job),
      jobDirectory: frozen.jobDirectory,
      runDirectory,
      heartbeatMs: HEARTBEAT_MS,
      checkpoint: newest.stateFile,
      checkpointStep: newest.step,
      bucketBytes: DEFAULT_BUCKET_BYTES,
    }),
    submit,
    onRefused: observer.onRefused,
  });
  let onOver!: (state: CoordinatorState) => void;
  const ended = new Promise<CoordinatorState>((resolve) => {
    onOver = resolve;
  });
  const started = await startCoordinator({
    frozen,
    numWanted: options.numWanted,
    limits: DEFAULT_LIMITS,
    clock: options.clock,
    start: origin.start,
    store,
    recorder,
    send: workers.send,
    writeManifest: async (checkpoint) => {
      await recorder.flush();
      newest = { stateFile: await keepCheckpoint(checkpoint), step: checkpoint.step };
    },
    onRefused: observer.onRefused,
    onOver,
    crash: options.crash,
  });
  driver = started;
  control.onStop((cause) => submit({ kind: 'stop_requested', cause }));
  const finish = async (): Promise<RunResult> => {
    const result = await recorder.finish(await ended);
    await Promise.race([control.publishResult(result), delay(FAREWELL_MS)]);
    return result;
  };
  const over = finish();
  return {
    jobId: frozen.jobId,
    workers,
    control,
    state: started.state,
    nowMs: started.nowMs,
    submit: started.submit,
    over,
    close: async () => {
      workers.close();
      if (isOver(started.state())) await over;
      await removePartialCheckpoints(paths.checkpoints);
      await started.close();
    },
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
