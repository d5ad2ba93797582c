import fs from 'node:fs/promises';
import { LockstepError } from '../core/errors.ts';
import { openAppendFile } from './append-file.ts';

/** Writes one JSON value a line, in the order of the calls. */
export interface JsonLinesWriter {
  /** Queues a value; await it to keep to the pace of the disk. Rejects with IO_FAILED once a write has failed. */
  append(value: unknown): Promise<void>;
  /** Resolves when the system has every line. Rejects with IO_FAILED. */
  flush(): Promise<void>;
  /** Makes every line durable and closes the file. Rejects with IO_FAILED. */
  close(): Promise<void>;
}

export interface JsonLines {
  readonly values: readonly unknown[];
  /** Length of a last line that has no end, because its writer died; it is not among the values. 0 for none. */
  readonly tornBytes: number;
}

/** Opens a file of JSON lines for appending. A torn last line is cut off first, so that no line is glued to it. */
export async function openJsonLinesWriter(file: string): Promise<JsonLinesWriter> {
  await cutTornLine(file);
  const { append, flush, close } = await openAppendFile(file);
  return { append: async (value) => append(`${JSON.stringify(value)}\n`), flush, close };
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
