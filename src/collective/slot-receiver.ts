import type { Socket } from 'node:net';
import { checksumOf } from './checksum.ts';
import type { ArrivedChunk } from './chunk.ts';
import type { LinkEvents } from './link.ts';
import type { SlotFile } from './slot-file.ts';
import { inMessagesOf, parseSlotMessage, SLOT_MESSAGE_BYTES, type SlotMessage } from './slot-message.ts';

/** Reads what the `createSlotSender` at the other end of the socket writes. Returns what to do with further bytes. */
export function createSlotReceiver(
  socket: Socket,
  file: SlotFile,
  { onChunk, onEnd }: Omit<LinkEvents, 'onBegin'>,
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
      onChunk(chunkIn(parseSlotMessage(bytes)));
    } catch (error) {
      socket.destroy(error as Error);
    }
  });
}
