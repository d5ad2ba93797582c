import type { TypedArray } from '../core/host-tensor.ts';

/** Numbers as they were read; float64 stays so until preprocessing is done, so that large offsets cost no digits. */
export type RawNumbers = TypedArray | Float64Array;

/** An array as a file or a program gives it: row-major, the samples along the first axis. */
export interface NumericArray {
  readonly shape: readonly number[];
  readonly data: RawNumbers;
}

/** Types of elements in files, as NumPy spells them. */
export type ElementType = 'f4' | 'f8' | 'i1' | 'i2' | 'i4' | 'i8' | 'u1' | 'u2' | 'u4' | 'b1';

export interface EncodedElements {
  /** Exactly the elements, without any header. */
  readonly bytes: Uint8Array;
  readonly type: ElementType;
  readonly isLittleEndian: boolean;
}

/** Bytes of one element. */
export function elementBytes(type: ElementType): number {
  return Number(type[1]);
}

/**
 * Decodes elements: bytes and truth values to uint8 (a view), other integers to int32, floats stay what they are.
 * Integers that int32 cannot hold are left to the caller: it gets the position of the first, and no array.
 */
export function decodeElements(
  encoded: EncodedElements,
): { readonly data: RawNumbers } | { readonly tooLarge: number } {
  const { bytes, type, isLittleEndian } = encoded;
  if (type === 'u1' || type === 'b1')
    return { data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  const size = elementBytes(type);
  const length = bytes.length / size;
  const isFloat = type[0] === 'f';
  const data = createNumbers(type, length);
  if (isLittleEndian && (type === 'f4' || type === 'i4')) {
    new Uint8Array(data.buffer).set(bytes);
    return { data };
  }
  const read = READERS[type](new DataView(bytes.buffer, bytes.byteOffset, bytes.length), isLittleEndian);
  for (let i = 0; i < length; i++) {
    const value = read(i * size);
    data[i] = value;
    if (!isFloat && data[i] !== value) return { tooLarge: i };
  }
  return { data };
}

function createNumbers(type: ElementType, length: number): Float64Array | Float32Array | Int32Array {
  if (type === 'f8') return new Float64Array(length);
  return type === 'f4' ? new Float32Array(length) : new Int32Array(length);
}

type Reader = (view: DataView, isLittleEndian: boolean) => (offset: number) => number;

const READERS: Readonly<Record<Exclude<ElementType, 'u1' | 'b1'>, Reader>> = {
  f4: (view, little) => (offset) => view.getFloat32(offset, little),
  f8: (view, little) => (offset) => view.getFloat64(offset, little),
  i1: (view) => (offset) => view.getInt8(offset),
  i2: (view, little) => (offset) => view.getInt16(offset, little),
  i4: (view, little) => (offset) => view.getInt32(offset, little),
  i8: (view, little) => (offset) => Number(view.getBigInt64(offset, little)),
  u2: (view, little) => (offset) => view.getUint16(offset, little),
  u4: (view, little) => (offset) => view.getUint32(offset, little),
};
