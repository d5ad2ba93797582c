import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LockstepError } from '../core/errors.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { replaceFile } from './journal.ts';
import type { LeaderLease, Leadership } from './leader-lease.ts';

const REVISION_FILE = 'fencing-revision';
const POLL_MS = 100;

/** Candidates of one host: who has the folder locked leads, until it steps down or its process ends. */
export async function openFileLeaderLease({ directory }: { directory: string }): Promise<LeaderLease> {
  await mkdir(directory, { recursive: true }).catch((error: Error) => {
    throw new LockstepError('IO_FAILED', `${directory} cannot be made: ${error.message}`);
  });
  let leadership: Leadership | null = null;
  const closing = new AbortController();
  return {
    acquire: async (stop = closing.signal) => {
      const lock = await waitForLock(directory, AbortSignal.any([stop, closing.signal]));
      const fencingRevision = await nextRevision(join(directory, REVISION_FILE)).catch(async (error) => {
        await lock.release();
        throw error;
      });
      leadership = lead(lock, fencingRevision);
      return leadership;
    },
    close: async () => {
      closing.abort(new LockstepError('IO_FAILED', `the lease on ${directory} is closed`));
      await leadership?.stepDown();
    },
  };
}

function lead(lock: FolderLock, fencingRevision: number): Leadership {
  const end = new AbortController();
  return {
    fencingRevision,
    ended: end.signal,
    isHeld: () => !end.signal.aborted,
    stepDown: async () => {
      if (end.signal.aborted) return;
      end.abort();
      await lock.release();
    },
  };
}

async function waitForLock(directory: string, stop: AbortSignal): Promise<FolderLock> {
  for (;;) {
    stop.throwIfAborted();
    try {
      return await lockFolder(directory);
    } catch (error) {
      if (!(error instanceof LockstepError && error.code === 'CONFLICT')) throw error;
    }
    await sleep(POLL_MS);
  }
}

/** Counts the leaders of the folder. Durable before it returns. */
async function nextRevision(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '0';
    throw new LockstepError('IO_FAILED', `${path} cannot be read: ${error.message}`);
  });
  const revision = Number(text) + 1;
  if (!Number.isSafeInteger(revision)) {
    throw new LockstepError('IO_FAILED', `${path} holds ${JSON.stringify(text)}, which is no number`);
  }
  await replaceFile(path, Buffer.from(`${revision}\n`));
  return revision;
}
