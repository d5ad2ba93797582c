import type { Socket } from 'node:net';
import type { Chunk } from './chunk.ts';
import type { ChecksumOf, OutgoingLink } from './link.ts';

import { SLOT_FLOATS, type SlotFile } from './slot-file.ts';
import { encodeSlotMessage, inMessagesOf } from './slot-message.ts';

export interface SlotSenderOptions {
  readonly socket: Socket;
  readonly file: SlotFile;
  readonly checksumOf: ChecksumOf;
  readonly onEnd: (cause: string) => void;
}

interface Sending {
  readonly chunk: Chunk;
  numWritten: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Copies chunks into the slots of a file that the peer reads, and says so on a socket; the peer answers with the
 * number of each slot that it has read (4 bytes). With no slot free the chunks wait, and their sender with them.
 */
export function createSlotSender({ socket, file, checksumOf, onEnd }: SlotSenderOptions): OutgoingLink {
  const free = Array.from({ length: file.numSlots }, (_, slot) => slot);
  const queue: Sending[] = [];
  let ended: Error | null = null;

  const end = (cause: string): void => {
    if (ended) return;
    ended = new Error(cause);
    file.close();
    for (const { reject } of queue.splice(0)) reject(ended);
    onEnd(cause);
  };
  const writePiece = (sending: Sending): void => {
    const { values, ...header } = sending.chunk;
    const piece = values.subarray(sending.numWritten, sending.numWritten + SLOT_FLOATS);
    const slot = free.pop()!;
    file.write(slot, piece);
    socket.write(
      encodeSlotMessage({
        ...header,
        position: header.position + sending.numWritten,
        slot,
        numFloats: piece.length,
        checksum: checksumOf(piece),
      }),
    );
    sending.numWritten += piece.length;
  };
  const fillSlots = (): void => {
    while (!ended && queue.length > 0 && free.length > 0) {
      const sending = queue[0]!;
      try {
        writePiece(sending);
      } catch (error) {
        socket.destroy();
        end((error as Error).message);
        return;
      }
      if (sending.numWritten === sending.chunk.values.length) queue.shift()!.resolve();
    }
  };

  socket.on(
    'data',
    inMessagesOf(4, (bytes) => {
      const slot = bytes.readUInt32LE(0);
      if (slot >= file.numSlots || free.includes(slot))
        socket.destroy(new Error(`no slot ${slot} was in use`));
      else free.push(slot);
      fillSlots();
    }),
  );
  socket.on('error', (error) => end(error.message));
  socket.on('close', () => end('the peer closed the link'));
  socket.resume();
  return {
    kind: 'shared-memory',
    send: (chunk) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        queue.push({ chunk, numWritten: 0, resolve, reject });
        fillSlots();
      }),
    close: () => {
      socket.end();
      end('the mesh was closed');
    },
  };
}
