/** A worker process: one rank. This thread talks, the training thread computes. */

import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createGrpcMesh } from '../collective/grpc-mesh.ts';
import { createPeerClients } from '../collective/peer-clients.ts';
import { createPullDesk } from '../collective/pull-desk.ts';
import { readWorkerConfig, type WorkerConfig } from '../config.ts';
import { ERROR_CODES, LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { trainingPlan } from '../core/plan/training-plan.ts';
import type { lockstep } from '../gen/lockstep.js';
import { createMetrics } from '../observe/metrics.ts';
import { type MetricsServer, startMetricsServer } from '../observe/metrics-server.ts';
import { runPaths } from '../store/run-folder.ts';
import { VERSION } from '../version.ts';
import { splitAddress } from '../wire/address.ts';
import { type CheckpointSaver, createCheckpointSaver } from './checkpoint-saver.ts';
import { type CollectiveServer, openCollectiveServer } from './collective-server.ts';
import { followPeer } from './follow-peer.ts';
import { observeWork } from './observe-work.ts';
import { openSession, type Session, type Welcome } from './session.ts';
import { createStateDonor } from './state-donor.ts';
import { failureOf } from './step-failure.ts';
import { createTrainer, type Trainer } from './trainer.ts';
import type { LoadReply } from './trainer-protocol.ts';
import { voteMessage } from './translate.ts';
import { work } from './worker.ts';

/** How long to try to reach a coordinator that does not answer yet. */
const GIVE_UP_MS = 60_000;

/** Everything that this process must end before it ends itself. */
interface Parts {
  readonly trainer: Trainer;
  readonly collective: CollectiveServer;
  readonly metricsServer: MetricsServer;
  readonly session: Session;
}

async function main(config: WorkerConfig): Promise<void> {
  const { jobId, workerId } = config;
  const trainer = createTrainer(new URL('./trainer-thread.js', import.meta.url));
  const desk = createPullDesk(jobId);
  const clients = createPeerClients();
  const donor = createStateDonor(jobId, trainer);
  const metrics = createMetrics('worker');
  const [collective, metricsServer] = await Promise.all([
    openCollectiveServer(config.listen, desk, donor),
    startMetricsServer({ ...splitAddress(config.http), registry: metrics.registry, notReady: () => null }),
  ]);
  const session = openSession({
    coordinatorAddress: config.coordinatorAddress,
    giveUpMs: GIVE_UP_MS,
    hello: () => ({
      workerId,
      jobId,
      version: VERSION,
      collectiveAddress: collective.address,
      metricsAddress: `${metricsServer.host}:${metricsServer.port}`,
      host: hostname(),
      pid: process.pid,
    }),
  });
  let isWelcome = false;
  session.welcome.then(
    () => {
      isWelcome = true;
    },
    () => undefined,
  );
  process.on('SIGTERM', () => {
    // Without a coordinator there is nobody to take leave of.
    if (!isWelcome) process.exit(0);
    session.say({ drain: { cause: 'SIGTERM' } });
  });

  const welcome = await session.welcome;
  const heartbeat = setInterval(() => session.say({ heartbeat: {} }), welcome.heartbeatMs);
  const job = JSON.parse(welcome.jobJson) as JobSpec;
  const saver = createCheckpointSaver(welcome.runDirectory, session);
  try {
    const loaded = await load(trainer, job, welcome);
    const { readiness } = loaded;
    metrics.workerInfo.set(
      { job_id: jobId, worker_id: workerId, engine: readiness.engine, version: VERSION },
      1,
    );
    session.say({ ready: readyMessage(loaded) });
    const stop = await work({
      job,
      plan: trainingPlan(job, readiness.numTraining),
      splits: readiness.splits,
      trainer,
      maxVectorLength: loaded.maxVectorLength,
      stepVectorLength: readiness.vectorLength,
      bucketBytes: welcome.bucketBytes,
      modelDirectory: runPaths(welcome.runDirectory).model,
      commands: session.commands(),
      connect: ({ generation, members }) =>
        createGrpcMesh({ jobId, workerId, generation, members, desk, clients }),
      vote: (generation, operation, vote) => session.say({ vote: voteMessage(generation, operation, vote) }),
      saveCheckpoint: saver.save,
      donate: donor.onApplied,
      follow: (donors, memory, signal) =>
        followPeer({
          jobId,
          workerId,
          donors,
          clients,
          trainer,
          memory,
          caughtUp: (step, donorId) => session.say({ caughtUp: { step, donorId } }),
          signal,
        }),
      observe: observeWork(metrics),
    });
    if (stop.failure?.code === 'STALE') process.exitCode = ERROR_CODES.CONFLICT.exitCode;
  } catch (error) {
    await reportFailure(session, error);
  } finally {
    clearInterval(heartbeat);
    await end({ trainer, collective, metricsServer, session }, saver);
    clients.close();
  }
}

/** Loads the job in the training thread. */
function load(trainer: Trainer, job: JobSpec, welcome: Welcome): Promise<LoadReply> {
  const { jobDirectory, runDirectory, checkpoint, checkpointStep } = welcome;
  return trainer.load({
    job,
    jobDirectory,
    programFile: runPaths(runDirectory).program,
    checkpoint: checkpoint === '' ? null : { file: checkpoint, step: checkpointStep },
  });
}

function readyMessage({ readiness }: LoadReply): lockstep.v1.IReady {
  const { numTraining, splits, dataFingerprint, classNames, notes, ...rest } = readiness;
  return {
    ...rest,
    notes: [...notes],
    dataset: {
      numTraining,
      numValidation: splits.validation ? 1 : 0,
      numTest: splits.test ? 1 : 0,
      fingerprint: dataFingerprint,
      classNames: [...classNames],
    },
  };
}

/** Tells the coordinator why this worker cannot go on, and waits for the answer: the job's end or its own dismissal. */
async function reportFailure(session: Session, error: unknown): Promise<void> {
  if (error instanceof LockstepError && error.code === 'UNAVAILABLE') throw error;
  session.say({ failure: failureOf(error) });
  for await (const command of session.commands()) if (command.kind === 'stop') return;
}

async function end(
  { trainer, collective, metricsServer, session }: Parts,
  saver: CheckpointSaver,
): Promise<void> {
  await saver.finished();
  session.close();
  collective.close();
  await Promise.all([trainer.close(), metricsServer.close()]);
}

function crash(error: unknown): never {
  const { stack, message } = error as Error;
  console.error(`${performance.now().toFixed(0)} ms: ${stack ?? message}`);
  process.exit(1);
}

// Ctrl-C reaches every process of the terminal; only the command that started this one acts on it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', crash);
main(readWorkerConfig()).then(() => process.disconnect?.(), crash);
