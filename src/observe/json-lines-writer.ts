import {
  closeSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { promisify } from 'node:util';
import { LockstepError } from '../core/errors.ts';

/**
 * Writes one JSON value a line. A line is with the operating system when `append` returns, so that it outlives a kill of
 * this process. Lines that cannot be written (a full disk) wait, in their order, and go out with the next that can.
 */
export interface JsonLinesWriter {
  /** Throws IO_FAILED when the line has to wait. */
  append(value: unknown): void;
  /** Cuts the file behind the leading lines whose values `isKept`. Throws IO_FAILED. */
  keepWhile(isKept: (value: unknown) => boolean): void;
  /** Makes every line durable. Rejects with IO_FAILED, also where the file is not in its place any more. */
  sync(): Promise<void>;
  /** Makes every line durable and closes the file. Rejects with IO_FAILED. */
  close(): Promise<void>;
}

export interface JsonLines {
  readonly values: readonly unknown[];
  /** Length of a last line that has no end, because its writer died; it is not among the values. 0 for none. */
  readonly tornBytes: number;
}

/** Bytes that may wait for a disk that cannot be written; what comes after them is lost. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** Opens a file of JSON lines for appending. A torn last line is cut off first, so that no line is glued to it. */
export async function openJsonLinesWriter(path: string): Promise<JsonLinesWriter> {
  await cutTornLine(path);
  const failed = (error: unknown) =>
    new LockstepError('IO_FAILED', `${path} cannot be written: ${(error as Error).message}.`);
  const orFail = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw failed(error);
    }
  };
  const file = orFail(() => openSync(path, 'a+'));
  let waiting = Buffer.alloc(0);

  const writeWaiting = (): void => {
    while (waiting.length > 0) waiting = waiting.subarray(writeSync(file, waiting));
  };
  /** What is written to a file that was removed or moved reads nobody who looks for it here. */
  const expectFile = (): void => {
    const found = statSync(path, { throwIfNoEntry: false });
    const { ino, dev } = fstatSync(file);
    if (found?.ino !== ino || found.dev !== dev) throw new Error('it was removed or moved');
  };
  const makeDurable = async (): Promise<void> => {
    orFail(writeWaiting);
    await promisify(fdatasync)(file).catch((error) => {
      throw failed(error);
    });
  };
  return {
    append: (value) => {
      const line = Buffer.from(`${JSON.stringify(value)}\n`);
      if (waiting.length + line.length <= MAX_WAITING_BYTES) waiting = Buffer.concat([waiting, line]);
      orFail(writeWaiting);
    },
    keepWhile: (isKept) =>
      orFail(() => {
        writeWaiting();
        ftruncateSync(file, leadingBytes(readFileSync(path), isKept));
      }),
    sync: async () => {
      orFail(expectFile);
      await makeDurable();
    },
    close: async () => {
      try {
        await makeDurable();
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Length of the leading lines whose values are kept. */
function leadingBytes(bytes: Buffer, isKept: (value: unknown) => boolean): number {
  let begin = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, begin) + 1;
    if (end === 0 || !isKept(JSON.parse(bytes.toString('utf8', begin, end)))) return begin;
    begin = end;
  }
}

/**
 * Reads a file of JSON lines. A line counts when its line break was written.
 * Throws IO_FAILED when the file cannot be read, and RUN_INVALID with the line that is not JSON.
 */
export async function readJsonLines(file: string): Promise<JsonLines> {
  const bytes = await fs.readFile(file).catch((error: Error) => {
    throw new LockstepError('IO_FAILED', `${file} cannot be read: ${error.message}.`);
  });
  const end = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
  const values = lines.map((line, index) => parseLine(line, `${file}:${index + 1}`));
  return { values, tornBytes: bytes.length - end };
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    const shown = JSON.stringify(line.slice(0, 80));
    throw new LockstepError('RUN_INVALID', `${place}: not a line of JSON: ${shown}. Was the file edited?`);
  }
}

async function cutTornLine(file: string): Promise<void> {
  try {
    const bytes = await fs.readFile(file);
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end < bytes.length) await fs.truncate(file, end);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new LockstepError('IO_FAILED', `${file} cannot be repaired: ${message}.`);
  }
}
