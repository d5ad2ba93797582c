import type { ArrivedChunk, Chunk } from './chunk.ts';

/** Called for each chunk that a peer sent; must not block. Takes or drops the chunk, now or later. */
export type ChunkHandler = (fromRank: number, chunk: ArrivedChunk) => void;

/** What carries the chunks from one rank to another. */
export type LinkKind = 'grpc' | 'shared-memory';

/**
 * The links between the ranks of one generation. Chunks from one peer arrive in the order in which it sent them.
 * A mesh is made for a generation and closed with it; what it is built on may outlive it.
 */
export interface Mesh {
  readonly generation: number;
  readonly rank: number;
  readonly worldSize: number;
  /** Resolves when the values have been copied, so that their memory may be reused. Rejects when the link breaks. */
  send(toRank: number, chunk: Chunk): Promise<void>;
  /** Sets the receiver; chunks that came before it was set are delivered first. */
  receive(handler: ChunkHandler): void;
  /** Resolves with the cause when a link breaks before `close`. */
  readonly broken: Promise<LinkFailure>;
  /** By rank, what carries the chunks to it; null for this rank itself and for links that are not made yet. */
  links(): readonly (LinkKind | null)[];
  close(): void;
}

export interface LinkFailure {
  readonly rank: number;
  readonly message: string;
}
