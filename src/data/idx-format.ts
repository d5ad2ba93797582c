import { elementCount } from '../core/host-tensor.ts';
import { dataInvalid } from './data-invalid.ts';
import { MAX_AXES } from './limits.ts';
import { decodeElements, type ElementType, elementBytes, type NumericArray } from './numeric-array.ts';

const TYPES: Readonly<Record<number, ElementType>> = {
  8: 'u1',
  9: 'i1',
  11: 'i2',
  12: 'i4',
  13: 'f4',
  14: 'f8',
};

/**
 * Decodes an IDX file, the format of MNIST (Y. LeCun): two zero bytes, the type, the number of axes, each axis as a
 * big-endian uint32, then the elements, big-endian. Throws DATA_INVALID for another magic, or too few or many bytes.
 */
export function decodeIdx(file: Uint8Array, name: string): NumericArray {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const type = file.length >= 4 ? TYPES[file[2]!] : undefined;
  const numAxes = file[3] ?? 0;
  if (type === undefined || file[0] !== 0 || file[1] !== 0 || numAxes === 0 || numAxes > MAX_AXES)
    throw dataInvalid(
      `${name} is not an IDX file: it begins with the bytes ${hex(file.subarray(0, 4))}, but IDX begins with 00 00, ` +
        `a type (08, 09, 0b to 0e) and 1 to ${MAX_AXES} axes; is it the right file?`,
    );
  const headerBytes = 4 + 4 * numAxes;
  if (file.length < headerBytes)
    throw dataInvalid(`${name} is truncated: it ends within its header; copy or download it again.`);
  const shape = Array.from({ length: numAxes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const expected = headerBytes + elementCount(shape) * elementBytes(type);
  if (file.length !== expected)
    throw dataInvalid(
      `${name} has ${file.length} bytes, but its header says [${shape.join(', ')}] of ${type}, which takes ${expected}; ` +
        `it is ${file.length < expected ? 'truncated' : 'damaged'}: copy or download it again.`,
    );
  const decoded = decodeElements({ bytes: file.subarray(headerBytes), type, isLittleEndian: false });
  if ('tooLarge' in decoded) throw new Error(`IDX has no type that int32 cannot hold, but found ${type}`);
  return { shape, data: decoded.data };
}

function hex(bytes: Uint8Array): string {
  return bytes.length === 0
    ? '(none)'
    : Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
