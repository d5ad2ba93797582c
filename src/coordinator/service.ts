import { mkdir, rm } from 'node:fs/promises';
import type { ServerCredentials } from '@grpc/grpc-js';
import type { Clock } from '../clock.ts';
import { LockstepError } from '../core/errors.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Logger } from '../observe/logger.ts';
import { createMetrics } from '../observe/metrics.ts';
import { startMetricsServer } from '../observe/metrics-server.ts';
import { runPaths } from '../store/run-folder.ts';
import type { StateStore } from '../store/state-store.ts';
import { VERSION } from '../version.ts';
import { splitAddress } from '../wire/address.ts';
import { controlService, poolService, workerService } from '../wire/services.ts';
import { createDispatcher } from './dispatcher.ts';
import { startGrpcServer } from './grpc-server.ts';
import { type JobEntry, takeUpJob } from './job-host.ts';
import { createJobMetrics } from './job-metrics.ts';
import { readPool } from './read-pool.ts';
import { receiveSubmission } from './receive-submission.ts';
import { serviceHandlers } from './service-handlers.ts';
import { sessionHandler } from './session-handler.ts';
import { createSubmissions, dataPaths, type Submission } from './submissions.ts';
import { createWorkerPool } from './worker-pool.ts';

export interface ServiceOptions {
  /** Folder of everything that is kept, whole path; workers see it under the same one. */
  readonly data: string;
  readonly store: StateStore;
  /** HOST:PORT of gRPC and of HTTP; port 0 takes a free one. */
  readonly listen: string;
  readonly http: string;
  readonly credentials: ServerCredentials;
  /** Something listens beyond loopback without TLS, because somebody typed `--insecure`. */
  readonly isInsecure?: boolean;
  readonly clock: Clock;
  readonly log: Logger;
  /** An invariant is broken or the store is gone: the process must not go on. */
  readonly crash: (error: unknown) => void;
}

/** A coordinator that serves many jobs to a pool of workers, until it is closed. */
export interface Service {
  readonly address: string;
  readonly httpAddress: string;
  close(): Promise<void>;
}

/** After a restart agents need a moment to come back and say what runs. */
const SETTLE_MS = 2_000;
/** Submissions whose files are on their way at once. */
const MAX_RECEIVING = 32;

/** Takes up all jobs that are not over, and serves. Throws PORT_TAKEN, and IO_FAILED where the folder cannot be used. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { store, clock, log, crash } = options;
  const { incoming, runDirectory } = dataPaths(options.data);
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const metrics = createMetrics('pool');
  const jobMetrics = createJobMetrics(VERSION);
  metrics.registry.registerMetric(jobMetrics.insecureGauge(options.isInsecure ?? false));
  const entries = new Map<string, JobEntry>();
  const submissions = createSubmissions({ store, runDirectory, nowMs: Date.now });
  let wake: () => void = () => undefined;

  const takeUp = async (submission: Submission): Promise<void> => {
    const { jobId } = submission;
    const entry = await takeUpJob(submission, {
      store,
      clock,
      runDirectory: runDirectory(jobId),
      observe: jobMetrics.open,
      onBroken: (id, error) => log.error({ jobId: id, err: error }, 'job cannot go on'),
      onChange: () => wake(),
      crash,
    });
    entries.set(jobId, entry);
  };
  for (const submission of (await submissions.load()).sort((a, b) => a.submittedMs - b.submittedMs))
    await takeUp(submission);
  const unfinished = (): JobEntry[] => [...entries.values()].filter((entry) => !isOver(entry));
  const wasAtWork = unfinished().some((entry) => entry.hosted() !== null);
  log.info({ jobs: entries.size, unfinished: unfinished().length }, 'jobs taken up');

  const pool = createWorkerPool({
    version: VERSION,
    clock,
    logDirectory: (jobId) => runPaths(runDirectory(jobId)).logs,
    isWanted: (jobId) => {
      const entry = entries.get(jobId);
      return entry !== undefined && !isOver(entry);
    },
    onWorkerEnded: (end) => {
      log.info({ ...end.worker, cause: end.cause }, 'worker ended');
      dispatcher.onWorkerEnded(end);
    },
    onChange: () => wake(),
  });
  const dispatcher = createDispatcher({ pool, jobs: unfinished, clock, settleMs: wasAtWork ? SETTLE_MS : 0 });
  wake = dispatcher.wake;

  const receiving = limitCalls(MAX_RECEIVING, `${MAX_RECEIVING} jobs are being submitted; try again`);
  const submit = async (parts: AsyncIterable<lockstep.v1.ISubmitPart>): Promise<lockstep.v1.ISubmitReply> => {
    const now = (): Date => new Date();
    const received = await receiving(() =>
      receiveSubmission(parts, { incoming, runDirectory, version: VERSION, now }),
    );
    const { submission, existed } = await submissions.accept(received);
    const { jobId } = submission;
    if (!entries.has(jobId)) await takeUp(submission);
    log.info({ jobId, existed }, 'job submitted');
    wake();
    return { jobId, existed };
  };
  const find = (jobId: string): JobEntry | null => entries.get(jobId) ?? null;
  const session = sessionHandler({
    find: (jobId) => find(jobId)?.hosted()?.workers ?? null,
    onRefused: () => metrics.poolRefusedSessions.inc(),
  });
  const list = (): JobEntry[] => [...entries.values()].reverse();
  const onError = (error: unknown): void => log.error(error, 'a call failed');
  const control = serviceHandlers({ find, list, pool, runDirectory, submit, onError });
  const server = await startGrpcServer({
    listen: options.listen,
    credentials: options.credentials,
    noticesSilence: true,
    interfaces: [
      { definition: workerService, handlers: { session } },
      { definition: poolService, handlers: { attend: pool.handleAttend } },
      { definition: controlService, handlers: control },
    ],
  });
  const { host, port } = splitAddress(options.http);
  const metricsServer = await startMetricsServer({
    host,
    port,
    registry: jobMetrics.registryOf(metrics.registry, () =>
      unfinished().flatMap((entry) => entry.hosted() ?? []),
    ),
    notReady: () => null,
    onScrape: () => readPool(metrics, { entries: [...entries.values()], pool, nowMs: Date.now() }),
  });

  return {
    address: server.address,
    httpAddress: `${host}:${metricsServer.port}`,
    close: async () => {
      dispatcher.close();
      pool.close();
      server.kill();
      await Promise.all([...entries.values()].map((entry) => entry.hosted()?.close()));
      await metricsServer.close();
      await store.close();
    },
  };
}

/** Lets no more than `max` calls run at once; throws UNAVAILABLE for one more. */
function limitCalls(max: number, message: string): <T>(call: () => Promise<T>) => Promise<T> {
  let numRunning = 0;
  return async (call) => {
    if (numRunning >= max) throw new LockstepError('UNAVAILABLE', message);
    numRunning += 1;
    try {
      return await call();
    } finally {
      numRunning -= 1;
    }
  };
}

function isOver(entry: JobEntry): boolean {
  const state = entry.state();
  return state === 'succeeded' || state === 'failed' || state === 'interrupted';
}
