import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostTensor } from '../../../src/core/host-tensor.ts';
import {
  decodeSafetensors,
  encodeHeader,
  encodeRange,
  type NamedTensor,
} from '../../../src/store/safetensors.ts';

const tensor: fc.Arbitrary<HostTensor> = fc.oneof(
  fc
    .float32Array({ maxLength: 9 })
    .map((data) => ({ shape: [data.length], dtype: 'float32' as const, data })),
  fc.int32Array({ maxLength: 9 }).map((data) => ({ shape: [1, data.length], dtype: 'int32' as const, data })),
  fc.uint8Array({ maxLength: 9 }).map((data) => ({ shape: [data.length, 1], dtype: 'uint8' as const, data })),
);
const tensors: fc.Arbitrary<NamedTensor[]> = fc
  .array(tensor, { maxLength: 5 })
  .map((values) => values.map((value, index) => ({ name: `t/${index}`, value })));

function encode(named: readonly NamedTensor[], cut: number): Buffer {
  const { header, fileBytes } = encodeHeader(named, { step: '1' });
  const middle = cut % (fileBytes + 1);
  const ranges = [
    { begin: 0, end: middle },
    { begin: middle, end: fileBytes },
  ];
  return Buffer.concat(ranges.map((range) => encodeRange(header, named, range)));
}

const bits = (named: readonly NamedTensor[]) =>
  named.map(({ name, value: { shape, dtype, data } }) => ({
    name,
    shape,
    dtype,
    hex: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex'),
  }));

describe('safetensors', () => {
  it('reads back the bits of what was written, wherever the ranks cut the file', () => {
    fc.assert(
      fc.property(tensors, fc.nat(), (named, cut) => {
        expect(bits(decodeSafetensors(encode(named, cut), 'file'))).toEqual(bits(named));
      }),
    );
  });

  it('begins the data 8-byte aligned', () => {
    fc.assert(
      fc.property(tensors, (named) => {
        expect(encodeHeader(named, {}).header.length % 8).toBe(0);
      }),
    );
  });

  it('refuses a file that lacks the end of a tensor, naming the file', () => {
    fc.assert(
      fc.property(tensors, fc.nat(), (named, cut) => {
        const file = encode(named, 0);
        const { header } = encodeHeader(named, { step: '1' });
        fc.pre(file.length > header.length);
        const length = cut % file.length;
        expect(() => decodeSafetensors(file.subarray(0, length), 'the file')).toThrow(/^the file: /);
      }),
    );
  });

  it('answers changed bytes with tensors or CHECKPOINT_INVALID', () => {
    fc.assert(
      fc.property(
        tensors,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1 }),
        (named, changes) => {
          const file = encode(named, 0);
          for (const [at, byte] of changes) file[at % file.length] = byte;
          try {
            decodeSafetensors(file, 'file');
          } catch (error) {
            expect(error).toMatchObject({ code: 'CHECKPOINT_INVALID' });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    'null',
    '[]',
    '7',
    '{"t":null}',
    '{"t":7}',
    '{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,"x"]}}',
  ])('refuses the header %s or finds no tensor in it', (json) => {
    const file = Buffer.alloc(8 + json.length);
    file.writeBigUInt64LE(BigInt(json.length));
    file.write(json, 8);
    let found: NamedTensor[] = [];
    try {
      found = decodeSafetensors(file, 'file');
    } catch (error) {
      expect(error).toMatchObject({ code: 'CHECKPOINT_INVALID' });
    }
    expect(found).toEqual([]);
  });
});
