import fs from 'node:fs/promises';
import { LockstepError } from '../core/errors.ts';

/** A file that is only ever written at its end, in the order of the calls. */
export interface AppendFile {
  /**
   * Queues bytes and resolves when there is room for more, which is nearly always at once; who awaits it cannot
   * outrun the disk. Rejects with IO_FAILED once a write has failed: nothing more is written then.
   */
  append(bytes: Uint8Array | string): Promise<void>;
  /** Resolves when the system has everything that was queued. Rejects with IO_FAILED. */
  flush(): Promise<void>;
  /** Flushes, makes it durable and closes. Rejects with IO_FAILED. */
  close(): Promise<void>;
}

const QUEUED_BYTES = 4 << 20;

/** Opens a file for appending; makes it where it is missing. Throws IO_FAILED. */
export async function openAppendFile(path: string, maxQueuedBytes = QUEUED_BYTES): Promise<AppendFile> {
  const failed = (error: unknown) =>
    new LockstepError(
      'IO_FAILED',
      `${path} cannot be written: ${error instanceof Error ? error.message : error}.`,
    );
  const handle = await fs.open(path, 'a').catch((error) => {
    throw failed(error);
  });
  let queue: Uint8Array[] = [];
  let queuedBytes = 0;
  let failure: LockstepError | null = null;
  let writing: Promise<void> | null = null;
  let closed = false;

  const writeAll = async () => {
    try {
      while (queue.length > 0) {
        const bytes = Buffer.concat(queue);
        queue = [];
        await handle.appendFile(bytes);
        queuedBytes -= bytes.length;
      }
    } catch (error) {
      failure = failed(error);
    }
    writing = null;
  };

  const flush = async () => {
    while (writing !== null) await writing;
    if (failure !== null) throw failure;
  };

  return {
    append: async (bytes) => {
      if (closed) throw new Error(`${path} is closed`);
      if (failure !== null) throw failure;
      const buffer = Buffer.from(bytes);
      queue.push(buffer);
      queuedBytes += buffer.length;
      writing ??= writeAll();
      if (queuedBytes > maxQueuedBytes) await flush();
    },
    flush,
    close: async () => {
      if (closed) return;
      closed = true;
      try {
        await flush();
        await handle.sync();
      } catch (error) {
        throw error instanceof LockstepError ? error : failed(error);
      } finally {
        await handle.close();
      }
    },
  };
}
