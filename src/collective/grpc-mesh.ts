import type { ClientReadableStream } from '@grpc/grpc-js';
import type { MemberAddress } from '../core/coordinator/worker-command.ts';
import type { Chunk } from './chunk.ts';
import { collectiveService } from './collective-service.ts';
import { createDeferred, type Deferred } from './deferred.ts';
import type { ChunkHandler, LinkFailure, Mesh } from './mesh.ts';
import type { PeerClients } from './peer-clients.ts';
import type { PullCall, PullDesk } from './pull-desk.ts';

/** How long a connection may take. Every member listens before it has a rank, so that a longer silence is a broken link. */
const CONNECT_MS = 3_000;

export interface GrpcMeshOptions {
  readonly jobId: string;
  readonly workerId: string;
  readonly generation: number;
  /** In the order of the ranks. */
  readonly members: readonly MemberAddress[];
  readonly desk: PullDesk;
  readonly clients: PeerClients;
}

/**
 * Links over gRPC. Each rank pulls from every peer: a chunk for a peer is written to the stream that the peer opened,
 * since in grpc-js only the receiving client has a flow-control window worth the name.
 */
export function createGrpcMesh(options: GrpcMeshOptions): Mesh {
  const { jobId, workerId, generation, members, desk, clients } = options;
  const rank = members.findIndex((member) => member.workerId === workerId);
  const broken = createDeferred<LinkFailure>();
  const outgoing = members.map(() => createDeferred<PullCall>());
  const incoming: ClientReadableStream<Chunk>[] = [];
  const early: { fromRank: number; chunk: Chunk }[] = [];
  let handler: ChunkHandler | null = null;
  let isClosed = false;

  const fail = (peer: number, message: string): void => {
    if (!isClosed) broken.resolve({ rank: peer, message });
  };
  const deliver: ChunkHandler = (fromRank, chunk) => {
    if (handler) handler(fromRank, chunk);
    else early.push({ fromRank, chunk });
  };

  desk.open(generation, (peer, call) => attach(outgoing[peer], call, (message) => fail(peer, message)));
  clients.retain(members.map((member) => member.collectiveAddress));
  members.forEach((member, peer) => {
    if (peer === rank) return;
    const { path, requestSerialize, responseDeserialize } = collectiveService.pull;
    const client = clients.get(member.collectiveAddress);
    client.waitForReady(Date.now() + CONNECT_MS, (late) => {
      if (late) fail(peer, `no connection to ${member.collectiveAddress} within ${CONNECT_MS} ms`);
    });
    const stream = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, {
      jobId,
      generation,
      rank,
      workerId,
    });
    stream.on('data', (chunk: Chunk) => deliver(peer, chunk));
    stream.on('error', (error) => fail(peer, error.message));
    stream.on('end', () => fail(peer, 'the peer closed the stream'));
    incoming.push(stream);
  });

  return {
    generation,
    rank,
    worldSize: members.length,
    broken: broken.promise,
    send: async (toRank, chunk) => {
      const call = await outgoing[toRank].promise;
      await write(call, chunk);
    },
    receive: (next) => {
      handler = next;
      for (const { fromRank, chunk } of early.splice(0)) next(fromRank, chunk);
    },
    close: () => {
      isClosed = true;
      for (const stream of incoming) stream.cancel();
      for (const call of outgoing) {
        call.reject(new Error('the mesh was closed'));
        call.promise.then(
          (open) => open.end(),
          () => undefined,
        );
      }
    },
  };
}

function attach(slot: Deferred<PullCall> | undefined, call: PullCall, fail: (message: string) => void): void {
  if (!slot) {
    call.emit('error', new Error('no such rank'));
    return;
  }
  call.on('cancelled', () => fail('the peer stopped pulling'));
  call.on('error', (error) => fail(error.message));
  slot.resolve(call);
}

/** Resolves when grpc-js has serialised the chunk, which it does one at a time as the receiver keeps up. */
function write(call: PullCall, chunk: Chunk): Promise<void> {
  return new Promise((resolve, reject) => {
    call.write(chunk, (error?: Error | null) => (error ? reject(error) : resolve()));
  });
}
