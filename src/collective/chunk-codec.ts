import protobuf from 'protobufjs';
import { lockstep } from '../gen/lockstep.js';
import { type Chunk, MAX_CHUNK_FLOATS } from './chunk.ts';

/**
 * `Chunk` of collective.proto, written and parsed by hand: the general encoder would copy the values twice, and the
 * general decoder leaves them unaligned. Fields 1 and 2 are fixed64 (low word first), 3 is fixed32, 4 is bytes.
 */
const TAG_OP = 0x09;
const TAG_POSITION = 0x11;
const TAG_SUBTREE = 0x1d;
const TAG_DATA = 0x22;
/** Bytes before the length of the data. */
const PREFIX_BYTES = 9 + 9 + 5 + 1;
const FLOAT_BYTES = 4;
const MAX_DATA_BYTES = MAX_CHUNK_FLOATS * FLOAT_BYTES;

/** What grpc-js needs of a serialised message: it copies it once, into its frame. */
export interface SerializedChunk {
  readonly byteLength: number;
  copy(target: Uint8Array, offset: number): void;
}

/** Defers the copy until the frame exists, so that the values are copied once in all. */
export function serializeChunk(chunk: Chunk): SerializedChunk {
  const dataBytes = chunk.values.byteLength;
  const prefixBytes = PREFIX_BYTES + varintBytes(dataBytes);
  return {
    byteLength: prefixBytes + dataBytes,
    copy: (target, offset) => {
      writePrefix(chunk, target, offset);
      const { buffer, byteOffset } = chunk.values;
      target.set(new Uint8Array(buffer, byteOffset, dataBytes), offset + prefixBytes);
    },
  };
}

function writePrefix(chunk: Chunk, target: Uint8Array, offset: number): void {
  const view = new DataView(target.buffer, target.byteOffset + offset);
  view.setUint8(0, TAG_OP);
  view.setUint32(1, chunk.operation, true);
  view.setUint32(5, chunk.generation, true);
  view.setUint8(9, TAG_POSITION);
  view.setUint32(10, chunk.position, true);
  view.setUint32(14, 0, true);
  view.setUint8(18, TAG_SUBTREE);
  view.setUint32(19, chunk.subtree, true);
  view.setUint8(23, TAG_DATA);
  let rest = chunk.values.byteLength;
  let at = PREFIX_BYTES;
  for (; rest > 0x7f; rest >>>= 7) view.setUint8(at++, (rest & 0x7f) | 0x80);
  view.setUint8(at, rest);
}

function varintBytes(value: number): number {
  return value < 0x80 ? 1 : 1 + varintBytes(Math.floor(value / 0x80));
}

/**
 * Parses a chunk; its values are a view of `message` where alignment allows. Any protobuf encoding of the message is
 * understood; ours takes the short way. Throws an `Error` on anything that is no chunk or is larger than one may be.
 */
export function parseChunk(message: Buffer): Chunk {
  const isOurs =
    message.length >= PREFIX_BYTES &&
    message[0] === TAG_OP &&
    message[9] === TAG_POSITION &&
    message[18] === TAG_SUBTREE &&
    message[23] === TAG_DATA;
  if (!isOurs) return parseAnyChunk(message);
  const reader = protobuf.Reader.create(message);
  reader.pos = PREFIX_BYTES;
  const data = dataAt(message, reader.uint32(), reader.pos);
  return {
    generation: message.readUInt32LE(5),
    operation: message.readUInt32LE(1),
    position: message.readUInt32LE(10),
    subtree: message.readUInt32LE(19),
    values: floatsOf(data),
  };
}

function dataAt(message: Buffer, numBytes: number, begin: number): Uint8Array {
  if (begin + numBytes !== message.length) {
    throw new Error(`a chunk says ${numBytes} bytes of data and carries ${message.length - begin}`);
  }
  return message.subarray(begin);
}

function parseAnyChunk(message: Buffer): Chunk {
  const chunk = lockstep.v1.Chunk.decode(message);
  const op = wordsOf(chunk.op);
  return {
    generation: op.high,
    operation: op.low,
    position: wordsOf(chunk.position).low,
    subtree: chunk.subtree,
    values: floatsOf(chunk.data),
  };
}

function wordsOf(value: number | { low: number; high: number }): { low: number; high: number } {
  if (typeof value !== 'number') return { low: value.low >>> 0, high: value.high >>> 0 };
  return { low: value % 2 ** 32, high: Math.floor(value / 2 ** 32) };
}

function floatsOf(data: Uint8Array): Float32Array {
  if (data.length > MAX_DATA_BYTES || data.length % FLOAT_BYTES !== 0) {
    throw new Error(
      `a chunk carries ${data.length} bytes; at most ${MAX_DATA_BYTES}, in whole floats, are allowed`,
    );
  }
  const isAligned = data.byteOffset % FLOAT_BYTES === 0;
  const bytes = isAligned ? data : Uint8Array.from(data);
  return new Float32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / FLOAT_BYTES);
}
