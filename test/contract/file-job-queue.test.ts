import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFileJobQueue } from '../../src/store/file-job-queue.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { jobQueueContract, type QueueOptions } from './job-queue-contract.ts';

jobQueueContract('the file queue', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'file-job-queue-'));
  return {
    open: async (options: QueueOptions) => {
      const store = await openFileStore({ directory });
      const queue = await openFileJobQueue({ store, ...options });
      const close = async () => {
        await queue.close();
        await store.close();
      };
      return { ...queue, close };
    },
    remove: () => rm(directory, { recursive: true }),
  };
});
