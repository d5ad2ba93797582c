import { connect, nanos } from 'nats';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openNatsStore } from '../../src/store/nats-store.ts';
import type { StateStore } from '../../src/store/state-store.ts';
import { freePort, type NatsServer, natsServerMissing, startNatsServer } from '../setup/nats-server.ts';
import { startTcpProxy } from '../setup/tcp-proxy.ts';
import { stateStoreContract } from './state-store-contract.ts';

const NUM_KILLS = 5;
const KEYS = ['a', 'b', 'c', 'd'];

describe.skipIf(natsServerMissing)(
  `with nats-server${natsServerMissing ? ` (${natsServerMissing})` : ''}`,
  () => {
    let server: NatsServer;
    let numBuckets = 0;

    beforeAll(async () => {
      server = await startNatsServer();
    });
    afterAll(() => server?.remove());

    const openStore = async (options: { bucket: string; address?: string; deadlineMs?: number }) => {
      const { address = server.address, ...rest } = options;
      const store = await openNatsStore({ servers: [address], ...rest });
      onTestFinished(() => store.close());
      return store;
    };
    const newBucket = () => `bucket-${numBuckets++}`;

    stateStoreContract('the NATS store', async () => {
      const bucket = newBucket();
      return {
        open: () => openNatsStore({ servers: [server.address], bucket }),
        remove: async () => undefined,
      };
    });

    test('keeps keys apart that differ in any character, and finds them by their prefix', async () => {
      const store = await openStore({ bucket: newBucket() });
      const keys = [
        'a',
        'a.',
        '.a',
        'a..b',
        'a.b',
        'a/b',
        'a=2eb',
        'a b',
        'a*',
        'a>',
        'A',
        'a%2e',
        'ä',
        '/',
        'a_',
      ];
      for (const key of keys) await store.put(key, key, null);
      expect(await store.list('')).toEqual([...keys].sort());
      for (const key of keys) expect((await store.get(key))!.value).toBe(key);
      expect(await store.list('a.')).toEqual(['a.', 'a..b', 'a.b']);
      await store.remove('a.b', (await store.get('a.b'))!.revision);
      expect(await store.list('a.')).toEqual(['a.', 'a..b']);
    });

    test(`keeps every acknowledged change over ${NUM_KILLS} kills of the server while it writes`, async () => {
      const store = await openStore({ bucket: newBucket(), deadlineMs: 20_000 });
      const stop = new AbortController();
      const acknowledged = new Map<string, { value: number; revision: number }>();
      const writers = KEYS.map((key) => keepWriting(store, key, acknowledged, stop.signal));
      for (let kill = 1; kill <= NUM_KILLS; kill++) {
        const target = 50 * kill;
        while (KEYS.some((key) => (acknowledged.get(key)?.value ?? 0) < target)) await nextTurn();
        await server.restart();
      }
      stop.abort();
      await Promise.all(writers);
      for (const [key, last] of acknowledged) expect(await store.get(key), key).toEqual(last);
    });

    test('knows that a change was made whose acknowledgement was lost on the way', async () => {
      const proxy = await startTcpProxy(server.address);
      onTestFinished(() => proxy.close());
      const bucket = newBucket();
      const store = await openStore({ bucket, address: proxy.address });
      const other = await openStore({ bucket });
      proxy.cutInsteadOf(/"seq":/);
      const first = await store.put('a', 1, null);
      expect(await other.get('a')).toEqual({ value: 1, revision: first });
      proxy.cutInsteadOf(/"seq":/);
      const second = await store.put('a', 2, first);
      expect(await other.get('a')).toEqual({ value: 2, revision: second });
      proxy.cutInsteadOf(/"seq":/);
      await store.remove('a', second);
      expect(await other.get('a')).toBe(null);
    });

    test('knows it even where the server has forgotten which changes it has heard of', async () => {
      const proxy = await startTcpProxy(server.address);
      onTestFinished(() => proxy.close());
      const bucket = newBucket();
      await addForgetfulBucket(server.address, bucket);
      const store = await openStore({ bucket, address: proxy.address });
      proxy.cutInsteadOf(/"seq":/);
      const first = await store.put('a', 1, null);
      proxy.cutInsteadOf(/"seq":/);
      const second = await store.put('a', 2, first);
      expect(await store.get('a')).toEqual({ value: 2, revision: second });
    });

    test('says in time which server does not answer, and goes on when it does again', async () => {
      const proxy = await startTcpProxy(server.address);
      onTestFinished(() => proxy.close());
      const store = await openStore({ bucket: newBucket(), address: proxy.address, deadlineMs: 300 });
      const revision = await store.put('a', 1, null);
      proxy.silence();
      const calls = [store.get('a'), store.put('a', 2, revision), store.put('b', 1, null), store.list('')];
      const outcomes = await Promise.allSettled(calls);
      proxy.resume();
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: { code: 'UNAVAILABLE', message: expect.stringContaining(proxy.address) },
        });
      }
      await expect.poll(() => store.get('a').catch(() => null)).not.toBe(null);
    });

    test('says that nobody is there', async () => {
      const address = `127.0.0.1:${await freePort()}`;
      await expect(openStore({ bucket: 'any', address, deadlineMs: 300 })).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringContaining(address),
      });
    });

    test('comes back by itself when the server was away', async () => {
      const store = await openStore({ bucket: newBucket(), deadlineMs: 300 });
      const revision = await store.put('a', 1, null);
      await server.kill();
      await expect(store.put('a', 2, revision)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await server.restart();
      await expect
        .poll(() => store.get('a').catch(() => null), { timeout: 10_000 })
        .toEqual({ value: 1, revision });
      expect(await store.put('a', 3, revision)).toBeGreaterThan(revision);
    });

    test('refuses a document that is larger than the server takes', async () => {
      const store = await openStore({ bucket: newBucket() });
      await expect(store.put('a', 'x'.repeat(2 ** 20), null)).rejects.toMatchObject({ code: 'IO_FAILED' });
      expect(await store.get('a')).toBe(null);
    });
  },
);

/** A bucket that recognizes a repeated change only for a tenth of a second. */
async function addForgetfulBucket(address: string, bucket: string): Promise<void> {
  const connection = await connect({ servers: address });
  const manager = await connection.jetstreamManager();
  await manager.streams.add({
    name: `KV_${bucket}`,
    subjects: [`$KV.${bucket}.>`],
    max_msgs_per_subject: 1,
    duplicate_window: nanos(100),
    allow_rollup_hdrs: true,
  });
  await connection.close();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** Counts up in one document; every change must be answered, and none may be made twice or by somebody else. */
async function keepWriting(
  store: StateStore,
  key: string,
  acknowledged: Map<string, { value: number; revision: number }>,
  stop: AbortSignal,
): Promise<void> {
  for (let value = 1; !stop.aborted; value++) {
    const last = acknowledged.get(key);
    acknowledged.set(key, { value, revision: await store.put(key, value, last?.revision ?? null) });
  }
}
