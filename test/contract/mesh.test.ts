import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMesh } from '../../src/collective/linked-mesh.ts';
import type { Mesh } from '../../src/collective/mesh.ts';
import { createPeerClients } from '../../src/collective/peer-clients.ts';
import { createPullDesk } from '../../src/collective/pull-desk.ts';
import { openSharedMemoryPort } from '../../src/collective/shared-memory-port.ts';
import { openCollectiveServer } from '../../src/worker/collective-server.ts';
import { describeMesh, type MeshWorld } from './mesh-contract.ts';

const JOB = 'job-1';

/** Workers with servers and, if there is a root for it, with shared memory. */
async function openWorld(numWorkers: number, root: string | null): Promise<MeshWorld> {
  const workers = await Promise.all(
    Array.from({ length: numWorkers }, async (_, index) => {
      const desk = createPullDesk(JOB);
      const server = await openCollectiveServer('127.0.0.1:0', desk, { handle: (call) => call.end() });
      const onNote = (note: string): never => {
        throw new Error(note);
      };
      const sharedMemory = root === null ? null : await openSharedMemoryPort({ root, onNote });
      return { workerId: `worker-${index}`, desk, server, clients: createPeerClients(), sharedMemory };
    }),
  );
  const open = new Map<number, (() => void)[]>();
  const connectOne = (generation: number, index: number, indexes: readonly number[]): Mesh => {
    const members = indexes.map((member) => ({
      workerId: workers[member]!.workerId,
      collectiveAddress: workers[member]!.server.address,
    }));
    const { server: _, ...worker } = workers[index]!;
    const mesh = createMesh({ jobId: JOB, generation, members, ...worker });
    open.set(index, [...(open.get(index) ?? []), mesh.close]);
    return mesh;
  };
  const everybody = workers.map((_, index) => index);
  return {
    connect: (generation, indexes = everybody) =>
      indexes.map((index) => connectOne(generation, index, indexes)),
    connectOne: (generation, index) => connectOne(generation, index, everybody),
    kill: (index) => {
      const { server, clients } = workers[index]!;
      server.close();
      for (const close of open.get(index) ?? []) close();
      clients.close();
    },
    close: () => {
      for (const closers of open.values()) for (const close of closers) close();
      for (const { server, clients, sharedMemory } of workers) {
        server.close();
        clients.close();
        sharedMemory?.close();
      }
    },
  };
}

describeMesh('gRPC', 'grpc', (numWorkers) => openWorld(numWorkers, null));

const isLinux = process.platform === 'linux';
if (isLinux) {
  // Any folder will do; that in /dev/shm is only faster.
  describeMesh('shared memory', 'shared-memory', async (numWorkers) => {
    const root = mkdtempSync(join(tmpdir(), 'shm-'));
    const world = await openWorld(numWorkers, root);
    return {
      ...world,
      close: async () => {
        await world.close();
        rmSync(root, { recursive: true });
      },
    };
  });
}
