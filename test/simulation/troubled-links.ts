import { type ArrivedChunk, arrived, type Chunk } from '../../src/collective/chunk.ts';
import type { ChunkHandler, Mesh } from '../../src/collective/mesh.ts';
import { subtreeId } from '../../src/core/reduction/canonical-tree.ts';
import type { Chance } from './seeded.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** What can go wrong between the links of a worker and its all-reduce. */
export interface TroubledLinks {
  trouble(mesh: Mesh): Mesh;
  /** Flips a bit in the next folded segment that comes, as bad memory does. */
  corrupt(): void;
}

export interface TroubledLinksOptions {
  readonly process: SimulatedProcess;
  readonly chance: Chance;
  readonly microShards: number;
  readonly vectorLength: number;
}

/** One chunk in so many is followed by one of a generation that is over. */
const STALE_ONE_IN = 20;
const LATEST_MS = 20;

/** Puts chunks of generations that are over among those that a mesh delivers, and corrupts some. */
export function createTroubledLinks(options: TroubledLinksOptions): TroubledLinks {
  const { process, chance, microShards, vectorLength } = options;
  let corruptsNext = false;

  const staleChunk = (generation: number, operation: number): Chunk => ({
    generation: generation - 1 - chance.below(generation),
    operation: operation + chance.below(2),
    position: chance.below(vectorLength),
    subtree: subtreeId({ begin: 0, end: 1 + chance.below(microShards) }),
    values: new Float32Array(1 + chance.below(3)).fill(NaN),
  });
  const corrupted = (chunk: ArrivedChunk): ArrivedChunk => {
    corruptsNext = false;
    const bit = 1 << chance.below(23);
    return {
      ...chunk,
      take: (target) => {
        chunk.take(target);
        new Int32Array(target.buffer, target.byteOffset, 1)[0]! ^= bit;
      },
    };
  };

  return {
    corrupt: () => {
      corruptsNext = true;
    },
    trouble: (mesh) => {
      let handler: ChunkHandler = () => undefined;
      let isClosed = false;
      const peers = Array.from({ length: mesh.worldSize }, (_, rank) => rank).filter(
        (rank) => rank !== mesh.rank,
      );
      return {
        ...mesh,
        send: (toRank, chunk) => {
          if (chance.oneIn(STALE_ONE_IN)) {
            process.delay(chance.between(0, LATEST_MS)).then(() => {
              if (!isClosed)
                handler(chance.pick(peers), arrived(staleChunk(mesh.generation, chunk.operation)));
            });
          }
          return mesh.send(toRank, chunk);
        },
        receive: (next) => {
          handler = next;
          mesh.receive((fromRank, chunk) => {
            const isFolded = chunk.subtree === subtreeId({ begin: 0, end: microShards });
            next(fromRank, corruptsNext && isFolded ? corrupted(chunk) : chunk);
          });
        },
        close: () => {
          isClosed = true;
          mesh.close();
        },
      };
    },
  };
}
