import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { LockstepError } from '../core/errors.ts';
import { lockFolder } from './folder-lock.ts';
import { createGroupCommit } from './group-commit.ts';
import { encodeLine, type JournalRecord, readJournal, replaceFile, syncFolder } from './journal.ts';
import type { StateStore, Stored } from './state-store.ts';

const JOURNAL_FILE = 'journal.jsonl';
const COMPACT_ABOVE_BYTES = 4 * 1024 * 1024;
/** A journal grows to this many times what it leads to before it is compacted again. */
const GROWTH = 2;

export interface FileStoreOptions {
  readonly directory: string;
  /** Told about a torn last line, left by a writer that was killed. */
  readonly warn?: (message: string) => void;
  /** Size up to which the journal is never rewritten as a snapshot of what it leads to. */
  readonly compactAboveBytes?: number;
}

/**
 * The embedded store: an append-only journal, fsynced before a change is acknowledged or can be read. Changes that come
 * while an fsync runs share the next one. The folder is locked: throws CONFLICT while another store has it open, and
 * IO_FAILED on a damaged journal. After a failed write every further change is refused with IO_FAILED.
 */
export async function openFileStore(options: FileStoreOptions): Promise<StateStore> {
  const { directory } = options;
  await mkdir(directory, { recursive: true }).catch((error: Error) => {
    throw new LockstepError('IO_FAILED', `${directory} cannot be made: ${error.message}`);
  });
  const lock = await lockFolder(directory);
  try {
    return await openLocked(options, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openLocked(
  { directory, warn = () => undefined, compactAboveBytes = COMPACT_ABOVE_BYTES }: FileStoreOptions,
  release: () => Promise<void>,
): Promise<StateStore> {
  const path = join(directory, JOURNAL_FILE);
  const documents = new Map<string, DurableDocument>();
  const { records, validBytes } = await readJournal(path, warn);
  let revision = records.reduce((newest, record) => Math.max(newest, record.revision), 0);
  for (const record of records) applyRecord(documents, record);
  const journal = await openJournal(path, validBytes);
  await syncFolder(directory);

  /** The newest change of each key that is not durable yet. */
  const underWay = new Map<string, JournalRecord>();
  let isClosed = false;

  const commits = createGroupCommit<JournalRecord>(async (batch) => {
    try {
      await journal.append(encodeLine(batch));
      for (const record of batch) {
        applyRecord(documents, record);
        if (underWay.get(record.key) === record) underWay.delete(record.key);
      }
      if (journal.isDueAbove(compactAboveBytes)) await journal.rewrite(encodeLine(snapshot()));
    } catch (error) {
      throw new LockstepError('IO_FAILED', `${path} cannot be written: ${(error as Error).message}`);
    }
  });
  // The newest revision must outlive the document that had it, so that none is ever given twice.
  const snapshot = (): JournalRecord[] => [
    { key: '', revision },
    ...[...documents].map(([key, { json, revision }]) => ({ key, revision, value: JSON.parse(json) })),
  ];
  const change = async (key: string, expected: number | null, value?: unknown): Promise<number> => {
    if (isClosed) throw new LockstepError('IO_FAILED', `${path} is closed`);
    expectRevision(key, expected, underWay.get(key) ?? documents.get(key));
    const record: JournalRecord = { key, revision: ++revision, ...(value !== undefined && { value }) };
    underWay.set(key, record);
    await commits.submit(record);
    return record.revision;
  };

  return {
    get: async (key) => storedOf(documents.get(key)),
    put: async (key, value, expectedRevision) => change(key, expectedRevision, copyOf(value)),
    remove: async (key, expectedRevision) => {
      await change(key, expectedRevision);
    },
    list: async (prefix) => [...documents.keys()].filter((key) => key.startsWith(prefix)).sort(),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await commits.settled();
      await journal.close();
      await release();
    },
  };
}

interface DurableDocument {
  readonly json: string;
  readonly revision: number;
}

function applyRecord(documents: Map<string, DurableDocument>, { key, revision, value }: JournalRecord): void {
  if (value === undefined) documents.delete(key);
  else documents.set(key, { json: JSON.stringify(value), revision });
}

function storedOf(document: DurableDocument | undefined): Stored | null {
  return document ? { value: JSON.parse(document.json), revision: document.revision } : null;
}

function copyOf(value: unknown): unknown {
  const json = JSON.stringify(value);
  if (json === undefined) throw new Error(`a document must be JSON, not ${typeof value}`);
  return JSON.parse(json);
}

/** Throws CONFLICT unless the key is in the state that the caller saw. */
function expectRevision(
  key: string,
  expected: number | null,
  newest: JournalRecord | DurableDocument | undefined,
): void {
  const isThere = newest !== undefined && ('json' in newest || newest.value !== undefined);
  const actual = isThere ? newest.revision : null;
  if (actual === expected) return;
  const says = actual === null ? 'does not exist' : `has revision ${actual}`;
  const saw = expected === null ? 'none was expected' : `revision ${expected} was expected`;
  throw new LockstepError('CONFLICT', `${key} ${says} where ${saw}: somebody else changed it; read it again`);
}

/** A journal open for appending. Every call returns when its bytes are durable. */
async function openJournal(path: string, validBytes: number) {
  let file: FileHandle = await open(path, 'a');
  await file.truncate(validBytes);
  let numBytes = validBytes;
  let snapshotBytes = 0;
  return {
    append: async (bytes: Uint8Array) => {
      await file.appendFile(bytes);
      await file.datasync();
      numBytes += bytes.length;
    },
    isDueAbove: (compactAboveBytes: number) => numBytes > Math.max(compactAboveBytes, GROWTH * snapshotBytes),
    rewrite: async (bytes: Uint8Array) => {
      await replaceFile(path, bytes);
      await file.close();
      file = await open(path, 'a');
      numBytes = bytes.length;
      snapshotBytes = bytes.length;
    },
    close: () => file.close(),
  };
}
