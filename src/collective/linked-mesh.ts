import type { ClientReadableStream } from '@grpc/grpc-js';
import type { MemberAddress } from '../core/coordinator/worker-command.ts';
import { plainVectorSpace, type VectorSpace } from '../kernels/vector-space.ts';
import { type ArrivedChunk, arrived, type Chunk } from './chunk.ts';
import { collectiveService } from './collective-service.ts';
import { createDeferred, type Deferred } from './deferred.ts';
import { createGrpcSender } from './grpc-sender.ts';
import type { OutgoingLink } from './link.ts';
import type { ChunkHandler, LinkFailure, LinkKind, Mesh } from './mesh.ts';
import type { PeerClients } from './peer-clients.ts';
import type { PullCall, PullDesk } from './pull-desk.ts';
import type { SharedMemoryPort } from './shared-memory-port.ts';

/** How long a connection may take. Every member listens before it has a rank, so that a longer silence is a broken link. */
const CONNECT_MS = 3_000;

export interface MeshOptions {
  readonly jobId: string;
  readonly workerId: string;
  readonly generation: number;
  /** In the order of the ranks. */
  readonly members: readonly MemberAddress[];
  readonly desk: PullDesk;
  readonly clients: PeerClients;
  /** Null where all links shall go over gRPC. */
  readonly sharedMemory: SharedMemoryPort | null;
  /** Where most values of chunks are; makes checksums of them fast. */
  readonly vectors?: VectorSpace;
}

/**
 * A host hears sooner than the network that a process has died. Who says at once that its link broke may speak before
 * the coordinator knows of the death, and have all members try again with the dead one.
 */
const HEARSAY_MS = 100;

/** The link out to one peer. */
interface Exit {
  readonly link: Deferred<OutgoingLink>;
  kind: LinkKind | null;
}

/**
 * Each rank pulls from every peer over gRPC: a chunk for a peer is written to the stream that the peer opened, since in
 * grpc-js only the receiving client has a flow-control window worth the name. A pull also says where its sender may
 * bring the chunks through shared memory; a sender that can get there does so for the whole generation, and the stream
 * carries no chunks.
 */
export function createMesh(options: MeshOptions): Mesh {
  const { jobId, workerId, generation, members, desk, clients, sharedMemory } = options;
  const { checksum: checksumOf } = options.vectors ?? plainVectorSpace;
  const rank = members.findIndex((member) => member.workerId === workerId);
  const broken = createDeferred<LinkFailure>();
  const exits = members.map((): Exit => ({ link: createDeferred(), kind: null }));
  const closers: (() => void)[] = [];
  const early: { fromRank: number; chunk: ArrivedChunk }[] = [];
  let handler: ChunkHandler | null = null;
  let isClosed = false;

  const fail = (peer: number, message: string): void => {
    if (!isClosed) broken.resolve({ rank: peer, message });
  };
  const failSoon = (peer: number, message: string): void => {
    setTimeout(() => fail(peer, message), HEARSAY_MS).unref();
  };
  const deliver: ChunkHandler = (fromRank, chunk) => {
    if (handler) handler(fromRank, chunk);
    else early.push({ fromRank, chunk });
  };
  const attach = async (peer: number, call: PullCall): Promise<void> => {
    const exit = exits[peer];
    if (!exit || peer === rank) {
      call.emit('error', new Error('no such rank'));
      return;
    }
    const onEnd = (message: string): void => failSoon(peer, message);
    call.on('cancelled', () => fail(peer, 'the peer stopped pulling'));
    call.on('error', (error) => fail(peer, error.message));
    const { sharedFolder, sharedToken } = call.request;
    const canShare = sharedMemory !== null && sharedFolder !== '';
    const shared = canShare
      ? await sharedMemory.connect({ sharedFolder, sharedToken }, { checksumOf, onEnd })
      : null;
    const link = shared ?? createGrpcSender(call);
    if (shared) closers.push(() => call.end());
    if (isClosed) {
      link.close();
      call.end();
      return;
    }
    exit.kind = link.kind;
    exit.link.resolve(link);
  };
  const pull = (peer: number, address: string): void => {
    const onChunk = (chunk: ArrivedChunk): void => deliver(peer, chunk);
    let isShared = false;
    const entrance = sharedMemory?.expect({
      checksumOf,
      onBegin: () => {
        isShared = true;
      },
      onChunk,
      onEnd: (cause) => failSoon(peer, cause),
    });
    const { path, requestSerialize, responseDeserialize } = collectiveService.pull;
    const client = clients.get(address);
    client.waitForReady(Date.now() + CONNECT_MS, (late) => {
      if (late) fail(peer, `no connection to ${address} within ${CONNECT_MS} ms`);
    });
    const request = { jobId, generation, rank, workerId, ...entrance?.ticket };
    const stream: ClientReadableStream<Chunk> = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
    );
    stream.on('data', (chunk: Chunk) => onChunk(arrived(chunk)));
    stream.on('error', (error) => fail(peer, error.message));
    // What shared memory still holds was sent before, and its socket ends after it.
    stream.on('end', () => {
      if (!isShared) fail(peer, 'the peer closed the stream');
    });
    closers.push(() => {
      entrance?.cancel();
      stream.cancel();
    });
  };

  desk.open(generation, attach);
  clients.retain(members.map((member) => member.collectiveAddress));
  members.forEach((member, peer) => {
    if (peer !== rank) pull(peer, member.collectiveAddress);
  });

  return {
    generation,
    rank,
    worldSize: members.length,
    broken: broken.promise,
    send: async (toRank, chunk) => (await exits[toRank]!.link.promise).send(chunk),
    receive: (next) => {
      handler = next;
      for (const { fromRank, chunk } of early.splice(0)) next(fromRank, chunk);
    },
    links: () => exits.map(({ kind }) => kind),
    close: () => {
      isClosed = true;
      for (const { link } of exits) {
        link.reject(new Error('the mesh was closed'));
        link.promise.then(
          (open) => open.close(),
          () => undefined,
        );
      }
      for (const close of closers) close();
    },
  };
}
