import { type CoordinatorDriver, startCoordinator } from '../../src/coordinator/coordinator.ts';
import { sessionHandler } from '../../src/coordinator/session-handler.ts';
import { createWorkerService } from '../../src/coordinator/worker-service.ts';
import {
  type CheckpointInFlight,
  type CoordinatorLimits,
  type CoordinatorState,
  DEFAULT_LIMITS,
  type JobRecord,
  type StartingPoint,
} from '../../src/core/coordinator/coordinator-state.ts';
import type { JobEvent } from '../../src/core/coordinator/job-event.ts';
import { LockstepError } from '../../src/core/errors.ts';
import type { StateStore } from '../../src/store/state-store.ts';
import { VERSION } from '../../src/version.ts';
import { workerService } from '../../src/wire/services.ts';
import { openMemoryStore } from './memory-store.ts';
import { createSimulatedProcess, type SimulatedProcess } from './simulated-process.ts';
import { COORDINATOR_ADDRESS, JOB_ID, type SimulatedWorld } from './simulated-world.ts';

/** As the coordinator of a run is started: see `findOrigin`. */
export type StartMode = 'new' | 'restart' | 'resume';

export interface SimulatedCoordinator {
  readonly process: SimulatedProcess;
  /** Asks it to stop the job with a checkpoint. */
  stop(): void;
}

const HEARTBEAT_MS = 100;
const FAREWELL_MS = 2_000;
const FAREWELL_POLL_MS = 20;

/** Those of the real thing, scaled so that virtual hours are not needed. */
const LIMITS: CoordinatorLimits = {
  ...DEFAULT_LIMITS,
  gatherMs: 500,
  voteMs: 3_000,
  firstVoteMs: 5_000,
  checkpointMs: 3_000,
  joinMs: 300,
  reattachMs: 1_500,
  // Faults come closer together than anywhere else.
  numRetries: 12,
};

/** A coordinator process: the real driver and service around a store, a run folder and links in memory. */
export function startSimulatedCoordinator(
  world: SimulatedWorld,
  mode: StartMode,
  onOver: (state: CoordinatorState) => void,
): SimulatedCoordinator {
  const process = createSimulatedProcess('coordinator', world.clock);
  let submit: CoordinatorDriver['submit'] = () => undefined;
  serveRun(world, process, {
    mode,
    onStarted: (driver) => {
      submit = driver.submit;
    },
  }).then(onOver, (error: Error) => {
    world.monitor.note(`the coordinator failed: ${error.stack}`);
    process.kill();
  });
  return { process, stop: () => submit({ kind: 'stop_requested', cause: 'asked to stop' }) };
}

/** The same steps as `src/coordinator/main.ts`, in the same order. */
async function serveRun(
  world: SimulatedWorld,
  process: SimulatedProcess,
  { mode, onStarted }: { mode: StartMode; onStarted: (driver: CoordinatorDriver) => void },
): Promise<CoordinatorState> {
  const { job, network, monitor, folder } = world;
  const store = openMemoryStore(world.documents, process, world.disk);
  const start = await findStart(world, store, mode);
  let driver: CoordinatorDriver | null = null;
  const onRefused = ({ reason }: { reason: string }): void =>
    monitor.note(`a message was refused: ${reason}`);
  const service = createWorkerService({
    version: VERSION,
    welcome: () => ({
      jobJson: JSON.stringify(job),
      jobDirectory: '',
      runDirectory: '',
      heartbeatMs: HEARTBEAT_MS,
      checkpoint: folder.checkpoints.get(newestCheckpoint(world)) ?? '',
      checkpointStep: newestCheckpoint(world),
      bucketBytes: world.bucketBytes,
    }),
    submit: (event) => driver?.submit(event),
    onRefused,
  });
  const crash = (error: unknown): void => {
    world.tell(`the coordinator crashes: ${(error as Error).message}`);
    if (!(error instanceof LockstepError && error.code === 'IO_FAILED'))
      monitor.note(`the coordinator crashed: ${(error as Error).stack}`);
    process.kill();
  };
  let onOver!: (state: CoordinatorState) => void;
  const over = new Promise<CoordinatorState>((resolve) => {
    onOver = resolve;
  });
  const started = await startCoordinator({
    frozen: { jobId: JOB_ID, job, jobSha256: '', jobDirectory: '', version: VERSION, createdAt: '' },
    numWanted: job.workers.max,
    limits: LIMITS,
    clock: process,
    start,
    store,
    recorder: {
      recordEvent: (event) => {
        folder.events.push(event);
        world.tell(describe(event));
      },
      recordStep: ({ entry }) => {
        folder.ledger.push(entry);
        world.tell(`step ${entry.step} committed by generation ${entry.generation}`);
      },
      rewind: (step) => {
        world.tell(`records taken back to step ${step}`);
        folder.ledger = folder.ledger.filter((entry) => entry.step <= step);
      },
    },
    send: (workerId, command) => {
      monitor.onSent(command);
      service.send(workerId, command);
    },
    writeManifest: (checkpoint) => writeManifest(world, process, checkpoint),
    onRefused: () => undefined,
    onOver,
    crash,
  });
  driver = started;
  onStarted(started);
  const handleSession = sessionHandler({ find: (jobId) => (jobId === JOB_ID ? service : null), onRefused });
  const stopListening = network.listen(process, COORDINATOR_ADDRESS, {
    [workerService.session.path]: (call) => handleSession(call as never),
  });

  const state = await over;
  await world.disk.delay(process);
  stopListening();
  for (let waitedMs = 0; network.numStreamsOf(process) > 0 && waitedMs < FAREWELL_MS; ) {
    await process.delay(FAREWELL_POLL_MS);
    waitedMs += FAREWELL_POLL_MS;
  }
  await started.close();
  monitor.onEnded(process);
  return state;
}

function newestCheckpoint({ folder }: SimulatedWorld): number {
  return Math.max(0, ...folder.checkpoints.keys());
}

/** What `findOrigin` finds in a run folder, without the folder. */
async function findStart(world: SimulatedWorld, store: StateStore, mode: StartMode): Promise<StartingPoint> {
  const { folder, monitor, tell } = world;
  const stored = (await store.get(`jobs/${JOB_ID}`))?.value as JobRecord | undefined;
  const step = newestCheckpoint(world);
  if (folder.ledger.length < step)
    monitor.note(`P11: the ledger ends before the checkpoint after step ${step}`);
  if (mode === 'resume') {
    tell(`resumed from step ${step}`);
    folder.ledger = folder.ledger.filter((entry) => entry.step <= step);
  }
  return { step, record: stored ?? null, isRestart: mode === 'restart' };
}

/** A checkpoint exists once its manifest does, which comes after the ledger and after all parts. */
async function writeManifest(
  { disk, folder }: SimulatedWorld,
  process: SimulatedProcess,
  { step, generation }: CheckpointInFlight,
): Promise<void> {
  await disk.sync(process);
  folder.checkpoints.set(step, checkpointFile(step, generation));
}

export function checkpointFile(step: number, generation: number): string {
  return `checkpoint-${step}-${generation}`;
}

/** An event as one line; what was measured in real time is no part of a story. */
function describe(event: JobEvent): string {
  return JSON.stringify(event, (name, value) =>
    name === 'measurement' || name === 'details' ? undefined : value,
  );
}
