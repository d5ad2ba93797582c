/** A coordinator process: serves one run until its job is over. */
import { performance } from 'node:perf_hooks';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { systemClock } from '../clock.ts';
import { type CoordinatorConfig, readCoordinatorConfig } from '../config.ts';
import { type CoordinatorState, DEFAULT_LIMITS } from '../core/coordinator/coordinator-state.ts';
import { LockstepError } from '../core/errors.ts';
import { DEFAULT_BUCKET_BYTES } from '../core/reduction/buckets.ts';
import { createMetrics } from '../observe/metrics.ts';
import { startMetricsServer } from '../observe/metrics-server.ts';
import { removePartialCheckpoints } from '../store/checkpoint-folder.ts';
import { openFileStore } from '../store/file-store.ts';
import { readFrozenJob, runPaths } from '../store/run-folder.ts';
import { VERSION } from '../version.ts';
import { splitAddress } from '../wire/address.ts';
import { controlService, workerService } from '../wire/services.ts';
import { createCheckpointKeeper } from './checkpoint-keeper.ts';
import { createControlService } from './control-service.ts';
import { type CoordinatorDriver, startCoordinator } from './coordinator.ts';
import { createMetricsRecorder } from './record-metrics.ts';
import { findOrigin } from './run-origin.ts';
import { openRunRecorder } from './run-recorder.ts';
import { createWorkerService } from './worker-service.ts';

const HEARTBEAT_MS = 500;
/** How long workers and watchers have to hear the last word. */
const FAREWELL_MS = 2_000;

async function main(config: CoordinatorConfig): Promise<void> {
  const paths = runPaths(config.runDirectory);
  const frozen = await readFrozenJob(config.runDirectory);
  const store = await openFileStore({ directory: paths.state, warn: console.error });
  const origin = await findOrigin(config, { paths, frozen, store });
  const metrics = createMetrics('coordinator');
  const metricsRecorder = createMetricsRecorder(metrics);
  let driver: CoordinatorDriver | null = null;
  const submit: CoordinatorDriver['submit'] = (event) => driver?.submit(event);
  const control = createControlService(submit);
  const recorder = await openRunRecorder({
    paths,
    frozen,
    askedAtMs: config.askedAtMs,
    past: origin.past,
    onEvent: (event) => {
      metricsRecorder.onEvent(event, performance.now());
      control.publishEvent(event);
    },
    onStep: (record, bytesSent) => {
      metricsRecorder.onStep(record, bytesSent, performance.now());
      control.publishStep(record);
    },
    onWriteError: (error) =>
      recorder.warn(`the run folder cannot be written, training goes on: ${error.message}`),
  });
  if (!origin.start.isRestart) recorder.rewind(origin.start.step);
  for (const message of origin.warnings) recorder.warn(message);
  const keepCheckpoint = createCheckpointKeeper({
    paths,
    frozen,
    engine: () => driver?.state().readiness?.engine ?? '',
    bestStep: () => recorder.bestStep(),
  });
  /** The checkpoint that workers load which come now. */
  let newest = { stateFile: origin.stateFile, step: origin.start.step };
  const workers = createWorkerService({
    jobId: frozen.jobId,
    version: VERSION,
    welcome: () => ({
      jobJson: JSON.stringify(frozen.job),
      jobDirectory: frozen.jobDirectory,
      runDirectory: config.runDirectory,
      heartbeatMs: HEARTBEAT_MS,
      checkpoint: newest.stateFile,
      checkpointStep: newest.step,
      bucketBytes: DEFAULT_BUCKET_BYTES,
    }),
    submit,
  });
  let onOver!: (state: CoordinatorState) => void;
  const over = new Promise<CoordinatorState>((resolve) => {
    onOver = resolve;
  });
  // Before anybody can connect: what comes while there is no driver would be lost.
  const started = await startCoordinator({
    frozen,
    numWanted: config.numWanted,
    limits: DEFAULT_LIMITS,
    clock: systemClock,
    start: origin.start,
    store,
    recorder,
    send: workers.send,
    writeManifest: async (checkpoint) => {
      await recorder.flush();
      newest = { stateFile: await keepCheckpoint(checkpoint), step: checkpoint.step };
    },
    onRefused: metricsRecorder.onRefused,
    onOver,
    crash,
  });
  driver = started;
  const server = await serve(config.listen, workers, control);
  const { host, port } = splitAddress(config.http);
  const metricsServer = await startMetricsServer({
    host,
    port,
    registry: metrics.registry,
    notReady: () => null,
    onScrape: () => metricsRecorder.onScrape(started.state(), started.nowMs()),
  });
  metrics.jobInfo.set(
    { job_id: frozen.jobId, job: frozen.job.name, engine: frozen.job.engine, version: VERSION },
    1,
  );
  process.send?.({
    kind: 'listening',
    address: server.address,
    httpAddress: `${host}:${metricsServer.port}`,
  });

  const state = await over;
  const result = await recorder.finish(state);
  await Promise.race([control.publishResult(result), delay(FAREWELL_MS)]);
  await Promise.race([server.end(), delay(FAREWELL_MS)]);
  server.kill();
  await removePartialCheckpoints(paths.checkpoints);
  await started.close();
  await metricsServer.close();
  await store.close();
}

/** Opens the gRPC port. Throws PORT_TAKEN. */
async function serve(
  listen: string,
  workers: ReturnType<typeof createWorkerService>,
  control: ReturnType<typeof createControlService>,
) {
  const server = new Server({ 'grpc.max_receive_message_length': 16 * 1024 * 1024 });
  server.addService(workerService, { session: workers.handleSession });
  server.addService(controlService, { watch: control.handleWatch, stopJob: control.handleStopJob });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(listen, ServerCredentials.createInsecure(), (error, bound) => {
      if (!error) resolve(bound);
      else
        reject(
          new LockstepError('PORT_TAKEN', `the coordinator cannot listen on ${listen}: ${error.message}`),
        );
    });
  });
  return {
    address: `${splitAddress(listen).host}:${port}`,
    /** Resolves when every worker and watcher has hung up. */
    end: () => new Promise<void>((resolve) => server.tryShutdown(() => resolve())),
    kill: () => server.forceShutdown(),
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

function crash(error: unknown): never {
  const { code, message, stack } =
    error instanceof LockstepError
      ? { code: error.code, message: error.message, stack: error.details ?? '' }
      : { code: 'INTERNAL', message: (error as Error).message, stack: (error as Error).stack ?? '' };
  process.send?.({ kind: 'crashed', error: { code, message, details: stack } });
  console.error(stack || message);
  process.exit(1);
}

process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', crash);
main(readCoordinatorConfig()).then(() => {
  process.disconnect?.();
}, crash);
