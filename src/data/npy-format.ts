import { elementCount } from '../core/host-tensor.ts';
import { dataInvalid, show } from './data-invalid.ts';
import { MAX_AXES, MAX_NPY_HEADER_BYTES } from './limits.ts';
import {
  decodeElements,
  type ElementType,
  elementBytes,
  type NumericArray,
  type RawNumbers,
} from './numeric-array.ts';

const MAGIC = '\x93NUMPY';
const DESCR = /'descr':\s*'([^']*)'/;
const ORDER = /'fortran_order':\s*(True|False)/;
const SHAPE = /'shape':\s*\(([\d,\s]*)\)/;
const TYPE = /^(?:[<|](?:f4|f8|i[1248]|u[124])|\|b1)$/;

/**
 * Decodes an NPY file (NumPy's format, versions 1 to 3) with little-endian numbers or truth values, in C or Fortran
 * order. Throws DATA_INVALID for another magic or type, a damaged header, or too few or too many bytes.
 */
export function decodeNpy(file: Uint8Array, name: string): NumericArray {
  const { type, isFortran, shape, headerBytes } = parseHeader(file, name);
  const expected = headerBytes + elementCount(shape) * elementBytes(type);
  if (file.length !== expected)
    throw dataInvalid(
      `${name} has ${file.length} bytes, but its header says [${shape.join(', ')}] of ${type}, which takes ${expected}; ` +
        `it is ${file.length < expected ? 'truncated' : 'damaged'}: save or copy it again.`,
    );
  const decoded = decodeElements({ bytes: file.subarray(headerBytes), type, isLittleEndian: true });
  if ('tooLarge' in decoded)
    throw dataInvalid(
      `${name}: element ${decoded.tooLarge} of its ${type} numbers is beyond int32; save it as float32, or with ` +
        'smaller numbers.',
    );
  return { shape, data: isFortran ? toRowMajor(decoded.data, shape) : decoded.data };
}

function parseHeader(file: Uint8Array, name: string) {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw dataInvalid(
      `${name} is not an NPY file: it does not begin with \\x93NUMPY; save it with numpy.save().`,
    );
  const version = bytes[6] ?? 0;
  const lengthBytes = version === 1 ? 2 : 4;
  const begin = 8 + lengthBytes;
  if (bytes.length < begin)
    throw dataInvalid(`${name} is truncated: it ends within its header; save or copy it again.`);
  const length = bytes.readUIntLE(8, lengthBytes);
  if (version < 1 || version > 3 || length > MAX_NPY_HEADER_BYTES)
    throw dataInvalid(
      `${name} has NPY version ${version} and a header of ${length} bytes; versions 1 to 3 and headers of at most ` +
        `${MAX_NPY_HEADER_BYTES} bytes are read. Save it again with numpy.save().`,
    );
  const header = bytes.toString('latin1', begin, begin + length);
  const [descr, order, axes] = [DESCR.exec(header)?.[1], ORDER.exec(header)?.[1], SHAPE.exec(header)?.[1]];
  if (descr === undefined || order === undefined || axes === undefined)
    throw dataInvalid(
      `${name} has the NPY header ${show(header)}, which is damaged or of a structured type.`,
    );
  if (!TYPE.test(descr))
    throw dataInvalid(
      `${name} holds elements of the type ${show(descr)}; little-endian f4, f8, i1 to i8, u1 to u4 and bool are read. ` +
        "Save it as x.astype('<f4').",
    );
  const shape = axes
    .split(',')
    .filter((axis) => axis.trim() !== '')
    .map(Number);
  if (shape.length > MAX_AXES)
    throw dataInvalid(`${name} has ${shape.length} axes; at most ${MAX_AXES} are read.`);
  return {
    type: descr.slice(1) as ElementType,
    isFortran: order === 'True',
    shape,
    headerBytes: begin + length,
  };
}

/** Puts elements whose first axis varies fastest into the order where the last one does. */
function toRowMajor<T extends RawNumbers>(columnMajor: T, shape: readonly number[]): T {
  const rowMajor = new (columnMajor.constructor as new (length: number) => T)(columnMajor.length);
  const strides = shape.map((_, axis) => elementCount(shape.slice(0, axis)));
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < rowMajor.length; to++) {
    rowMajor[to] = columnMajor[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      from -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return rowMajor;
}
