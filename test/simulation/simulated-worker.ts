import { createHash } from 'node:crypto';
import { collectiveService } from '../../src/collective/collective-service.ts';
import { createGrpcMesh } from '../../src/collective/grpc-mesh.ts';
import type { PeerClients } from '../../src/collective/peer-clients.ts';
import { createPullDesk } from '../../src/collective/pull-desk.ts';
import { VERSION } from '../../src/version.ts';
import { workerService } from '../../src/wire/services.ts';
import type { CheckpointSaver } from '../../src/worker/checkpoint-saver.ts';
import { openStateStream } from '../../src/worker/open-state-stream.ts';
import { serveJob } from '../../src/worker/serve-job.ts';
import { openSession } from '../../src/worker/session.ts';
import { createStateDonor } from '../../src/worker/state-donor.ts';
import { VECTOR_LENGTH } from './arithmetic-model.ts';
import { createArithmeticTrainer } from './arithmetic-trainer.ts';
import { checkpointFile } from './simulated-coordinator.ts';
import { createSimulatedProcess, type SimulatedProcess } from './simulated-process.ts';
import { COORDINATOR_ADDRESS, JOB_ID, type SimulatedWorld } from './simulated-world.ts';
import { createTroubledLinks } from './troubled-links.ts';

export interface SimulatedWorker {
  readonly process: SimulatedProcess;
  /** Asks it to leave. */
  drain(): void;
  /** Flips a bit in the next sum that a peer sends it. */
  corrupt(): void;
}

const GIVE_UP_MS = 8_000;
/** Deadlines come in real time; rounded to this, they are the same each time. */
const CONNECT_UNIT_MS = 100;

/** A worker process: all of the real one but its thread, its sockets and its disk. */
export function startSimulatedWorker(world: SimulatedWorld, workerId: string): SimulatedWorker {
  const { clock, network, monitor, disk } = world;
  const process = createSimulatedProcess(workerId, clock);
  const trainer = createArithmeticTrainer({
    process,
    chance: world.newChance(),
    disk,
    onApplied: (step, weightsSha256) => monitor.onApplied(workerId, step, weightsSha256),
    onHolds: (step) => monitor.onHolds(workerId, step),
  });
  const desk = createPullDesk(JOB_ID);
  const donor = createStateDonor(JOB_ID, trainer);
  const clients = createMemoryClients(world, process);
  const links = createTroubledLinks({
    process,
    chance: world.newChance(),
    microShards: world.job.training.microShards,
    vectorLength: VECTOR_LENGTH,
  });
  const collectiveAddress = `${workerId}:1`;
  network.listen(process, collectiveAddress, {
    [collectiveService.pull.path]: (call) => desk.handle(call as never),
    [collectiveService.pullState.path]: (call) => donor.handle(call as never),
  });
  const { path, ...codec } = workerService.session;
  const session = openSession({
    coordinatorAddress: COORDINATOR_ADDRESS,
    openStream: () => network.open({ from: process, address: COORDINATOR_ADDRESS, path, codec }),
    hello: {
      workerId,
      jobId: JOB_ID,
      version: VERSION,
      collectiveAddress,
      metricsAddress: '',
      host: 'host',
      pid: 1,
    },
    giveUpMs: GIVE_UP_MS,
    clock: process,
  });
  const served = serveJob({
    session: {
      ...session,
      say: (message) => {
        monitor.onSaid(workerId, message);
        session.say(message);
      },
    },
    trainer,
    donor,
    connect: ({ generation, members }) =>
      links.trouble(createGrpcMesh({ jobId: JOB_ID, workerId, generation, members, desk, clients })),
    openState: (peer) => openStateStream(clients, peer, { jobId: JOB_ID, workerId }),
    createSaver: () => createMemorySaver(world, process),
    observe: () => undefined,
    onLoaded: () => undefined,
    clock: process,
    overlapFromBytes: world.overlapFromBytes,
  });
  const end = async (reason: string): Promise<void> => {
    world.tell(`${workerId} ends: ${reason}`);
    session.close();
    await trainer.close();
    monitor.onEnded(process);
    process.kill();
  };
  served.finished.then(
    ({ reason }) => end(reason),
    (error: Error) => end(error.message),
  );
  return { process, drain: () => served.drain('asked to leave'), corrupt: links.corrupt };
}

/** Streams to peers that run in memory, where grpc-js would make them. */
function createMemoryClients({ network }: SimulatedWorld, from: SimulatedProcess): PeerClients {
  const codecs = new Map(Object.values(collectiveService).map((method) => [method.path, method]));
  const get = (address: string) => ({
    waitForReady: (deadline: number, onReady: (late?: Error) => void) => {
      const timeoutMs = Math.round((deadline - Date.now()) / CONNECT_UNIT_MS) * CONNECT_UNIT_MS;
      network
        .reach(from, address, timeoutMs)
        .then((isReady) => onReady(isReady ? undefined : new Error('late')));
    },
    makeServerStreamRequest: (path: string, _serialize: unknown, _deserialize: unknown, request: unknown) =>
      network.open({ from, address, path, codec: codecs.get(path)!, request }),
  });
  return { get: get as never, retain: () => undefined, close: () => undefined };
}

/** Writes checkpoint parts to the disk of the world, one after the other, as the real saver does. */
function createMemorySaver({ disk }: SimulatedWorld, process: SimulatedProcess): CheckpointSaver {
  let writing = Promise.resolve();
  return {
    save: ({ generation, step, rank }, { begin, bytes, fileBytes }, report) => {
      writing = writing.then(async () => {
        const part = { generation, step, rank, begin, end: begin + bytes.length, fileBytes };
        try {
          await disk.write(process, checkpointFile(step, generation), { position: begin, bytes });
          report({ ...part, sha256: createHash('sha256').update(bytes).digest('hex') });
        } catch (error) {
          report({ ...part, failure: (error as Error).message });
        }
      });
    },
    takeSpareMemory: () => null,
    finished: () => writing,
  };
}
