import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, MAX_CHUNK_FLOATS } from '../../../src/collective/chunk.ts';
import { parseChunk, serializeChunk } from '../../../src/collective/chunk-codec.ts';
import { lockstep } from '../../../src/gen/lockstep.js';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const chunks: fc.Arbitrary<Chunk> = fc.record({
  generation: word,
  operation: word,
  position: word,
  subtree: word,
  values: fc.float32Array({ maxLength: 50 }),
});

/** `before` bytes stand in front, as a frame's header does, and shift the alignment. */
function serialized(chunk: Chunk, before = 0): Buffer {
  const message = serializeChunk(chunk);
  const buffer = Buffer.alloc(before + message.byteLength, 0xee);
  message.copy(buffer, before);
  return buffer.subarray(before);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(new Uint8Array(buffer, byteOffset, byteLength));
}

function plain(chunk: Chunk): unknown {
  return { ...chunk, values: bytesOf(chunk.values).toString('hex') };
}

/** A chunk as the generated encoder writes it; doubles hold the 64 bits only where they are safe integers. */
function encodedByProtobuf(chunk: Chunk): Buffer {
  const { generation, operation, position, subtree, values } = chunk;
  const op = generation * 2 ** 32 + operation;
  return Buffer.from(lockstep.v1.Chunk.encode({ op, position, subtree, data: bytesOf(values) }).finish());
}

const safe = chunks.map((chunk) => ({ ...chunk, generation: chunk.generation % 2 ** 21 }));

describe('the codec of chunks', () => {
  it('reads back what it wrote, however the bytes are aligned', () => {
    fc.assert(
      fc.property(chunks, fc.nat({ max: 7 }), (chunk, before) => {
        expect(plain(parseChunk(serialized(chunk, before)))).toEqual(plain(chunk));
      }),
    );
  });

  it('reads what the generated encoder writes', () => {
    fc.assert(
      fc.property(safe, (chunk) => {
        expect(plain(parseChunk(encodedByProtobuf(chunk)))).toEqual(plain(chunk));
      }),
    );
  });

  it('writes what the generated decoder reads', () => {
    fc.assert(
      fc.property(safe, (chunk) => {
        const decoded = lockstep.v1.Chunk.decode(serialized(chunk));
        expect(Number(decoded.op)).toBe(chunk.generation * 2 ** 32 + chunk.operation);
        expect(Number(decoded.position)).toBe(chunk.position);
        expect(decoded.subtree).toBe(chunk.subtree);
        expect(Buffer.from(decoded.data).toString('hex')).toBe(bytesOf(chunk.values).toString('hex'));
      }),
    );
  });

  it('puts 27 bytes before the values of a large chunk', () => {
    for (const numFloats of [(16 * 1024) / 4, MAX_CHUNK_FLOATS]) {
      const values = new Float32Array(numFloats);
      const { byteLength } = serializeChunk({ generation: 1, operation: 1, position: 0, subtree: 1, values });
      expect(byteLength - values.byteLength).toBe(27);
    }
  });

  it('does not copy values that are aligned already', () => {
    const chunk = {
      generation: 1,
      operation: 1,
      position: 0,
      subtree: 1,
      values: new Float32Array(4096).fill(1),
    };
    const message = serialized(chunk, 1);
    expect((message.byteOffset + 27) % 4).toBe(0);
    expect(parseChunk(message).values.buffer).toBe(message.buffer);
  });

  it('refuses more floats than a chunk may carry, and parts of a float', () => {
    const chunk = { generation: 1, operation: 1, position: 0, subtree: 1 };
    const tooMany = serialized({ ...chunk, values: new Float32Array(MAX_CHUNK_FLOATS + 1) });
    expect(() => parseChunk(tooMany)).toThrow('a chunk carries 1048580 bytes; at most 1048576');
    const torn = Buffer.from(
      lockstep.v1.Chunk.encode({ op: 1, position: 1, subtree: 1, data: Buffer.alloc(3) }).finish(),
    );
    expect(() => parseChunk(torn)).toThrow('a chunk carries 3 bytes');
  });

  it('refuses a message that was cut short', () => {
    fc.assert(
      fc.property(chunks, fc.nat(), (chunk, cut) => {
        const message = serialized(chunk);
        fc.pre(chunk.values.length > 0);
        const data = 25;
        const length = data + (cut % (message.length - data));
        expect(() => parseChunk(message.subarray(0, length))).toThrow();
      }),
    );
  });

  it('answers bytes that are no chunk with a chunk or an Error, never with anything else', () => {
    const mutations = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(chunks, mutations, (chunk, changes) => {
        const message = serialized(chunk);
        for (const [at, byte] of changes) message[at % message.length] = byte;
        let parsed: Chunk;
        try {
          parsed = parseChunk(message);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          return;
        }
        for (const number of [parsed.generation, parsed.operation, parsed.position, parsed.subtree]) {
          expect(Number.isInteger(number) && number >= 0 && number < 2 ** 32).toBe(true);
        }
        expect(parsed.values).toBeInstanceOf(Float32Array);
        expect(parsed.values.byteLength).toBeLessThanOrEqual(message.length);
      }),
      { numRuns: 1000 },
    );
  });
});
