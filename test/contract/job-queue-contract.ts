import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobQueue, JobQueueLimits, QueuedJob } from '../../src/store/job-queue.ts';

export interface QueueOptions extends Partial<JobQueueLimits> {
  readonly warn?: (message: string) => void;
}

/** One place where a queue keeps its jobs; opening it again finds them. */
export interface QueuePlace {
  readonly open: (options: QueueOptions) => Promise<JobQueue>;
  readonly remove: () => Promise<void>;
}

/** What every job queue must do. `makePlace` gives an empty place. */
export function jobQueueContract(name: string, makePlace: () => Promise<QueuePlace>): void {
  describe(`${name} as a job queue`, () => {
    let place: QueuePlace;
    let queue: JobQueue;

    const reopen = async (options: QueueOptions = {}) => {
      await queue.close();
      queue = await place.open(options);
    };
    beforeEach(async () => {
      place = await makePlace();
      queue = await place.open({});
    });
    afterEach(async () => {
      await queue.close();
      await place.remove();
    });

    test('gives the jobs in the order in which they were submitted', async () => {
      for (const key of ['c', 'a', 'b']) await queue.submit({ name: key, list: [1, null] }, key);
      const jobs = await takeJobs(queue, 3);
      expect(jobs.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
      expect(jobs.map(({ document }) => document)).toEqual(
        ['c', 'a', 'b'].map((key) => ({ name: key, list: [1, null] })),
      );
    });

    test('gives a job that comes while a taker waits', async () => {
      const pending = takeJobs(queue, 1);
      await queue.submit('late', 'a');
      expect((await pending)[0]!.document).toBe('late');
    });

    test('takes what is submitted again under the same key for the same job, also when that is done', async () => {
      await Promise.all([queue.submit(1, 'a'), queue.submit(1, 'a')]);
      await queue.submit(1, 'a');
      await (await takeJobs(queue, 1))[0]!.done();
      await queue.submit(1, 'a');
      await queue.submit(2, 'b');
      expect((await takeJobs(queue, 1))[0]!.key).toBe('b');
    });

    test('gives each job to one taker', async () => {
      const takers = [takeJobs(queue, 3), takeJobs(queue, 3)];
      for (let job = 0; job < 6; job++) await queue.submit(job, `job-${job}`);
      const jobs = (await Promise.all(takers)).flat();
      expect(jobs.map(({ document }) => document).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    });

    test('gives what was not done again to who opens it next, and what was done no more', async () => {
      for (const key of ['a', 'b', 'c']) await queue.submit(key, key);
      const [first] = await takeJobs(queue, 2);
      await first!.done();
      await reopen();
      const jobs = await takeJobs(queue, 2);
      expect(jobs.map(({ key }) => key).sort()).toEqual(['b', 'c']);
    });

    test('gives a job again that was put back, until it came too often', async () => {
      const warnings: string[] = [];
      await reopen({ maxDeliveries: 3, retryDelayMs: 10, warn: (message) => warnings.push(message) });
      await queue.submit('poison', 'a');
      for (let delivery = 1; delivery <= 3; delivery++) {
        const [job] = await takeJobs(queue, 1);
        expect(job).toMatchObject({ key: 'a', document: 'poison' });
        expect(warnings).toEqual([]);
        await job!.retryLater();
      }
      expect(warnings).toEqual(['job a is given up: it was taken 3 times and never done']);
      await queue.submit('good', 'b');
      expect((await takeJobs(queue, 1))[0]!.key).toBe('b');
    });

    test('refuses a job when it is full, and takes it when there is room again', async () => {
      await reopen({ maxJobs: 2 });
      await queue.submit(1, 'a');
      await queue.submit(2, 'b');
      await queue.submit(2, 'b');
      await expect(queue.submit(3, 'c')).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: 'the queue holds 2 jobs already; submit again later',
      });
      await (await takeJobs(queue, 1))[0]!.done();
      await queue.submit(3, 'c');
    });

    test('refuses a document that is too large and a key that is no key', async () => {
      await reopen({ maxDocumentBytes: 100 });
      const invalid = { code: 'JOB_INVALID' };
      await queue.submit('x'.repeat(98), 'fits');
      await expect(queue.submit('x'.repeat(99), 'a')).rejects.toMatchObject(invalid);
      for (const key of ['', 'a b', 'a\nb', 'ä', 'x'.repeat(129)]) {
        await expect(queue.submit(1, key), key).rejects.toMatchObject(invalid);
      }
    });

    test('lets a taker go when it is told to stop', async () => {
      const stop = new AbortController();
      const pending = takeJobs(queue, 1, stop.signal);
      stop.abort();
      expect(await pending).toEqual([]);
      await queue.submit(1, 'a');
      expect(await takeJobs(queue, 1, stop.signal)).toEqual([]);
      expect(await takeJobs(queue, 1)).toHaveLength(1);
    });

    test('lets all takers go when it is closed, and refuses jobs after that', async () => {
      const pending = [takeJobs(queue, 1), takeJobs(queue, 1)];
      await queue.close();
      expect(await Promise.all(pending)).toEqual([[], []]);
      await expect(queue.submit(1, 'a')).rejects.toMatchObject({ code: 'IO_FAILED' });
    });
  });
}

/** The next `numJobs` jobs, or fewer when the taker is let go. */
export async function takeJobs(queue: JobQueue, numJobs: number, stop?: AbortSignal): Promise<QueuedJob[]> {
  const jobs: QueuedJob[] = [];
  for await (const job of queue.take(stop)) {
    jobs.push(job);
    if (jobs.length === numJobs) break;
  }
  return jobs;
}
