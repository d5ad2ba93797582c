import { LockstepError } from '../core/errors.ts';
import type { DType, HostTensor, TypedArray } from '../core/host-tensor.ts';
import { elementCount } from '../core/host-tensor.ts';

/**
 * The safetensors format: eight bytes with the length of a JSON header (little-endian), the header, then the tensors'
 * bytes. Readable by Python's `safetensors`. Specification: github.com/huggingface/safetensors, "Format".
 */
export interface NamedTensor {
  readonly name: string;
  readonly value: HostTensor;
}

const LENGTH_BYTES = 8;
const MAX_HEADER_BYTES = 16 * 1024 * 1024;
const TYPES: Readonly<Record<DType, string>> = { float32: 'F32', int32: 'I32', uint8: 'U8' };

/** Header of a state file, padded so that the data begins 8-byte aligned, and the size of the whole file. */
export function encodeHeader(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>>,
): { header: Uint8Array; fileBytes: number } {
  let offset = 0;
  const entries: Record<string, unknown> = { __metadata__: metadata };
  for (const { name, value } of tensors) {
    const end = offset + value.data.byteLength;
    entries[name] = { dtype: TYPES[value.dtype], shape: value.shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = Buffer.from(JSON.stringify(entries));
  const padded = Buffer.alloc(Math.ceil((LENGTH_BYTES + json.length) / 8) * 8, ' ');
  padded.writeBigUInt64LE(BigInt(padded.length - LENGTH_BYTES));
  json.copy(padded, LENGTH_BYTES);
  return { header: padded, fileBytes: padded.length + offset };
}

/** Copies bytes `[begin, end)` of the file that `encodeHeader` describes to the beginning of `out`. */
export function encodeRange(
  header: Uint8Array,
  tensors: readonly NamedTensor[],
  { begin, end }: { begin: number; end: number },
  out: Uint8Array = new Uint8Array(end - begin),
): Uint8Array {
  let offset = 0;
  for (const piece of [header, ...tensors.map(({ value }) => bytesOf(value.data))]) {
    const from = Math.max(begin, offset);
    const to = Math.min(end, offset + piece.length);
    if (from < to) out.set(piece.subarray(from - offset, to - offset), from - begin);
    offset += piece.length;
  }
  return out;
}

/** Parses a whole file. Throws CHECKPOINT_INVALID naming `where` on anything that does not add up. */
export function decodeSafetensors(file: Uint8Array, where: string): NamedTensor[] {
  const bad = (problem: string): LockstepError =>
    new LockstepError('CHECKPOINT_INVALID', `${where}: ${problem}`);
  if (file.length < LENGTH_BYTES) throw bad(`${file.length} bytes are too few for a safetensors file`);
  const headerBytes = Number(Buffer.from(file.buffer, file.byteOffset, LENGTH_BYTES).readBigUInt64LE());
  if (headerBytes > MAX_HEADER_BYTES || LENGTH_BYTES + headerBytes > file.length) {
    throw bad(`the header claims ${headerBytes} bytes`);
  }
  const data = file.subarray(LENGTH_BYTES + headerBytes);
  const entries = parseHeader(file.subarray(LENGTH_BYTES, LENGTH_BYTES + headerBytes), bad);
  return Object.entries(entries)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => ({ name, value: decodeEntry(name, entry, { data, bad }) }));
}

function parseHeader(bytes: Uint8Array, bad: (problem: string) => LockstepError): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw bad('the header is no JSON');
  }
  if (typeof header !== 'object' || header === null) throw bad('the header is no JSON object');
  return header as Record<string, unknown>;
}

function decodeEntry(
  name: string,
  entry: unknown,
  { data, bad }: { data: Uint8Array; bad: (problem: string) => LockstepError },
): HostTensor {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  const known = (Object.keys(TYPES) as DType[]).find((type) => TYPES[type] === dtype);
  const isShape = Array.isArray(shape) && shape.every((extent) => Number.isInteger(extent) && extent >= 0);
  if (!known || !isShape || !Array.isArray(offsets)) throw bad(`the entry of tensor ${name} is malformed`);
  const [begin, end] = offsets as [number, number];
  const itemBytes = known === 'uint8' ? 1 : 4;
  if (!(begin >= 0 && end <= data.length && end - begin === elementCount(shape) * itemBytes)) {
    throw bad(`tensor ${name} claims bytes ${begin} to ${end}, which do not fit its shape or the file`);
  }
  const bytes = Uint8Array.from(data.subarray(begin, end));
  return { shape, dtype: known, data: typedArray(known, bytes) };
}

function typedArray(dtype: DType, bytes: Uint8Array<ArrayBuffer>): TypedArray {
  if (dtype === 'float32') return new Float32Array(bytes.buffer);
  return dtype === 'int32' ? new Int32Array(bytes.buffer) : bytes;
}

function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
