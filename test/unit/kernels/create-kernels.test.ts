import { describe, expect, it } from 'vitest';
import { createKernels } from '../../../src/kernels/create-kernels.ts';
import { plainKernels } from '../../../src/kernels/plain-kernels.ts';

const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });

function floats(address: number, length: number): Float32Array {
  return new Float32Array(memory.buffer as ArrayBuffer, address, length);
}

describe('createKernels', () => {
  it('compiles for memory that is shared and for memory that is not', () => {
    const unshared = new WebAssembly.Memory({ initial: 1 });
    for (const kernels of [createKernels(memory), createKernels(unshared)]) {
      expect(kernels.isVectorized).toBe(true);
    }
    const target = new Float32Array(unshared.buffer, 0, 5).fill(3);
    createKernels(unshared).add(target, target);
    expect([...target]).toEqual([6, 6, 6, 6, 6]);
  });

  it('changes nothing beside the vector', () => {
    const around = floats(0, 64).fill(1);
    createKernels(memory).scale(floats(8, 53), 3);
    expect([...around]).toEqual(Array.from(around, (_, i) => (i >= 2 && i < 55 ? 3 : 1)));
  });

  it('takes an output that is one of the inputs', () => {
    const target = floats(0, 70).map((_, i) => i);
    floats(0, 70).set(target);
    createKernels(memory).sum(floats(0, 70), floats(0, 70), floats(0, 70));
    expect([...floats(0, 70)]).toEqual(Array.from(target, (value) => 2 * value));
  });

  it('refuses vectors outside of its memory', () => {
    const kernels = createKernels(memory);
    expect(() => kernels.add(floats(0, 3), new Float32Array(3))).toThrow(/outside of its memory/);
    const before = floats(0, 3);
    memory.grow(1);
    expect(() => kernels.scale(before, 2)).toThrow(/outside of its memory/);
    expect(() => kernels.scale(floats(0, 3), 2)).not.toThrow();
  });

  it.each([createKernels(memory), plainKernels])('refuses vectors of different lengths (%#)', (kernels) => {
    expect(() => kernels.add(floats(0, 3), floats(16, 4))).toThrow(/vectors of 3 and 4 values/);
    const code = { codes: new Int8Array(65), scales: new Float32Array(1) };
    expect(() => kernels.decodeInt8(code, new Float32Array(65))).toThrow(
      /65 int8 codes with 1 scales, not 2/,
    );
    expect(() =>
      kernels.sgd({ weights: floats(0, 2), sums: floats(0, 1), count: 1, learningRate: 1 }),
    ).toThrow(/vectors of 2 and 1 values/);
  });
});

describe('the int8 code', () => {
  it('loses nothing over many rounds: what one leaves, the next ones send', () => {
    const values = Float32Array.from({ length: 130 }, (_, i) => Math.sin(i) * 10 ** (i % 3));
    const residual = new Float32Array(130);
    const received = new Float64Array(130);
    const code = { codes: new Int8Array(130), scales: new Float32Array(3) };
    const decoded = new Float32Array(130);
    for (let round = 0; round < 50; round++) {
      plainKernels.encodeInt8(values, residual, code);
      plainKernels.decodeInt8(code, decoded);
      for (const [i, value] of decoded.entries()) received[i]! += value;
    }
    for (const [i, value] of values.entries()) expect(received[i]! / 50).toBeCloseTo(value, 1);
  });

  it('decodes a block with a value that is not finite to no finite value, and leaves the others alone', () => {
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const values = new Float32Array(128).fill(2).fill(broken, 70, 71);
      const code = { codes: new Int8Array(128), scales: new Float32Array(2) };
      plainKernels.encodeInt8(values, new Float32Array(128), code);
      plainKernels.decodeInt8(code, values);
      expect(values.findIndex((value) => !Number.isFinite(value))).toBe(64);
      expect(values.subarray(64).some(Number.isFinite)).toBe(false);
      expect(values[0]).toBe(2);
    }
  });
});
