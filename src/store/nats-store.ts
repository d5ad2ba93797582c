import { LockstepError } from '../core/errors.ts';
import { openNatsBucket } from './nats-bucket.ts';
import { type NatsAccess, openNatsLink } from './nats-link.ts';
import type { StateStore } from './state-store.ts';

export interface NatsStoreOptions extends NatsAccess {
  /** Letters, digits, "-" and "_"; made if it is not there. */
  readonly bucket: string;
  /** Servers that keep a copy of every document: 1, or 3 in a cluster. */
  readonly replicas?: number | undefined;
  /** A document vanishes this long after its newest change; none: never. */
  readonly ttlMs?: number | undefined;
}

/**
 * The store of a cluster: a NATS JetStream key-value bucket. What is acknowledged survives `kill -9` of the server; a
 * crash of its machine too where the server runs with `sync_interval: always`. A change whose acknowledgement is lost
 * is asked about again until the server says what became of it. Besides what a store throws, every call throws
 * UNAVAILABLE, naming the servers, when there is no answer within the deadline; a change may then still have been made.
 */
export async function openNatsStore(options: NatsStoreOptions): Promise<StateStore> {
  const { bucket: name, replicas = 1, ttlMs } = options;
  const link = await openNatsLink(options);
  const bucket = await openNatsBucket(link, { bucket: name, replicas, ttlMs }).catch(async (error) => {
    await link.close();
    throw error;
  });
  return {
    get: async (key) => {
      const entry = await bucket.read(key);
      return entry?.json == null ? null : { value: decodeValue(key, entry.json), revision: entry.revision };
    },
    put: async (key, value, expectedRevision) => bucket.write(key, encodeValue(value), expectedRevision),
    remove: async (key, expectedRevision) => {
      await bucket.write(key, null, expectedRevision);
    },
    list: async (prefix) => (await bucket.keys()).filter((key) => key.startsWith(prefix)).sort(),
    close: () => link.close(),
  };
}

function encodeValue(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) throw new Error(`a document must be JSON, not ${typeof value}`);
  return json;
}

function decodeValue(key: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new LockstepError('IO_FAILED', `${key} is no JSON; something else has written to the bucket`);
  }
}
