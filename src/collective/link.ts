import type { ArrivedChunk, Chunk } from './chunk.ts';
import type { LinkKind } from './mesh.ts';

/** The way out to one peer. */
export interface OutgoingLink {
  readonly kind: LinkKind;
  /** Resolves when the values have been copied. Rejects when the link breaks or is closed. */
  send(chunk: Chunk): Promise<void>;
  close(): void;
}

/** What comes in over a link. */
export interface LinkEvents {
  /** The peer has connected, and sends over this link from now on. */
  readonly onBegin: () => void;
  readonly onChunk: (chunk: ArrivedChunk) => void;
  /** The link broke, or the other side closed it. */
  readonly onEnd: (cause: string) => void;
}
