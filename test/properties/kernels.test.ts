import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernels } from '../../src/kernels/create-kernels.ts';
import { type Int8Code, int8Blocks, type Kernels } from '../../src/kernels/kernels.ts';
import { plainKernels } from '../../src/kernels/plain-kernels.ts';

const memory = new WebAssembly.Memory({ initial: 4, maximum: 4, shared: true });
const kernels = createKernels(memory);

/** Zeros of both signs, the smallest and largest denormal and normal, ties of bfloat16, infinities and NaNs. */
const EDGES = [
  ...[0x00000000, 0x80000000, 0x00000001, 0x807fffff, 0x00800000, 0x7f7fffff, 0x3f808000, 0x3f818000],
  ...[0x7f800000, 0xff800000, 0x7fc00000, 0x7f800001, 0xffffffff],
];
const anyWord = fc.oneof(
  { weight: 3, arbitrary: fc.float({ min: -100, max: 100, noNaN: true }).map(wordOf) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffffffff }) },
  { weight: 1, arbitrary: fc.constantFrom(...EDGES) },
);
const number = fc.float({ min: Math.fround(1e-3), max: 1, noNaN: true });
const count = fc.integer({ min: 1, max: 10_000 });

/** Up to `numVectors` equally long vectors, as bits: none, one, tails and whole blocks of values. */
function words(numVectors: number) {
  return fc
    .oneof(fc.integer({ min: 0, max: 70 }), fc.constantFrom(127, 128, 2048, 2051, 4100))
    .chain((length) =>
      fc.tuple(
        ...Array.from({ length: numVectors }, () =>
          fc.array(anyWord, { minLength: length, maxLength: length, size: 'max' }),
        ),
      ),
    );
}

function wordOf(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0]!;
}

/** Infinities and NaNs become large numbers, whose sum may still be infinite. */
function withoutSpecials(word: number): number {
  return (word & 0x7f800000) === 0x7f800000 ? (word & ~0x00800000) >>> 0 : word;
}

function denormals(bits: readonly number[]): number[] {
  return bits.map((word) => (word & 0x807fffff) >>> 0);
}

/** Lays vectors out one after the other, each at an address that is a multiple of its value's size only. */
function allocator(buffer: ArrayBuffer | SharedArrayBuffer) {
  let used = 4;
  const take = (bytes: number): number => {
    const address = used;
    used += Math.ceil((bytes + 4) / 4) * 4;
    return address;
  };
  return {
    floats: (bits: readonly number[]): Float32Array => {
      const address = take(4 * bits.length);
      new Uint32Array(buffer, address, bits.length).set(bits);
      return new Float32Array(buffer as ArrayBuffer, address, bits.length);
    },
    halves: (length: number): Uint16Array =>
      new Uint16Array(buffer as ArrayBuffer, take(2 * length) + 2, length),
    code: (length: number): Int8Code => ({
      codes: new Int8Array(buffer as ArrayBuffer, take(length + 1) + 1, length),
      scales: new Float32Array(buffer as ArrayBuffer, take(4 * int8Blocks(length)), int8Blocks(length)),
    }),
  };
}

type Allocator = ReturnType<typeof allocator>;

/** Runs the same on both kinds of kernels, from the same zeroed memory, and expects the same answer and vectors. */
function expectAgreement(run: (kernels: Kernels, allocate: Allocator) => unknown): void {
  const plainBuffer = new ArrayBuffer(memory.buffer.byteLength);
  new Uint8Array(memory.buffer).fill(0);
  const due = run(plainKernels, allocator(plainBuffer));
  expect(run(kernels, allocator(memory.buffer))).toEqual(due);
  expect(Buffer.compare(withOneNan(memory.buffer), withOneNan(plainBuffer))).toBe(0);
}

