import type { ArrivedChunk, Chunk } from './chunk.ts';
import type { LinkKind } from './mesh.ts';

/** The way out to one peer. */
export interface OutgoingLink {
  readonly kind: LinkKind;
  /** Resolves when the values have been copied. Rejects when the link breaks or is closed. */
  send(chunk: Chunk): Promise<void>;
  close(): void;
}

/** 32 bits of the values, the same at both ends of a link. */
export type ChecksumOf = (values: Float32Array) => number;

/** Where a peer's link comes in. */
export interface Entrance {
  readonly checksumOf: ChecksumOf;
  /** The peer has connected, and sends over this link from now on. */
  readonly onBegin: () => void;
  readonly onChunk: (chunk: ArrivedChunk) => void;
  /** The link broke, or the other side closed it. */
  readonly onEnd: (cause: string) => void;
}
