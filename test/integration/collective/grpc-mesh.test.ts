import { type Client, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { addInPlace } from '../../../src/collective/add-in-place.ts';
import { createAllReduce } from '../../../src/collective/all-reduce.ts';
import { collectiveService } from '../../../src/collective/collective-service.ts';
import { createGrpcMesh } from '../../../src/collective/grpc-mesh.ts';
import type { Mesh } from '../../../src/collective/mesh.ts';
import { createPeerClients, type PeerClients } from '../../../src/collective/peer-clients.ts';
import { createPullDesk, type PullDesk } from '../../../src/collective/pull-desk.ts';
import { createRandom } from '../../../src/core/plan/random.ts';
import { foldSubtrees } from '../../../src/core/reduction/canonical-tree.ts';
import { type CollectiveServer, openCollectiveServer } from '../../../src/worker/collective-server.ts';

const JOB = 'job-1';
/** 3 MB: segments larger than one chunk. */
const LENGTH = 750_001;

interface Peer {
  readonly workerId: string;
  readonly desk: PullDesk;
  readonly server: CollectiveServer;
  readonly clients: PeerClients;
  /** Reasons of the pulls that it refused. */
  readonly refused: string[];
}

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

async function openPeers(numPeers: number): Promise<Peer[]> {
  return Promise.all(
    Array.from({ length: numPeers }, async (_, index) => {
      const refused: string[] = [];
      const desk = createPullDesk(JOB, (reason) => refused.push(reason));
      const server = await openCollectiveServer('127.0.0.1:0', desk, { handle: (call) => call.end() });
      const clients = createPeerClients();
      cleanups.push(server.close, clients.close);
      return { workerId: `worker-${index}`, desk, server, clients, refused };
    }),
  );
}

function mesh(peer: Peer, peers: readonly Peer[], generation: number): Mesh {
  const { workerId, desk, clients } = peer;
  const members = peers.map((member) => ({
    workerId: member.workerId,
    collectiveAddress: member.server.address,
  }));
  const made = createGrpcMesh({ jobId: JOB, workerId, generation, members, desk, clients });
  cleanups.push(made.close);
  return made;
}

function randomVector(...seeds: number[]): Float32Array {
  const random = createRandom(...seeds);
  return Float32Array.from({ length: LENGTH }, () => random() / 2 ** 31 - 1);
}

/** Each rank brings one micro-shard; returns whether all ranks got the bits of the fold. */
async function reduceOnce(
  meshes: readonly Mesh[],
  reducers: readonly ReturnType<typeof createAllReduce>[],
  operation: number,
): Promise<boolean> {
  const vectors = meshes.map(({ rank, generation }) => randomVector(generation, operation, rank));
  const due = Buffer.from(
    foldSubtrees(
      vectors.length,
      ({ begin, end }) => (end - begin === 1 ? vectors[begin]!.slice() : undefined),
      addInPlace,
    ).buffer,
  );
  const outs = await Promise.all(
    reducers.map(async (reducer, rank) => {
      const out = new Float32Array(LENGTH);
      await reducer.run({
        operation,
        partials: [{ subtree: { begin: rank, end: rank + 1 }, values: vectors[rank]! }],
        out,
        signal: new AbortController().signal,
      });
      return out;
    }),
  );
  return outs.every((out) => due.equals(Buffer.from(out.buffer)));
}

function createReducers(meshes: readonly Mesh[]) {
  const options = { bucketBytes: 4 * 1024 * 1024, maxEarlyBytes: 64 * 1024 * 1024 };
  return meshes.map((mesh) => createAllReduce({ mesh, microShards: meshes.length, ...options }));
}

/** Pulls as a peer would and returns the status that ends the stream. */
function pull(
  client: Client,
  request: { jobId: string; generation: number; rank?: number },
): Promise<{ code: number; details: string }> {
  const { path, requestSerialize, responseDeserialize } = collectiveService.pull;
  return new Promise((resolve) => {
    const message = { rank: 1, workerId: 'somebody', ...request };
    const stream = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, message);
    stream.on('data', () => undefined);
    stream.on('error', () => undefined);
    stream.on('status', resolve);
  });
}

describe('a mesh over gRPC', () => {
  it('reduces large vectors, operation after operation and generation after generation', async () => {
    const peers = await openPeers(3);
    for (const generation of [1, 2]) {
      const meshes = peers.map((peer) => mesh(peer, peers, generation));
      const reducers = createReducers(meshes);
      for (const operation of [4, 8, 12]) expect(await reduceOnce(meshes, reducers, operation)).toBe(true);
      for (const { close } of meshes) close();
    }
  });

  it('goes on with the survivors when a peer has gone', async () => {
    const peers = await openPeers(3);
    const before = peers.map((peer) => mesh(peer, peers, 1));
    peers[1]!.server.close();
    expect((await before[0]!.broken).rank).toBe(1);
    const survivors = [peers[0]!, peers[2]!];
    const meshes = survivors.map((peer) => mesh(peer, survivors, 2));
    for (const { close } of before) close();
    expect(await reduceOnce(meshes, createReducers(meshes), 4)).toBe(true);
  });

  it('lets a peer wait that hears of a generation first', async () => {
    const peers = await openPeers(2);
    const first = mesh(peers[0]!, peers, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const meshes = [first, mesh(peers[1]!, peers, 1)];
    expect(await reduceOnce(meshes, createReducers(meshes), 4)).toBe(true);
  });

  it('P7: refuses to serve an older generation, a rank that does not exist, or another job', async () => {
    const peers = await openPeers(2);
    mesh(peers[0]!, peers, 5);
    const client = peers[1]!.clients.get(peers[0]!.server.address);
    expect(await pull(client, { jobId: JOB, generation: 4 })).toMatchObject({
      code: status.FAILED_PRECONDITION,
      details: 'generation 4 is over; this worker is in 5',
    });
    expect(await pull(client, { jobId: JOB, generation: 5, rank: 2 })).toMatchObject({
      details: 'no such rank',
    });
    expect(await pull(client, { jobId: 'job-2', generation: 5 })).toMatchObject({
      code: status.FAILED_PRECONDITION,
      details: 'this worker serves job job-1, not job-2',
    });
    expect(peers[0]!.refused).toEqual(['stale', 'wrong_job']);
  });

  it('tells the others when one of its ends is closed', async () => {
    const peers = await openPeers(3);
    const meshes = peers.map((peer) => mesh(peer, peers, 1));
    expect(await reduceOnce(meshes, createReducers(meshes), 4)).toBe(true);
    meshes[2]!.close();
    expect((await meshes[0]!.broken).rank).toBe(2);
    expect((await meshes[1]!.broken).rank).toBe(2);
  });
});
