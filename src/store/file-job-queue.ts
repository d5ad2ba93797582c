import { EventEmitter, once } from 'node:events';
import { LockstepError } from '../core/errors.ts';
import {
  DEFAULT_QUEUE_LIMITS,
  encodeJob,
  type JobQueue,
  type JobQueueLimits,
  type QueuedJob,
  queueFull,
} from './job-queue.ts';
import type { StateStore } from './state-store.ts';

export interface FileJobQueueOptions extends Partial<JobQueueLimits> {
  /** Stays open when the queue is closed. Only one queue may use it at a time. */
  readonly store: StateStore;
  /** Told about each job that is given up. */
  readonly warn?: ((message: string) => void) | undefined;
}

const PREFIX = 'submissions/';

interface StoredJob {
  readonly document: unknown;
  readonly numDeliveries: number;
}

interface Entry {
  readonly key: string;
  numDeliveries: number;
  revision: number;
}

/** The embedded queue: each job is a document of the store. Keys of jobs that are done are forgotten on a restart. */
export async function openFileJobQueue(options: FileJobQueueOptions): Promise<JobQueue> {
  const { store, warn = () => undefined, ...given } = options;
  const limits = { ...DEFAULT_QUEUE_LIMITS, ...given };
  const waiting = await readEntries(store);
  /** Every job that is not done, by its key; settles when its submission is durable. */
  const present = new Map<string, Promise<void>>(waiting.map(({ key }) => [key, Promise.resolve()]));
  const forgetAt = new Map<string, number>();
  const arrivals = new EventEmitter();
  const closing = new AbortController();

  const add = (entry: Entry) => {
    waiting.push(entry);
    arrivals.emit('job');
  };
  const remove = async ({ key, revision }: Entry) => {
    if (!present.delete(key)) return;
    forgetAt.set(key, performance.now() + limits.rememberMs);
    await store.remove(PREFIX + key, revision);
  };
  const giveUp = async (entry: Entry) => {
    warn(`job ${entry.key} is given up: it was taken ${entry.numDeliveries} times and never done`);
    await remove(entry);
  };
  const submitNew = async (json: string, key: string): Promise<void> => {
    const job: StoredJob = { document: JSON.parse(json), numDeliveries: 0 };
    const revision = await store.put(PREFIX + key, job, null);
    add({ key, revision, numDeliveries: 0 });
  };
  const deliver = async (entry: Entry): Promise<QueuedJob | null> => {
    if (entry.numDeliveries >= limits.maxDeliveries) {
      await giveUp(entry);
      return null;
    }
    const { document } = (await store.get(PREFIX + entry.key))!.value as StoredJob;
    const job: StoredJob = { document, numDeliveries: ++entry.numDeliveries };
    entry.revision = await store.put(PREFIX + entry.key, job, entry.revision);
    return {
      document,
      key: entry.key,
      done: () => remove(entry),
      retryLater: async () => {
        if (entry.numDeliveries >= limits.maxDeliveries) await giveUp(entry);
        else setTimeout(() => add(entry), limits.retryDelayMs).unref();
      },
    };
  };

  return {
    submit: async (document, key) => {
      const json = encodeJob(document, key, limits.maxDocumentBytes);
      if (closing.signal.aborted) throw new LockstepError('IO_FAILED', 'the job queue is closed');
      forgetOld(forgetAt);
      if (forgetAt.has(key)) return;
      if (!present.has(key)) {
        if (present.size >= limits.maxJobs) throw queueFull(limits.maxJobs);
        const submission = submitNew(json, key);
        present.set(key, submission);
        submission.catch(() => present.delete(key));
      }
      await present.get(key);
    },
    async *take(stop = closing.signal) {
      const end = AbortSignal.any([stop, closing.signal]);
      while (!end.aborted) {
        const entry = waiting.shift();
        const job = entry && (await deliver(entry));
        if (job) yield job;
        else if (!entry) await once(arrivals, 'job', { signal: end }).catch(() => undefined);
      }
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(present.values());
    },
  };
}

/** Oldest first. */
async function readEntries(store: StateStore): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const name of await store.list(PREFIX)) {
    const { value, revision } = (await store.get(name))!;
    const { numDeliveries } = value as StoredJob;
    entries.push({ key: name.slice(PREFIX.length), revision, numDeliveries });
  }
  return entries.sort((a, b) => a.revision - b.revision);
}

/** Keys are in the order in which they are to be forgotten. */
function forgetOld(forgetAt: Map<string, number>): void {
  const now = performance.now();
  for (const [key, time] of forgetAt) {
    if (time > now) return;
    forgetAt.delete(key);
  }
}
