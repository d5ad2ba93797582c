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

/** Floats in a slot: 256 KiB stays in the processor's second cache between the copy and the sum. */
export const SLOT_FLOATS = 64 * 1024;
/** Slots of one link: so much may be on its way before the sender waits. */
export const NUM_SLOTS = 16;

const FLOAT_BYTES = 4;
const SLOT_BYTES = SLOT_FLOATS * FLOAT_BYTES;
const FILE_BYTES = NUM_SLOTS * SLOT_BYTES;

/** Memory in a file of a file system without a disk, cut into slots of `SLOT_FLOATS` floats. */
export interface SlotFile {
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
  const { bavail, bsize } = statfsSync(path.slice(0, path.lastIndexOf('/')));
  if (bavail * bsize < 2 * FILE_BYTES) {
    throw new Error(
      `${path} needs ${FILE_BYTES} bytes, and as much must stay free; ${bavail * bsize} are free`,
    );
  }
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    const zeros = new Float32Array(SLOT_FLOATS);
    for (let slot = 0; slot < NUM_SLOTS; slot++) writeFully(file, slot, zeros);
  } catch (error) {
    closeSync(file);
    unlinkSync(path);
    throw error;
  }
  return slotFileOf(path, file);
}

/** Opens a file that another process of this user has created, for reading. */
export function openSlotFile(path: string): SlotFile {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const { uid, size } = fstatSync(file);
  if (uid !== process.getuid?.() || size !== FILE_BYTES) {
    closeSync(file);
    throw new Error(`${path} is no slot file of this user`);
  }
  return slotFileOf(path, file);
}

function slotFileOf(path: string, file: number): SlotFile {
  return {
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
