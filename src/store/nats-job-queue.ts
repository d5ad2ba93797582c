import { setTimeout as sleep } from 'node:timers/promises';
import {
  AckPolicy,
  DiscardPolicy,
  type JetStreamManager,
  type Msg,
  NatsError,
  nanos,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from 'nats';
import {
  DEFAULT_QUEUE_LIMITS,
  encodeJob,
  type JobQueue,
  type JobQueueLimits,
  type QueuedJob,
  queueFull,
} from './job-queue.ts';
import { type NatsAccess, type NatsLink, openNatsLink } from './nats-link.ts';

export const JOBS_STREAM = 'LOCKSTEP_JOBS';
/** Other systems may publish a job document (JSON) here, with `Nats-Msg-Id` as its key. */
export const SUBMIT_SUBJECT = 'lockstep.jobs.submit';

const CONSUMER = 'coordinator';
const HEADER_BYTES = 4096;
/** A job that nobody takes out of the queue for so long is dropped. */
const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;
const ACK_WAIT_MS = 30_000;
const POLL_MS = 2000;
const PAUSE_MS = 200;
const NAME_IN_USE = 10058;

export interface NatsJobQueueOptions extends NatsAccess, Partial<JobQueueLimits> {
  /** Servers that keep a copy of every job: 1, or 3 in a cluster. */
  readonly replicas?: number | undefined;
  /** A job comes again when it was taken and neither done nor put back for so long. */
  readonly ackWaitMs?: number | undefined;
  /** Told about each job that is given up, each message that is no job, and when the queue cannot be reached. */
  readonly warn?: ((message: string) => void) | undefined;
}

/**
 * The queue of a cluster: a NATS JetStream work-queue stream. Keys of jobs that are done are forgotten when the server
 * restarts. Besides what a queue throws, every call throws UNAVAILABLE when the servers do not answer in time.
 */
export async function openNatsJobQueue(options: NatsJobQueueOptions): Promise<JobQueue> {
  const { replicas = 1, ackWaitMs = ACK_WAIT_MS, warn = () => undefined } = options;
  const limits: JobQueueLimits = { ...DEFAULT_QUEUE_LIMITS, ...options };
  const link = await openNatsLink(options);
  const prepare = () => prepareStream(link, { limits, replicas, ackWaitMs });
  await prepare().catch(async (error) => {
    await link.close();
    throw error;
  });
  const js = link.connection.jetstream();
  const closing = new AbortController();

  /** Waits for what goes wrong to pass; makes the stream again if it is that which is missing. */
  const recover = async (error: unknown): Promise<void> => {
    warn(`the job queue cannot be read: ${(error as Error).message}; trying again`);
    await sleep(PAUSE_MS);
    await prepare().catch(() => undefined);
  };

  return {
    submit: async (document, key) => {
      const json = encodeJob(document, key, limits.maxDocumentBytes);
      await link.ask(`submit ${key}`, async (timeoutMs) => {
        try {
          return await js.publish(SUBMIT_SUBJECT, json, { msgID: key, timeout: timeoutMs });
        } catch (error) {
          throw isFull(error) ? queueFull(limits.maxJobs) : error;
        }
      });
    },
    async *take(stop = closing.signal) {
      const end = AbortSignal.any([stop, closing.signal]);
      while (!end.aborted) {
        const message = await nextMessage(link, end).catch(recover);
        if (!message) continue;
        const job = await jobOf(message, { link, limits, warn });
        if (job) yield job;
      }
    },
    close: async () => {
      closing.abort();
      await link.close();
    },
  };
}

interface StreamOptions {
  readonly limits: JobQueueLimits;
  readonly replicas: number;
  readonly ackWaitMs: number;
}

async function prepareStream(link: NatsLink, { limits, replicas, ackWaitMs }: StreamOptions): Promise<void> {
  const manager = await link.ask('JetStream', () => link.connection.jetstreamManager());
  const config: Partial<StreamConfig> & { name: string } = {
    name: JOBS_STREAM,
    subjects: [SUBMIT_SUBJECT],
    storage: StorageType.File,
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.New,
    num_replicas: replicas,
    max_msgs: limits.maxJobs,
    max_msg_size: limits.maxDocumentBytes + HEADER_BYTES,
    max_age: nanos(MAX_AGE_MS),
    duplicate_window: nanos(limits.rememberMs),
  };
  await link.ask(`open stream ${JOBS_STREAM}`, () => addOrUpdateStream(manager, config));
  await link.ask(`open consumer ${CONSUMER}`, () =>
    manager.consumers.add(JOBS_STREAM, {
      durable_name: CONSUMER,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ackWaitMs),
      max_deliver: limits.maxDeliveries,
    }),
  );
}

