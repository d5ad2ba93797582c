/** A worker process: one rank. This thread talks, the training thread computes. */

import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { systemClock } from '../clock.ts';
import { createMesh } from '../collective/linked-mesh.ts';
import { createPeerClients } from '../collective/peer-clients.ts';
import { createPullDesk } from '../collective/pull-desk.ts';
import { openSharedMemoryPort } from '../collective/shared-memory-port.ts';
import { readWorkerConfig, type WorkerConfig } from '../config.ts';
import { ERROR_CODES } from '../core/errors.ts';
import { createMetrics } from '../observe/metrics.ts';
import { startMetricsServer } from '../observe/metrics-server.ts';
import { VERSION } from '../version.ts';
import { splitAddress } from '../wire/address.ts';
import { createCheckpointSaver } from './checkpoint-saver.ts';
import { openCollectiveServer } from './collective-server.ts';
import { observeWork } from './observe-work.ts';
import { openStateStream } from './open-state-stream.ts';
import { serveJob } from './serve-job.ts';
import { openSession } from './session.ts';
import { createSessionClient } from './session-stream.ts';
import { createStateDonor } from './state-donor.ts';
import { createTrainer } from './trainer.ts';

/** How long to try to reach a coordinator that does not answer. */
const GIVE_UP_MS = 60_000;

async function main(config: WorkerConfig): Promise<void> {
  const { jobId, workerId, coordinatorAddress } = config;
  const trainer = createTrainer(new URL('./trainer-thread.js', import.meta.url));
  const metrics = createMetrics('worker');
  const onRefused = (reason: 'wrong_job' | 'stale'): void => metrics.workerRefusedMessages.inc({ reason });
  const desk = createPullDesk(jobId, onRefused);
  const clients = createPeerClients();
  const donor = createStateDonor(jobId, trainer, onRefused);
  const [sharedMemory, collective, metricsServer] = await Promise.all([
    openSharedMemoryPort({ onNote: (note) => console.error(note) }),
    openCollectiveServer(config.listen, desk, donor),
    startMetricsServer({ ...splitAddress(config.http), registry: metrics.registry, notReady: () => null }),
  ]);
  process.send?.({ kind: 'listening', address: collective.address });
  const reachable = (address: string): string =>
    config.advertiseHost ? `${config.advertiseHost}:${splitAddress(address).port}` : address;
  const sessionClient = createSessionClient(coordinatorAddress);
  const session = openSession({
    coordinatorAddress,
    openStream: sessionClient.openStream,
    hello: {
      workerId,
      jobId,
      version: VERSION,
      collectiveAddress: config.advertise ?? reachable(collective.address),
      metricsAddress: reachable(`${metricsServer.host}:${metricsServer.port}`),
      host: hostname(),
      pid: process.pid,
    },
    giveUpMs: GIVE_UP_MS,
    clock: systemClock,
  });
  const served = serveJob({
    session,
    trainer,
    donor,
    connect: ({ generation, members }, vectors) =>
      createMesh({ jobId, workerId, generation, members, desk, clients, sharedMemory, vectors }),
    openState: (peer) => openStateStream(clients, peer, { jobId, workerId }),
    createSaver: createCheckpointSaver,
    observe: observeWork(metrics),
    onLoaded: ({ engine }) => {
      metrics.workerInfo.set({ job_id: jobId, worker_id: workerId, engine, version: VERSION }, 1);
      process.send?.({ kind: 'loaded' });
    },
    clock: systemClock,
  });
  process.on('SIGTERM', () => {
    // Without a coordinator there is nobody to take leave of.
    if (!session.isOpen()) process.exit(0);
    served.drain('SIGTERM');
  });
  try {
    const { failure } = await served.finished;
    if (failure?.code === 'STALE') {
      console.error(failure.message);
      process.exitCode = ERROR_CODES.CONFLICT.exitCode;
    }
  } finally {
    session.close();
    sessionClient.close();
    collective.close();
    clients.close();
    sharedMemory?.close();
    await Promise.all([trainer.close(), metricsServer.close()]);
  }
}

function crash(error: unknown): never {
  const { stack, message } = error as Error;
  console.error(`${performance.now().toFixed(0)} ms: ${stack ?? message}`);
  process.exit(1);
}

// Ctrl-C reaches every process of the terminal; only the command that started this one acts on it.
process.on('SIGINT', () => undefined);
// With the exit code that was set: a worker that was dismissed is started anew only if that is not 0.
process.on('disconnect', () => process.exit());
process.on('uncaughtException', crash);
main(readWorkerConfig()).then(() => process.disconnect?.(), crash);
