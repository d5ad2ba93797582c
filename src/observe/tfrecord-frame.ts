import { crc32c } from './crc32c.ts';

/** Bytes around the payload of a record: length, its checksum, checksum of the payload. */
const FRAME_BYTES = 16;

/** A checksum of bytes that contain checksums is weak; TFRecord therefore rotates it and adds a constant. */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** A payload as one TFRecord: `uint64 length | masked crc of the length | payload | masked crc of the payload`. */
export function tfrecordFrame(payload: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(payload.length + FRAME_BYTES);
  frame.writeBigUInt64LE(BigInt(payload.length), 0);
  frame.writeUInt32LE(maskedCrc32c(frame.subarray(0, 8)), 8);
  frame.set(payload, 12);
  frame.writeUInt32LE(maskedCrc32c(payload), 12 + payload.length);
  return frame;
}
