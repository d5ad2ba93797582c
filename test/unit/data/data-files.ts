import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-data-'));
let numFiles = 0;

/** Writes a file of its own for one test; `name` is how its path ends. */
export function dataFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, `${numFiles++}-${name}`);
  writeFileSync(path, content);
  return path;
}

/** An IDX file of bytes. */
export function idxBytes(shape: readonly number[], elements: readonly number[], type = 0x08): Uint8Array {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, type, shape.length]);
  for (const [axis, extent] of shape.entries()) header.writeUInt32BE(extent, 4 + 4 * axis);
  return Buffer.concat([header, Buffer.from(elements)]);
}

/** An NPY file around encoded elements, as numpy.save writes it. */
export function npyBytes(
  descr: string,
  shape: readonly number[],
  elements: ArrayBufferView,
  isFortran = false,
): Uint8Array {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dict = `{'descr': '${descr}', 'fortran_order': ${isFortran ? 'True' : 'False'}, 'shape': (${axes}), }`;
  const padded = `${dict.padEnd(Math.ceil((dict.length + 11) / 64) * 64 - 11)}\n`;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(padded.length);
  const data = Buffer.from(elements.buffer, elements.byteOffset, elements.byteLength);
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, Buffer.from(padded), data]);
}

/** Options for tests that do not ask how rows are split. */
export const ALL_TRAINING = { seed: 0, validationSplit: 0 } as const;
