import type { ChunkHeader } from './chunk.ts';

/** What is said of a filled slot. */
export interface SlotMessage extends ChunkHeader {
  readonly slot: number;
  readonly numFloats: number;
  readonly checksum: number;
}

const WORD_BYTES = 4;
/** Seven little-endian 32-bit numbers. */
export const SLOT_MESSAGE_BYTES = 7 * WORD_BYTES;

export function encodeSlotMessage(message: SlotMessage): Buffer {
  const { generation, operation, position, subtree, slot, numFloats, checksum } = message;
  const bytes = Buffer.allocUnsafe(SLOT_MESSAGE_BYTES);
  [generation, operation, position, subtree, slot, numFloats, checksum].forEach((word, index) => {
    bytes.writeUInt32LE(word, index * WORD_BYTES);
  });
  return bytes;
}

export function parseSlotMessage(bytes: Buffer): SlotMessage {
  const word = (index: number): number => bytes.readUInt32LE(index * WORD_BYTES);
  return {
    generation: word(0),
    operation: word(1),
    position: word(2),
    subtree: word(3),
    slot: word(4),
    numFloats: word(5),
    checksum: word(6),
  };
}

/** Cuts a byte stream into messages of `numBytes` each. */
export function inMessagesOf(numBytes: number, onMessage: (bytes: Buffer) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    let begin = 0;
    for (; begin + numBytes <= all.length; begin += numBytes)
      onMessage(all.subarray(begin, begin + numBytes));
    rest = all.subarray(begin);
  };
}
