import { LockstepError } from '../core/errors.ts';

/** A job that was taken from the queue. It comes again when the process dies before `done`. */
export interface QueuedJob {
  /** JSON that nobody has looked at yet. */
  readonly document: unknown;
  /**
   * The submitter's name for this job, the same each time it comes. What is made of the job must be stored under it by
   * compare-and-set: the same job may come to two takers, and `done` is no fence.
   */
  readonly key: string;
  /** Takes the job out of the queue for good. */
  done(): Promise<void>;
  /** Puts the job back; it comes again after a while, or is given up, with a warning, when it came too often. */
  retryLater(): Promise<void>;
}

/** Jobs that wait for a coordinator, durable and bounded. */
export interface JobQueue {
  /**
   * Returns when the job is durable. Submitting again under the same key within the time in which the queue remembers
   * keys changes nothing, so a submission without an answer is safe to repeat. Throws JOB_INVALID for a document that is
   * too large or a key that is no key, UNAVAILABLE when the queue is full, IO_FAILED when it is closed.
   */
  submit(document: unknown, key: string): Promise<void>;
  /** The jobs, oldest first, as they come; each goes to one taker. Ends when `stop` is aborted or the queue closes. */
  take(stop?: AbortSignal): AsyncIterable<QueuedJob>;
  /** Ends all takers. */
  close(): Promise<void>;
}

export interface JobQueueLimits {
  /** Jobs that may wait or be taken at once. */
  readonly maxJobs: number;
  readonly maxDocumentBytes: number;
  /** How often a job comes at most. */
  readonly maxDeliveries: number;
  readonly retryDelayMs: number;
  /** How long the key of a submitted job is remembered, at least. */
  readonly rememberMs: number;
}

export const DEFAULT_QUEUE_LIMITS: JobQueueLimits = {
  maxJobs: 1000,
  maxDocumentBytes: 256 * 1024,
  maxDeliveries: 10,
  retryDelayMs: 5000,
  rememberMs: 10 * 60 * 1000,
};

const KEY = /^[\x21-\x7e]{1,128}$/;

/** The job as JSON. Throws JOB_INVALID for what a queue does not take. */
export function encodeJob(document: unknown, key: string, maxBytes: number): string {
  const json = JSON.stringify(document);
  if (json === undefined) throw new Error(`a job document must be JSON, not ${typeof document}`);
  if (!KEY.test(key)) {
    const rule = '1 to 128 printable ASCII characters without spaces';
    throw new LockstepError('JOB_INVALID', `the key ${JSON.stringify(key)} must be ${rule}`);
  }
  const numBytes = Buffer.byteLength(json);
  if (numBytes > maxBytes) {
    throw new LockstepError(
      'JOB_INVALID',
      `job ${key} has ${numBytes} bytes; the queue takes at most ${maxBytes}`,
    );
  }
  return json;
}

export function queueFull(maxJobs: number): LockstepError {
  return new LockstepError('UNAVAILABLE', `the queue holds ${maxJobs} jobs already; submit again later`);
}
