import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { partialCheckpointName, STATE_FILE } from '../store/checkpoint-folder.ts';
import type { SnapshotReply } from './trainer-protocol.ts';

const PIECE_BYTES = 1024 * 1024;

export interface PartRequest {
  readonly runDirectory: string;
  readonly generation: number;
  readonly step: number;
  readonly snapshot: SnapshotReply;
}

/**
 * Writes one rank's byte range into the state file that all ranks write together, and fsyncs it. Returns its SHA-256.
 * Where that fails the checkpoint has failed for all ranks, and what they wrote gives its place on the disk back.
 */
export async function writeCheckpointPart({
  runDirectory,
  generation,
  step,
  snapshot,
}: PartRequest): Promise<string> {
  const folder = join(runDirectory, 'checkpoints', partialCheckpointName(step, generation));
  await mkdir(folder, { recursive: true });
  const path = join(folder, STATE_FILE);
  const file = await openForWriting(path);
  const hash = createHash('sha256');
  try {
    // In pieces, so that hashing never keeps this thread from the exchange of a step for long.
    for (let begin = 0; begin < snapshot.bytes.length; begin += PIECE_BYTES) {
      const piece = snapshot.bytes.subarray(begin, begin + PIECE_BYTES);
      await writeAll(file, piece, snapshot.begin + begin);
      hash.update(piece);
    }
    await file.sync();
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** One write may take less than it was given: what is left of a disk that fills up, or 2 GiB. */
async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

/** Opens without truncating: other ranks may have written already. */
async function openForWriting(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  try {
    return await open(path, 'wx+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return await open(path, 'r+');
  }
}
