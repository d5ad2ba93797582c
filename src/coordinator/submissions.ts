import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { LockstepError } from '../core/errors.ts';
import type { StateStore } from '../store/state-store.ts';
import type { ReceivedJob } from './receive-submission.ts';

/** What a coordinator must know of a job to queue it. */
export interface Submission {
  readonly jobId: string;
  readonly name: string;
  readonly priority: number;
  readonly submittedMs: number;
  /** Fewest and most workers. */
  readonly min: number;
  readonly max: number;
  readonly jobSha256: string;
  readonly tenant: string;
}

const submission: z.ZodType<Submission> = z.strictObject({
  jobId: z.string(),
  name: z.string(),
  priority: z.number(),
  submittedMs: z.number(),
  min: z.number(),
  max: z.number(),
  jobSha256: z.string(),
  tenant: z.string(),
});

/** Whom all jobs count for while nobody has to say who he is. */
const ANYBODY = 'anybody';

export interface Submissions {
  /** All that were ever accepted. */
  load(): Promise<Submission[]>;
  /**
   * Makes a received job durable and its folder the run folder. The same key gives the same job: `existed` is true then.
   * Throws CONFLICT when the key was used for another job.
   */
  accept(received: ReceivedJob): Promise<{ readonly submission: Submission; readonly existed: boolean }>;
}

export interface SubmissionsOptions {
  readonly store: StateStore;
  readonly runDirectory: (jobId: string) => string;
  readonly nowMs: () => number;
}

const PREFIX = 'submissions/';

export function createSubmissions({ store, runDirectory, nowMs }: SubmissionsOptions): Submissions {
  /** Attempts at one job come one after the other. */
  const turns = new Map<string, Promise<unknown>>();

  const find = async (jobId: string): Promise<Submission | null> => {
    const stored = await store.get(PREFIX + jobId);
    return stored && submission.parse(stored.value);
  };
  const accept: Submissions['accept'] = async ({ frozen, priority, folder }) => {
    const { jobId, job, jobSha256 } = frozen;
    const known = await find(jobId);
    if (known) {
      await rm(folder, { recursive: true, force: true });
      if (known.jobSha256 === jobSha256) return { submission: known, existed: true };
      const message = `the key was used for another job or program, which is ${jobId}; give another key`;
      throw new LockstepError('CONFLICT', message);
    }
    const { name, workers } = job;
    const { min, max } = workers;
    const accepted: Submission = {
      jobId,
      name,
      priority,
      submittedMs: nowMs(),
      min,
      max,
      jobSha256,
      tenant: ANYBODY,
    };
    const root = runDirectory(jobId);
    await mkdir(dirname(root), { recursive: true });
    // Left by an attempt that broke off before it was durable.
    await rm(root, { recursive: true, force: true });
    await rename(folder, root);
    await store.put(PREFIX + jobId, accepted, null);
    return { submission: accepted, existed: false };
  };

  return {
    load: async () => {
      const keys = await store.list(PREFIX);
      return await Promise.all(keys.map(async (key) => (await find(key.slice(PREFIX.length)))!));
    },
    accept: (received) => {
      const { jobId } = received.frozen;
      const turn = (turns.get(jobId) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => accept(received));
      turns.set(jobId, turn);
      const forget = (): void => {
        if (turns.get(jobId) === turn) turns.delete(jobId);
      };
      turn.then(forget, forget);
      return turn;
    },
  };
}

/** Where everything is that a coordinator of many jobs keeps. */
export function dataPaths(data: string) {
  return {
    state: join(data, 'state'),
    incoming: join(data, 'incoming'),
    runDirectory: (jobId: string) => join(data, 'jobs', jobId),
  };
}