/** Which NaN an operation makes is up to the processor. Codes may look like one, so they belong in the answer. */
function withOneNan(buffer: ArrayBuffer | SharedArrayBuffer): Buffer {
  const copy = new Uint32Array(buffer.byteLength / 4);
  copy.set(new Uint32Array(buffer as ArrayBuffer));
  for (let i = 0; i < copy.length; i++) if ((copy[i]! & 0x7fffffff) > 0x7f800000) copy[i] = 0x7fc00000;
  return Buffer.from(copy.buffer);
}

describe('compiled kernels give the bits of the plain ones', () => {
  it('are compiled here', () => {
    expect(kernels.isVectorized).toBe(true);
  });

  it('adds in place', () => {
    fc.assert(
      fc.property(words(2), ([a, b]) => expectAgreement((on, at) => on.add(at.floats(a!), at.floats(b!)))),
    );
  });

  it('sums into a third vector', () => {
    fc.assert(
      fc.property(words(3), ([out, a, b]) =>
        expectAgreement((on, at) => on.sum(at.floats(out!), at.floats(a!), at.floats(b!))),
      ),
    );
  });

  it('scales', () => {
    fc.assert(
      fc.property(words(1), number, ([a], factor) =>
        expectAgreement((on, at) => on.scale(at.floats(a!), factor)),
      ),
    );
  });

  it('digests any bits', () => {
    fc.assert(
      fc.property(words(1), ([a]) => {
        expectAgreement((on, at) => on.digest(at.floats(a!)));
      }),
    );
  });

  it('has the checksum of any bits', () => {
    fc.assert(
      fc.property(words(1), ([a]) => {
        expectAgreement((on, at) => on.checksum(at.floats(a!)));
      }),
    );
  });

  it('digests what it adds', () => {
    fc.assert(
      fc.property(words(2), ([a, b]) => {
        // The digest of a NaN that the addition made may differ.
        const [left, right] = [a!.map(withoutSpecials), b!.map(withoutSpecials)];
        expectAgreement((on, at) => on.addDigest(at.floats(left), at.floats(right)));
      }),
    );
  });

  it('codes as bfloat16, and back, and adds the code', () => {
    fc.assert(
      fc.property(words(3), ([values, decoded, target]) =>
        expectAgreement((on, at) => {
          const codes = at.halves(values!.length);
          on.encodeBfloat16(at.floats(values!), codes);
          on.decodeBfloat16(codes, at.floats(decoded!));
          on.addBfloat16(at.floats(target!), codes);
          return [...codes];
        }),
      ),
    );
  });

  it('codes as int8 with the error kept, and back, and adds the code', () => {
    fc.assert(
      fc.property(words(4), fc.boolean(), (vectors, isTiny) => {
        // The reciprocal of a largest value that is a denormal would be infinite.
        const [values, residual, decoded, target] = isTiny ? vectors.map(denormals) : vectors;
        expectAgreement((on, at) => {
          const code = at.code(values!.length);
          on.encodeInt8(at.floats(values!), at.floats(residual!), code);
          on.decodeInt8(code, at.floats(decoded!));
          on.addInt8(at.floats(target!), code);
          return [...code.codes];
        });
      }),
    );
  });

  it('makes optimizer steps', () => {
    fc.assert(
      fc.property(
        words(4),
        fc.tuple(number, number, number, number, number, number),
        count,
        fc.boolean(),
        ([weights, sums, first, second], numbers, count, isNesterov) => {
          const [learningRate, beta1, beta2, beta1Power, beta2Power, weightDecay] = numbers;
          const step = (at: Allocator) => ({
            ...{ weights: at.floats(weights!), sums: at.floats(sums!), count, learningRate },
          });
          expectAgreement((on, at) => on.sgd(step(at)));
          expectAgreement((on, at) =>
            on.momentum({ ...step(at), velocity: at.floats(first!), momentum: beta1, isNesterov }),
          );
          const moments = (at: Allocator) => ({
            firstMoment: at.floats(first!),
            secondMoment: at.floats(second!),
          });
          const settings = { beta1, beta2, beta1Power, beta2Power, epsilon: 1e-7, weightDecay };
          expectAgreement((on, at) => on.adam({ ...step(at), ...moments(at), ...settings }));
        },
      ),
    );
  });
});
