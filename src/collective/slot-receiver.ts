import type { Socket } from 'node:net';
import type { ArrivedChunk } from './chunk.ts';
import type { Entrance } from './link.ts';

import { SLOT_FLOATS, type SlotFile } from './slot-file.ts';
import { inMessagesOf, parseSlotMessage, SLOT_MESSAGE_BYTES, type SlotMessage } from './slot-message.ts';

/** Reads what the `createSlotSender` at the other end of the socket writes. Returns what to do with further bytes. */
export function createSlotReceiver(
  socket: Socket,
  file: SlotFile,
  { onChunk, onEnd, checksumOf }: Entrance,
): (bytes: Buffer) => void {
  let isOver = false;
  let readSlots: number[] = [];

  const end = (cause: string): void => {
    if (isOver) return;
    isOver = true;
    file.close();
    onEnd(cause);
  };
  const flush = (): void => {
    const bytes = Buffer.from(Uint32Array.from(readSlots).buffer);
    readSlots = [];
    if (!isOver) socket.write(bytes);
  };
  const giveBack = (slot: number): void => {
    readSlots.push(slot);
    if (readSlots.length === 1) process.nextTick(flush);
  };
  const chunkIn = ({ slot, numFloats, checksum, ...header }: SlotMessage): ArrivedChunk => ({
    ...header,
    numFloats,
    take: (target) => {
      if (isOver) throw new Error('the link to the peer is over');
      file.read(slot, target);
      giveBack(slot);
      if (checksumOf(target) !== checksum) {
        throw new Error(
          `${numFloats} floats at ${header.position} came damaged: their checksum is not the sender's`,
        );
      }
    },
    drop: () => giveBack(slot),
  });

  socket.on('error', (error) => end(error.message));
  socket.on('close', () => end('the peer closed the link'));
  return inMessagesOf(SLOT_MESSAGE_BYTES, (bytes) => {
    try {
      const message = parseSlotMessage(bytes);
      if (message.slot >= file.numSlots || message.numFloats > SLOT_FLOATS)
        throw new Error(`the peer speaks of slot ${message.slot} with ${message.numFloats} floats`);
      onChunk(chunkIn(message));
    } catch (error) {
      socket.destroy(error as Error);
    }
  });
}
