import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LockstepError } from '../core/errors.ts';

/** One change of a document. `value` is missing where the key was removed. */
export interface JournalRecord {
  readonly key: string;
  readonly revision: number;
  readonly value?: unknown;
}

export interface JournalContent {
  readonly records: readonly JournalRecord[];
  /** Length of the part that holds them; what follows is a torn write. */
  readonly validBytes: number;
}

/** Hex digits of the line's SHA-256 that are kept. */
const CHECKSUM_LENGTH = 16;
const LINE_BREAK = 0x0a;

/** All records that are made durable together are one line, so that a crash tears at most the last line. */
export function encodeLine(records: readonly JournalRecord[]): Buffer {
  const json = JSON.stringify(records);
  return Buffer.from(`${checksum(json)} ${json}\n`);
}

/**
 * Reads a journal; none is an empty one. A torn last line was never acknowledged and is left out with a warning; a bad
 * line before it means that the disk lost what was acknowledged. Throws IO_FAILED for that.
 */
export async function readJournal(path: string, warn: (message: string) => void): Promise<JournalContent> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw new LockstepError('IO_FAILED', `${path} cannot be read: ${error.message}`);
  });
  const records: JournalRecord[] = [];
  let begin = 0;
  for (let line = 1; begin < bytes.length; line++) {
    const end = bytes.indexOf(LINE_BREAK, begin);
    const decoded = end === -1 ? null : decodeLine(bytes.toString('utf8', begin, end));
    if (!decoded && end !== -1 && end + 1 < bytes.length) {
      throw new LockstepError('IO_FAILED', `${path}:${line} is damaged; restore the file from a backup`);
    }
    if (!decoded) {
      warn(`${path}:${line} was not written to its end and is dropped (${bytes.length - begin} bytes)`);
      break;
    }
    records.push(...decoded);
    begin = end + 1;
  }
  return { records, validBytes: begin };
}

/** Writes a file beside and puts it in the place of `path`, durably: after a crash there is the old one or the new one. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** Makes names of new files in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Null when the line is not what was written. */
function decodeLine(line: string): JournalRecord[] | null {
  const json = line.slice(CHECKSUM_LENGTH + 1);
  return line === `${checksum(json)} ${json}` ? (JSON.parse(json) as JournalRecord[]) : null;
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, CHECKSUM_LENGTH);
}
