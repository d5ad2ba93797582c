import { randomUUID } from 'node:crypto';
import {
  headers,
  type JetStreamClient,
  type JetStreamManager,
  type KV,
  type KvStatus,
  NatsError,
} from 'nats';
import { LockstepError } from '../core/errors.ts';
import type { NatsLink } from './nats-link.ts';

const OPERATION = 'KV-Operation';
const REMOVED = 'DEL';
const MESSAGE_ID = 'Nats-Msg-Id';
const NOT_FOUND = '404';
const WRONG_LAST_SEQUENCE = 10071;

export interface BucketOptions {
  /** Letters, digits, "-" and "_". */
  readonly bucket: string;
  /** Servers that keep a copy; 3 in a cluster. */
  readonly replicas: number;
  /** Time after which an entry that nobody changed vanishes; none: never. */
  readonly ttlMs?: number | undefined;
}

export interface BucketEntry {
  /** JSON, or null for what was removed. */
  readonly json: string | null;
  readonly revision: number;
  readonly writeId: string;
}

/** A NATS key-value bucket with file storage that other clients of NATS can read too. */
export interface NatsBucket {
  /** The newest entry, from the server that leads the stream. */
  read(key: string): Promise<BucketEntry | null>;
  /**
   * Compare-and-set; returns the revision. `json` null removes, `expected` null says that there is none. Throws
   * CONFLICT, and IO_FAILED when it is too large. After UNAVAILABLE the change may or may not have been made.
   */
  write(key: string, json: string | null, expected: number | null): Promise<number>;
  keys(): Promise<string[]>;
}

/** Makes the bucket if it is not there. Throws UNAVAILABLE, and IO_FAILED when it is there but made otherwise. */
export async function openNatsBucket(link: NatsLink, options: BucketOptions): Promise<NatsBucket> {
  const { bucket, replicas, ttlMs } = options;
  const js = link.connection.jetstream();
  const jsm = await link.ask(`JetStream`, () => link.connection.jetstreamManager());
  const kv = await link.ask(`open bucket ${bucket}`, () =>
    js.views.kv(bucket, {
      history: 1,
      replicas,
      ...(ttlMs !== undefined && { ttl: ttlMs }),
      // A direct read may be answered by a replica that is behind.
      allow_direct: false,
    }),
  );
  await link.ask(`inspect bucket ${bucket}`, async () => expectSettings(options, await kv.status()));
  const place = { js, jsm, kv, bucket };
  return {
    read: (key) => link.ask(`get ${key}`, () => readEntry(place, key)),
    write: async (key, json, expected) => {
      const writeId = randomUUID();
      expectFits(key, json, link.connection.info?.max_payload);
      return link.ask(`${json === null ? 'remove' : 'put'} ${key}`, (timeoutMs) =>
        writeEntry(place, { key, json, expected, writeId, timeoutMs }),
      );
    },
    keys: () => link.ask(`list ${bucket}`, (timeoutMs) => listKeys(kv, timeoutMs)),
  };
}

interface Place {
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  readonly kv: KV;
  readonly bucket: string;
}

interface Write {
  readonly key: string;
  readonly json: string | null;
  readonly expected: number | null;
  /** The same for every attempt of one write: tells what an attempt without an answer has done. */
  readonly writeId: string;
  readonly timeoutMs: number;
}

async function readEntry({ jsm, bucket }: Place, key: string): Promise<BucketEntry | null> {
  try {
    const found = await jsm.streams.getMessage(`KV_${bucket}`, { last_by_subj: subjectOf(bucket, key) });
    const isRemoved = found.header.get(OPERATION) !== '';
    return {
      json: isRemoved ? null : Buffer.from(found.data).toString('utf8'),
      revision: found.seq,
      writeId: found.header.get(MESSAGE_ID),
    };
  } catch (error) {
    if (error instanceof NatsError && error.code === NOT_FOUND && !isStreamMissing(error)) return null;
    throw error;
  }
}

/**
 * One attempt. Where it is refused, the newest entry decides: an earlier attempt whose answer was lost may have made
 * it, and what was removed has a revision too, over which a new entry is put.
 */
async function writeEntry(place: Place, write: Write): Promise<number> {
  const { key, expected, writeId } = write;
  let last = expected ?? 0;
  for (;;) {
    try {
      return await publishEntry(place, write, last);
    } catch (error) {
      if (!(error instanceof NatsError && error.api_error?.err_code === WRONG_LAST_SEQUENCE)) throw error;
    }
    const newest = await readEntry(place, key);
    if (newest?.writeId === writeId) return newest.revision;
    if (expected !== null || (newest !== null && newest.json !== null)) throw conflict(write, newest);
    last = newest?.revision ?? 0;
  }
}

async function publishEntry({ js, bucket }: Place, write: Write, last: number): Promise<number> {
  const { key, json, writeId, timeoutMs } = write;
  const head = headers();
  if (json === null) head.set(OPERATION, REMOVED);
  const { seq } = await js.publish(subjectOf(bucket, key), Buffer.from(json ?? ''), {
    headers: head,
    // The server answers an attempt that it has already stored with the revision that it gave it then.
    msgID: writeId,
    expect: { lastSubjectSequence: last },
    timeout: timeoutMs,
  });
  return seq;
}

async function listKeys(kv: KV, timeoutMs: number): Promise<string[]> {
  const found = await kv.keys();
  const timer = setTimeout(() => found.stop(new Error('too late')), timeoutMs);
  const keys: string[] = [];
  try {
    for await (const name of found) keys.push(decodeKey(name));
  } finally {
    clearTimeout(timer);
  }
  return keys;
}

function conflict({ key, expected }: Write, newest: BucketEntry | null): LockstepError {
  const says = newest?.json == null ? 'does not exist' : `has revision ${newest.revision}`;
  const saw = expected === null ? 'none was expected' : `revision ${expected} was expected`;
  return new LockstepError(
    'CONFLICT',
    `${key} ${says} where ${saw}: somebody else changed it; read it again`,
  );
}

/** Entries that vanish too early, or with the server, would break every promise silently. */
function expectSettings({ bucket, ttlMs = 0 }: BucketOptions, { ttl, storage }: KvStatus): void {
  const says = ttl !== ttlMs ? `keeps entries for ${ttl} ms (0: for ever), not ${ttlMs}` : null;
  const why = storage === 'file' ? says : `keeps its entries in ${storage}, not in files`;
  if (why) throw new LockstepError('IO_FAILED', `bucket ${bucket} ${why}; remove it or use another one`);
}

function expectFits(key: string, json: string | null, maxBytes = Number.POSITIVE_INFINITY): void {
  const numBytes = Buffer.byteLength(json ?? '');
  if (numBytes > maxBytes) {
    throw new LockstepError('IO_FAILED', `${key} has ${numBytes} bytes; NATS takes at most ${maxBytes}`);
  }
}

function isStreamMissing(error: NatsError): boolean {
  return error.api_error?.description === 'stream not found';
}

function subjectOf(bucket: string, key: string): string {
  return `$KV.${bucket}.${encodeKey(key)}`;
}

/** Bytes outside of letters, digits, "_", "-" and "/" become "=" and two hex digits: a dot would split the subject. */
export function encodeKey(key: string): string {
  if (key === '') throw new Error('a key must not be empty');
  return Array.from(Buffer.from(key, 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w/-]/.test(character) ? character : `=${byte.toString(16).padStart(2, '0')}`;
  }).join('');
}

export function decodeKey(name: string): string {
  return decodeURIComponent(name.replaceAll('=', '%'));
}