async function addOrUpdateStream(
  manager: JetStreamManager,
  config: Partial<StreamConfig> & { name: string },
): Promise<void> {
  try {
    await manager.streams.add(config);
  } catch (error) {
    if (!(error instanceof NatsError && error.api_error?.err_code === NAME_IN_USE)) throw error;
    await manager.streams.update(config.name, config);
  }
}

/** The next message, or null when none came for a while or `end` was aborted. Rejects when the server is away. */
async function nextMessage(link: NatsLink, end: AbortSignal): Promise<Msg | null> {
  const request = link.connection.request(
    `$JS.API.CONSUMER.MSG.NEXT.${JOBS_STREAM}.${CONSUMER}`,
    JSON.stringify({ batch: 1, expires: nanos(POLL_MS) }),
    // A job keeps its subject, by which the client would not find the request that it answers.
    { timeout: 2 * POLL_MS, noMux: true },
  );
  let stopWaiting!: (nothing: null) => void;
  const ended = new Promise<null>((resolve) => {
    stopWaiting = resolve;
  });
  const onAbort = () => stopWaiting(null);
  end.addEventListener('abort', onAbort);
  const message = await Promise.race([request, ended]).finally(() =>
    end.removeEventListener('abort', onAbort),
  );
  if (message === null) {
    // What comes after all goes back at once instead of when its time is over.
    request.then((late) => late.reply && late.respond('-NAK')).catch(() => undefined);
    return null;
  }
  const status = message.headers?.code ?? 0;
  if (status === 404 || status === 408) return null;
  if (status !== 0) throw new Error(`${status} ${message.headers?.description}`);
  return message;
}

interface Delivery {
  readonly link: NatsLink;
  readonly limits: JobQueueLimits;
  readonly warn: (message: string) => void;
}

async function jobOf(message: Msg, { link, limits, warn }: Delivery): Promise<QueuedJob | null> {
  const { sequence, numDeliveries } = parseReply(message.reply!);
  const key = message.headers?.get('Nats-Msg-Id') || `message-${sequence}`;
  const answer = async (what: string): Promise<void> => {
    await link.ask(`${what} for job ${key}`, (timeout) =>
      link.connection.request(message.reply!, what, { timeout }),
    );
  };
  const drop = async (why: string): Promise<void> => {
    warn(`job ${key} is given up: ${why}`);
    await answer('+TERM');
  };
  let document: unknown;
  try {
    document = JSON.parse(message.string());
  } catch {
    await drop('it is no JSON').catch((error: Error) => warn(error.message));
    return null;
  }
  return {
    document,
    key,
    done: () => answer('+ACK'),
    retryLater: () =>
      numDeliveries >= limits.maxDeliveries
        ? drop(`it was taken ${numDeliveries} times and never done`)
        : answer(`-NAK ${JSON.stringify({ delay: nanos(limits.retryDelayMs) })}`),
  };
}

/** `$JS.ACK.<stream>.<consumer>.<deliveries>.<sequence>...`; newer servers put a domain and an account before it. */
function parseReply(reply: string): { sequence: number; numDeliveries: number } {
  const tokens = reply.split('.');
  const first = tokens.length > 9 ? 6 : 4;
  return { numDeliveries: Number(tokens[first]), sequence: Number(tokens[first + 1]) };
}

function isFull(error: unknown): boolean {
  return error instanceof NatsError && error.api_error?.description === 'maximum messages exceeded';
}
