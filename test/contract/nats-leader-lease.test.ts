import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { LockstepError } from '../../src/core/errors.ts';
import { leaseOver, openNatsLeaderLease } from '../../src/store/nats-leader-lease.ts';
import type { StateStore } from '../../src/store/state-store.ts';
import { type NatsServer, natsServerMissing, startNatsServer } from '../setup/nats-server.ts';
import { startTcpProxy } from '../setup/tcp-proxy.ts';
import { leaderLeaseContract } from './leader-lease-contract.ts';

/** Long enough for a machine that stalls for a second. */
const LEASE_MS = 3000;

describe.skipIf(natsServerMissing)(
  `with nats-server${natsServerMissing ? ` (${natsServerMissing})` : ''}`,
  () => {
    let server: NatsServer;
    let numBuckets = 0;

    beforeAll(async () => {
      server = await startNatsServer();
    });
    afterAll(() => server?.remove());

    const newBucket = () => `lease-${numBuckets++}`;
    const openLease = async (bucket: string, { address = server.address, leaseMs = LEASE_MS } = {}) => {
      const lease = await openNatsLeaderLease({ servers: [address], bucket, leaseMs });
      onTestFinished(() => lease.close());
      return lease;
    };

    leaderLeaseContract('the NATS lease', LEASE_MS, async () => {
      const place = { servers: [server.address], bucket: newBucket(), leaseMs: LEASE_MS };
      return {
        open: () => openNatsLeaderLease(place),
        description: place,
        remove: async () => undefined,
      };
    });

    test('ends a leadership that cannot reach the server before anybody else leads', async () => {
      const proxy = await startTcpProxy(server.address);
      onTestFinished(() => proxy.close());
      const bucket = newBucket();
      const first = await (await openLease(bucket, { address: proxy.address })).acquire();
      const story: string[] = [];
      first.ended.addEventListener('abort', () => story.push('the first has ended'));
      const waiting = (await openLease(bucket)).acquire();
      proxy.silence();
      const second = await waiting;
      story.push('the second leads');
      expect(story).toEqual(['the first has ended', 'the second leads']);
      expect(first.isHeld()).toBe(false);
      expect(second.fencingRevision).toBeGreaterThan(first.fencingRevision);
    });

    test('keeps its leader over a kill and restart of the server, and gives no revision twice', async () => {
      const bucket = newBucket();
      const lease = await openLease(bucket);
      const leadership = await lease.acquire();
      await server.restart();
      await new Promise((resolve) => setTimeout(resolve, 2 * LEASE_MS));
      expect(leadership.isHeld()).toBe(true);
      await leadership.stepDown();
      await server.kill();
      await new Promise((resolve) => setTimeout(resolve, 2 * LEASE_MS));
      await server.restart();
      const next = await lease.acquire();
      expect(next.fencingRevision).toBeGreaterThan(leadership.fencingRevision);
    });

    test('refuses a bucket that was made for a lease of another length', async () => {
      const bucket = newBucket();
      await openLease(bucket);
      await expect(openLease(bucket, { leaseMs: 2 * LEASE_MS })).rejects.toMatchObject({
        code: 'IO_FAILED',
        message: expect.stringContaining(
          `bucket ${bucket} keeps entries for ${LEASE_MS} ms (0: for ever), not ${2 * LEASE_MS}`,
        ),
      });
    });
  },
);

describe('a lease over a store', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  type Put = StateStore['put'];
  const neverAnswers: Put = () => new Promise<never>(() => undefined);
  const unavailable: Put = () => Promise.reject(new LockstepError('UNAVAILABLE', 'no answer'));

  /** A candidate on a fake clock leads; renewals go through `renew`, which is given what the store would do. */
  const leadWith = async (renew: (put: Put) => Put) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    let stored: { value: unknown; revision: number } | null = null;
    const put: Put = async (_, value, expected) => {
      if (expected !== (stored?.revision ?? null)) throw new LockstepError('CONFLICT', 'changed');
      stored = { value, revision: (expected ?? 0) + 1 };
      return stored.revision;
    };
    const store: StateStore = {
      get: async () => stored,
      put: (key, value, expected) => (expected === null ? put : renew(put))(key, value, expected),
      remove: async () => undefined,
      list: async () => [],
      close: async () => undefined,
    };
    return leaseOver(store, 900).acquire();
  };

  test.each([
    { how: 'get no answer', renew: vi.fn(neverAnswers) },
    { how: 'fail', renew: vi.fn(unavailable) },
  ])('ends a leadership at two thirds when its renewals $how', async ({ renew }) => {
    const leadership = await leadWith(() => renew);
    await vi.advanceTimersByTimeAsync(599);
    expect(renew).toHaveBeenCalled();
    expect([leadership.isHeld(), leadership.ended.aborted]).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect([leadership.isHeld(), leadership.ended.aborted]).toEqual([false, true]);
  });

  test('goes on with a renewal that was made though nobody said so', async () => {
    let numRenewals = 0;
    const leadership = await leadWith((put) => async (key, value, expected) => {
      const revision = await put(key, value, expected);
      if (++numRenewals % 2 === 1) throw new LockstepError('UNAVAILABLE', 'no answer');
      return revision;
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(leadership.isHeld()).toBe(true);
    expect(numRenewals).toBeGreaterThan(10);
  });

  test('ends a leadership at once when somebody else has the lease', async () => {
    const leadership = await leadWith((put) => async (key, _, expected) => {
      await put(key, { holder: 'somebody else' }, expected);
      throw new LockstepError('CONFLICT', 'changed');
    });
    await vi.advanceTimersByTimeAsync(151);
    expect([leadership.isHeld(), leadership.ended.aborted]).toEqual([false, true]);
  });
});
