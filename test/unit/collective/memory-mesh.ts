import { arrived, type Chunk } from '../../../src/collective/chunk.ts';
import { createDeferred } from '../../../src/collective/deferred.ts';
import type { ChunkHandler, LinkFailure, Mesh } from '../../../src/collective/mesh.ts';

/** Ranks of one process that are linked by queues; what is sent waits until `deliver` is called. */
export interface MemoryMeshes {
  readonly meshes: readonly Mesh[];
  /**
   * Delivers until nothing waits and nobody sends any more, or `maxChunks`; `pick` chooses one of so many links that
   * have something waiting. Chunks of one link keep their order.
   */
  deliver(pick: (numLinks: number) => number, maxChunks?: number): Promise<void>;
  /** How many chunks wait. */
  numWaiting(): number;
  /** Delivers a chunk at once, as if `fromRank` had sent it. */
  inject(fromRank: number, toRank: number, chunk: Chunk): void;
  breakLink(rank: number, peer: number, message: string): void;
}

export function createMemoryMeshes(worldSize: number, generation = 1): MemoryMeshes {
  const links = new Map<string, { fromRank: number; toRank: number; queue: Chunk[] }>();
  const handlers: ChunkHandler[] = [];
  const broken = Array.from({ length: worldSize }, () => createDeferred<LinkFailure>());
  for (let fromRank = 0; fromRank < worldSize; fromRank++) {
    for (let toRank = 0; toRank < worldSize; toRank++) {
      if (fromRank !== toRank) links.set(`${fromRank} ${toRank}`, { fromRank, toRank, queue: [] });
    }
  }
  const inject = (fromRank: number, toRank: number, chunk: Chunk): void =>
    handlers[toRank]!(fromRank, arrived(chunk));
  return {
    meshes: broken.map(({ promise }, rank) => ({
      generation,
      rank,
      worldSize,
      broken: promise,
      send: async (toRank, chunk) => {
        links.get(`${rank} ${toRank}`)!.queue.push({ ...chunk, values: chunk.values.slice() });
      },
      receive: (handler) => {
        handlers[rank] = handler;
      },
      links: () => broken.map(() => null),
      close: () => undefined,
    })),
    numWaiting: () => [...links.values()].reduce((count, { queue }) => count + queue.length, 0),
    deliver: async (pick, maxChunks = Number.POSITIVE_INFINITY) => {
      let numDelivered = 0;
      for (let idle = 0; idle < 2 && numDelivered < maxChunks; ) {
        const busy = [...links.values()].filter(({ queue }) => queue.length > 0);
        if (busy.length === 0) {
          idle += 1;
          await new Promise(setImmediate);
          continue;
        }
        idle = 0;
        numDelivered += 1;
        const { fromRank, toRank, queue } = busy[pick(busy.length)]!;
        inject(fromRank, toRank, queue.shift()!);
      }
    },
    inject,
    breakLink: (rank, peer, message) => broken[rank]!.resolve({ rank: peer, message }),
  };
}
