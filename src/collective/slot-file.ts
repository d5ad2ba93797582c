import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Floats in a slot: 256 KiB stays in the processor's second cache between the copy and the sum. */
export const SLOT_FLOATS = 64 * 1024;
/** Slots of one link, the most that there is room for: so much may be on its way before the sender waits. */
export const SLOT_COUNTS = [32, 8] as const;

const FLOAT_BYTES = 4;
const SLOT_BYTES = SLOT_FLOATS * FLOAT_BYTES;

/** Memory in a file of a file system without a disk, cut into slots of `SLOT_FLOATS` floats. */
export interface SlotFile {
  readonly numSlots: number;
  /** Copies at most `SLOT_FLOATS` values into a slot. */
  write(slot: number, values: Float32Array): void;
  /** Fills `target` from the beginning of a slot. */
  read(slot: number, target: Float32Array): void;
  /** Takes the file's name away; whoever has it open keeps it. */
  unlink(): void;
  close(): void;
}

/** Creates the file and all of its pages, so that no later write lacks memory. Throws where there is too little. */
export function createSlotFile(path: string): SlotFile {
  const numSlots = slotsThatFit(dirname(path));
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    const zeros = new Float32Array(SLOT_FLOATS);
    for (let slot = 0; slot < numSlots; slot++) writeFully(file, slot, zeros);
  } catch (error) {
    closeSync(file);
    unlinkSync(path);
    throw error;
  }
  return slotFileOf({ path, file, numSlots });
}

/** As much as the slots take must stay free for others. */
function slotsThatFit(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  const numFree = Math.floor((bavail * bsize) / 2 / SLOT_BYTES);
  const numSlots = SLOT_COUNTS.find((count) => count <= numFree);
  if (numSlots === undefined) {
    throw new Error(
      `${folder} has ${bavail * bsize} bytes free, less than the ${2 * SLOT_COUNTS[1] * SLOT_BYTES} that a link needs`,
    );
  }
  return numSlots;
}

/** Opens a file that another process of this user has created, for reading. */
export function openSlotFile(path: string): SlotFile {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const { uid, size } = fstatSync(file);
  const numSlots = SLOT_COUNTS.find((count) => size === count * SLOT_BYTES);
  if (uid !== process.getuid?.() || numSlots === undefined) {
    closeSync(file);
    throw new Error(`${path} is no slot file of this user`);
  }
  return slotFileOf({ path, file, numSlots });
}

interface OpenFile {
  readonly path: string;
  readonly file: number;
  readonly numSlots: number;
}

function slotFileOf({ path, file, numSlots }: OpenFile): SlotFile {
  return {
    numSlots,
    write: (slot, values) => writeFully(file, slot, values),
    read: (slot, target) => {
      const bytes = bytesOf(target);
      const numRead = readSync(file, bytes, 0, bytes.length, slot * SLOT_BYTES);
      if (numRead !== bytes.length) throw new Error(`a slot gave ${numRead} of ${bytes.length} bytes`);
    },
    unlink: () => unlinkSync(path),
    close: () => closeSync(file),
  };
}

function writeFully(file: number, slot: number, values: Float32Array): void {
  const bytes = bytesOf(values);
  const written = writeSync(file, bytes, 0, bytes.length, slot * SLOT_BYTES);
  if (written !== bytes.length) throw new Error(`a slot took ${written} of ${bytes.length} bytes`);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
