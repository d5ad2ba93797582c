/** A coordinator process: serves one run until its job is over. */
import { performance } from 'node:perf_hooks';
import { ServerCredentials } from '@grpc/grpc-js';
import { systemClock } from '../clock.ts';
import { type CoordinatorConfig, readCoordinatorConfig } from '../config.ts';
import { LockstepError } from '../core/errors.ts';
import { createMetrics } from '../observe/metrics.ts';
import { startMetricsServer } from '../observe/metrics-server.ts';
import { openFileStore } from '../store/file-store.ts';
import { readFrozenJob, runPaths } from '../store/run-folder.ts';
import { VERSION } from '../version.ts';
import { splitAddress } from '../wire/address.ts';
import { controlService, workerService } from '../wire/services.ts';
import { controlHandlers } from './control-handlers.ts';
import { type GrpcServer, startGrpcServer } from './grpc-server.ts';
import { type HostedJob, openJob } from './hosted-job.ts';
import { createMetricsRecorder } from './record-metrics.ts';
import { type SessionHandlerOptions, sessionHandler } from './session-handler.ts';

/** How long workers and watchers have to hang up. */
const FAREWELL_MS = 2_000;

async function main(config: CoordinatorConfig): Promise<void> {
  const { runDirectory, start, numWanted, askedAtMs } = config;
  const { jobId, job } = await readFrozenJob(runDirectory);
  const store = await openFileStore({ directory: runPaths(runDirectory).state, warn: console.error });
  const metrics = createMetrics('coordinator');
  const recorder = createMetricsRecorder(metrics);
  const hosted = await openJob({
    runDirectory,
    start,
    numWanted,
    askedAtMs,
    store,
    clock: systemClock,
    observe: () => ({
      onEvent: (event) => recorder.onEvent(event, performance.now()),
      onStep: (record, bytesSent) => recorder.onStep(record, bytesSent, performance.now()),
      onRefused: recorder.onRefused,
    }),
    crash,
  });
  const server = await serve({ listen: config.listen, hosted, onRefused: recorder.onRefused });
  const { host, port } = splitAddress(config.http);
  const metricsServer = await startMetricsServer({
    host,
    port,
    registry: metrics.registry,
    notReady: () => null,
    onScrape: () => recorder.onScrape(hosted.state(), hosted.nowMs()),
  });
  metrics.jobInfo.set({ job_id: jobId, job: job.name, engine: job.engine, version: VERSION }, 1);
  process.send?.({
    kind: 'listening',
    address: server.address,
    httpAddress: `${host}:${metricsServer.port}`,
  });

  await hosted.over;
  await Promise.race([server.end(), delay(FAREWELL_MS)]);
  server.kill();
  await hosted.close();
  await metricsServer.close();
  await store.close();
}

interface ServeOptions extends Pick<SessionHandlerOptions, 'onRefused'> {
  readonly listen: string;
  readonly hosted: HostedJob;
}

/** Opens the gRPC port for the workers and watchers of one job. Throws PORT_TAKEN. */
function serve({ listen, hosted, onRefused }: ServeOptions): Promise<GrpcServer> {
  const { jobId, workers, control } = hosted;
  const session = sessionHandler({ find: (id) => (id === jobId ? workers : null), onRefused });
  return startGrpcServer({
    listen,
    credentials: ServerCredentials.createInsecure(),
    interfaces: [
      { definition: workerService, handlers: { session } },
      { definition: controlService, handlers: controlHandlers((id) => (id === jobId ? control : null)) },
    ],
  });
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
