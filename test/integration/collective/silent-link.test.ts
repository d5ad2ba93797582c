import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { collectiveService } from '../../../src/collective/collective-service.ts';
import { createGrpcMesh } from '../../../src/collective/grpc-mesh.ts';
import type { Mesh } from '../../../src/collective/mesh.ts';
import { createPeerClients, type PeerClients } from '../../../src/collective/peer-clients.ts';
import { createPullDesk, type PullDesk } from '../../../src/collective/pull-desk.ts';
import { type LinkProxy, openLinkProxy } from '../../../src/launch/link-proxy.ts';
import { splitAddress } from '../../../src/wire/address.ts';
import { openCollectiveServer } from '../../../src/worker/collective-server.ts';

const JOB = 'job-1';

interface Peer {
  readonly workerId: string;
  readonly desk: PullDesk;
  readonly clients: PeerClients;
  /** In front of its server. */
  readonly proxy: LinkProxy;
}

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

async function openPeers(numPeers: number): Promise<Peer[]> {
  return Promise.all(
    Array.from({ length: numPeers }, async (_, index) => {
      const desk = createPullDesk(JOB);
      const server = await openCollectiveServer('127.0.0.1:0', desk, { handle: (call) => call.end() });
      const proxy = await openLinkProxy();
      proxy.pointTo(splitAddress(server.address));
      const clients = createPeerClients();
      cleanups.push(server.close, proxy.close, clients.close);
      return { workerId: `worker-${index}`, desk, clients, proxy };
    }),
  );
}

function openMeshes(peers: readonly Peer[], generation: number): Mesh[] {
  const members = peers.map(({ workerId, proxy }) => ({ workerId, collectiveAddress: proxy.address }));
  return peers.map(({ workerId, desk, clients }) => {
    const mesh = createGrpcMesh({ jobId: JOB, workerId, generation, members, desk, clients });
    cleanups.push(mesh.close);
    return mesh;
  });
}

/** Resolves when every rank has had a chunk from every other one. */
async function exchange(meshes: readonly Mesh[]): Promise<void> {
  const heard = meshes.map(
    ({ receive }) =>
      new Promise<void>((resolve) => {
        const from = new Set<number>();
        receive((fromRank) => {
          if (from.add(fromRank).size === meshes.length - 1) resolve();
        });
      }),
  );
  for (const { rank, generation, send } of meshes) {
    for (const peer of meshes.keys()) {
      const values = Float32Array.of(rank);
      if (peer !== rank) await send(peer, { generation, operation: 4, position: 0, subtree: 0, values });
    }
  }
  await Promise.all(heard);
}

/** Serves pulls and never sends anything, in a process of its own. */
const MUTE_PEER = `
  const { Server, ServerCredentials } = require('@grpc/grpc-js');
  const same = (bytes) => bytes;
  const serialization = { requestSerialize: same, requestDeserialize: same, responseSerialize: same, responseDeserialize: same };
  const server = new Server();
  const pull = { path: process.argv[1], requestStream: false, responseStream: true, ...serialization };
  server.addService({ pull }, { pull: () => process.stdout.write(' pulled') });
  server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => process.stdout.write(String(port)));
`;

describe('a link that is silent', () => {
  it('breaks when packets are dropped, and is not blamed on a link that works', async () => {
    const peers = await openPeers(3);
    const meshes = openMeshes(peers, 1);
    await exchange(meshes);
    peers[1]!.proxy.pause();
    const ends = await Promise.all([meshes[0]!.broken, meshes[2]!.broken]);
    expect(ends.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('breaks when the process at its other end is stopped', async () => {
    const child = spawn(process.execPath, ['-e', MUTE_PEER, collectiveService.pull.path]);
    cleanups.push(() => child.kill('SIGKILL'));
    const [port] = await once(child.stdout, 'data');
    const [peer] = await openPeers(1);
    const { workerId, desk, clients, proxy } = peer!;
    const members = [
      { workerId, collectiveAddress: proxy.address },
      { workerId: 'mute', collectiveAddress: `127.0.0.1:${port}` },
    ];
    const mesh = createGrpcMesh({ jobId: JOB, workerId, generation: 1, members, desk, clients });
    cleanups.push(mesh.close);
    expect(String((await once(child.stdout, 'data'))[0])).toBe(' pulled');
    child.kill('SIGSTOP');
    expect((await mesh.broken).rank).toBe(1);
  });

  it('breaks too when it is silent from the beginning of a generation', async () => {
    const peers = await openPeers(2);
    peers[1]!.proxy.pause();
    const [mesh] = openMeshes(peers, 1);
    expect(await mesh!.broken).toEqual({
      rank: 1,
      message: `no connection to ${peers[1]!.proxy.address} within 3000 ms`,
    });
  });

  it('stays whole while nobody has anything to send', async () => {
    const peers = await openPeers(2);
    const meshes = openMeshes(peers, 1);
    await exchange(meshes);
    const quiet = new Promise((resolve) => setTimeout(resolve, 4_000, 'quiet'));
    expect(await Promise.race([quiet, ...meshes.map(({ broken }) => broken)])).toBe('quiet');
  });
});
