import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { LockstepError } from '../core/errors.ts';
import { lockFolder } from './folder-lock.ts';
import type { StateStore, Stored } from './state-store.ts';

/** The journal is rewritten as a snapshot of what it leads to once it has grown beyond this. */
const COMPACT_ABOVE_BYTES = 4 * 1024 * 1024;
const JOURNAL_FILE = 'journal.jsonl';

/** One line of the journal: a checksum, a space, and this as JSON. `value` is missing where the key was removed. */
interface JournalRecord {
  readonly key: string;
  readonly revision: number;
  readonly value?: unknown;
}

export interface FileStoreOptions {
  readonly directory: string;
  /** Told about a torn last line, left by a writer that was killed. */
  readonly warn?: (message: string) => void;
}

/**
 * The embedded store: an append-only journal, fsynced before a change is acknowledged. Changes that come while an fsync
 * runs share the next one. The folder is locked; a second process gets CONFLICT. Throws IO_FAILED on a damaged journal.
 */
export async function openFileStore({ directory, warn }: FileStoreOptions): Promise<StateStore> {
  await mkdir(directory, { recursive: true });
  const lock = await lockFolder(directory);
  const path = join(directory, JOURNAL_FILE);
  const documents = new Map<string, Stored>();
  let revision = 0;
  const { records, validBytes } = await readJournal(path, warn ?? (() => undefined));
  for (const record of records) {
    revision = Math.max(revision, record.revision);
    if (record.value === undefined) documents.delete(record.key);
    else documents.set(record.key, { value: record.value, revision: record.revision });
  }
  let journal = await open(path, 'a');
  await journal.truncate(validBytes);
  let journalBytes = validBytes;
  let waiting: { line: string; resolve: () => void; reject: (error: Error) => void }[] = [];
  let writing: Promise<void> | null = null;
  let broken: LockstepError | null = null;

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const bytes = Buffer.from(batch.map(({ line }) => line).join(''));
        await journal.write(bytes);
        await journal.datasync();
        journalBytes += bytes.length;
        for (const { resolve } of batch) resolve();
        if (journalBytes > COMPACT_ABOVE_BYTES) await compact();
      } catch (error) {
        broken = new LockstepError('IO_FAILED', `${path} cannot be written: ${(error as Error).message}`);
        for (const { reject } of [...batch, ...waiting.splice(0)]) reject(broken);
      }
    }
    writing = null;
  };
  const compact = async (): Promise<void> => {
    const lines = [...documents].map(([key, stored]) => encodeRecord({ key, ...stored }));
    const newestRevision = encodeRecord({ key: '', revision });
    const snapshot = await writeSnapshot(directory, lines.join('') + newestRevision);
    await journal.close();
    journal = snapshot.file;
    journalBytes = snapshot.bytes;
  };
  const append = (record: JournalRecord): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ line: encodeRecord(record), resolve, reject });
      writing ??= write();
    });
  const expect = (key: string, expected: number | null): void => {
    if (broken) throw broken;
    const actual = documents.get(key)?.revision ?? null;
    if (actual === expected) return;
    throw new LockstepError(
      'CONFLICT',
      `${key} has revision ${actual}, not ${expected}: somebody else changed it`,
    );
  };

  return {
    get: async (key) => documents.get(key) ?? null,
    put: async (key, value, expectedRevision) => {
      expect(key, expectedRevision);
      const stored = { value, revision: ++revision };
      documents.set(key, stored);
      await append({ key, ...stored });
      return stored.revision;
    },
    remove: async (key, expectedRevision) => {
      expect(key, expectedRevision);
      documents.delete(key);
      await append({ key, revision: ++revision });
    },
    list: async (prefix) => [...documents.keys()].filter((key) => key.startsWith(prefix)).sort(),
    close: async () => {
      await writing;
      await journal.close();
      await lock.release();
    },
  };
}

function encodeRecord(record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

/** Null when the line is not what was written. */
function decodeRecord(line: string): JournalRecord | null {
  const json = line.slice(9);
  if (line[8] !== ' ' || crc32(json).toString(16).padStart(8, '0') !== line.slice(0, 8)) return null;
  return JSON.parse(json) as JournalRecord;
}

/** A bad last line was never acknowledged and is cut off; a bad line before it means that the disk lost something. */
async function readJournal(
  path: string,
  warn: (message: string) => void,
): Promise<{ records: JournalRecord[]; validBytes: number }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new LockstepError('IO_FAILED', `${path} cannot be read: ${error.message}`);
  });
  const lines = text.split('\n');
  const torn = lines.pop();
  const records: JournalRecord[] = [];
  let validBytes = 0;
  for (const [index, line] of lines.entries()) {
    const record = decodeRecord(line);
    if (!record && index < lines.length - 1) {
      throw new LockstepError(
        'IO_FAILED',
        `${path}, line ${index + 1} is damaged; restore the file from a backup`,
      );
    }
    if (!record) break;
    records.push(record);
    validBytes += Buffer.byteLength(line) + 1;
  }
  if (torn !== '' || records.length < lines.length)
    warn(`${path}: the last line was not written to its end and is dropped`);
  return { records, validBytes };
}

/** Writes the snapshot beside the journal and puts it in its place. */
async function writeSnapshot(directory: string, text: string): Promise<{ file: FileHandle; bytes: number }> {
  const beside = join(directory, `${JOURNAL_FILE}.new`);
  const bytes = Buffer.from(text);
  const file = await open(beside, 'w');
  await file.write(bytes);
  await file.sync();
  await file.close();
  await rename(beside, join(directory, JOURNAL_FILE));
  const folder = await open(directory, 'r');
  await folder.sync();
  await folder.close();
  return { file: await open(join(directory, JOURNAL_FILE), 'a'), bytes: bytes.length };
}
