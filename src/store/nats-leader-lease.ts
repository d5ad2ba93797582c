import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ErrorCode, LockstepError } from '../core/errors.ts';
import type { LeaderLease, Leadership } from './leader-lease.ts';
import type { NatsAccess } from './nats-link.ts';
import { openNatsStore } from './nats-store.ts';
import type { StateStore } from './state-store.ts';

const KEY = 'leader';
const POLLS_PER_LEASE = 20;
const RENEWALS_PER_LEASE = 6;
/** Three replicas need 6 seconds to choose a leader of their own. */
const LEASE_MS = 15_000;

export interface NatsLeaderLeaseOptions extends Omit<NatsAccess, 'deadlineMs'> {
  /** Letters, digits, "-" and "_". A bucket for nothing else. */
  readonly bucket: string;
  readonly replicas?: number | undefined;
  /** How long a leader that is gone is waited for; more than 10 s in a cluster of servers. */
  readonly leaseMs?: number | undefined;
}

/**
 * Candidates anywhere: who makes the one document of a bucket leads, and the document vanishes unless it is renewed.
 * Throws UNAVAILABLE without an answer, IO_FAILED when the bucket was made for a lease of another length.
 */
export async function openNatsLeaderLease(options: NatsLeaderLeaseOptions): Promise<LeaderLease> {
  const { leaseMs = LEASE_MS } = options;
  const store = await openNatsStore({ ...options, ttlMs: leaseMs, deadlineMs: leaseMs / RENEWALS_PER_LEASE });
  return leaseOver(store, leaseMs);
}

/**
 * A lease over a store whose documents vanish `leaseMs` after their newest change. The store may count from any instant
 * after a change was sent, so the holder counts from before it was, and steps down at two thirds of the lease.
 */
export function leaseOver(store: StateStore, leaseMs: number): LeaderLease {
  const holder = `${hostname()}-${process.pid}-${randomUUID()}`;
  const candidate = { store, leaseMs, holder };
  let leadership: Leadership | null = null;
  return {
    acquire: async (stop) => {
      for (;;) {
        stop?.throwIfAborted();
        const sentAt = performance.now();
        const revision = await claim(candidate, null);
        const heldUntil = endOfHold(sentAt, leaseMs);
        if (typeof revision === 'number' && performance.now() < heldUntil) {
          leadership = lead(candidate, revision, heldUntil);
          return leadership;
        }
        // The end of a lease is not told to anybody: ask.
        await sleep(leaseMs / POLLS_PER_LEASE);
      }
    },
    close: async () => {
      await leadership?.stepDown();
      await store.close();
    },
  };
}

interface Candidate {
  readonly store: StateStore;
  readonly leaseMs: number;
  /** Unlike that of any other candidate. */
  readonly holder: string;
}

function endOfHold(sentAt: number, leaseMs: number): number {
  return sentAt + (leaseMs * 2) / 3;
}

/** Renews until the lease is lost, given back, or over by this process's own monotonic clock. */
function lead(candidate: Candidate, fencingRevision: number, firstEnd: number): Leadership {
  const { store, leaseMs } = candidate;
  const end = new AbortController();
  let revision = fencingRevision;
  let heldUntil = firstEnd;
  let endTimer: NodeJS.Timeout | undefined;
  let nextRenewal: NodeJS.Timeout | undefined;
  let renewal = Promise.resolve();
  const isHeld = () => !end.signal.aborted && performance.now() < heldUntil;
  const finish = () => {
    clearTimeout(endTimer);
    clearTimeout(nextRenewal);
    end.abort();
  };
  const holdUntil = (time: number) => {
    heldUntil = time;
    clearTimeout(endTimer);
    endTimer = setTimeout(finish, Math.max(0, time - performance.now()));
  };
  const renewOnce = async (): Promise<void> => {
    const sentAt = performance.now();
    const renewed = await claim(candidate, revision).catch(() => 'taken' as const);
    if (typeof renewed === 'number') revision = renewed;
    // A lease that was over stays over: it was said to be.
    if (renewed === 'taken' || !isHeld()) finish();
    else if (renewed !== 'unknown') holdUntil(endOfHold(sentAt, leaseMs));
  };
  const scheduleRenewal = () => {
    nextRenewal = setTimeout(() => {
      renewal = renewOnce().then(() => {
        if (isHeld()) scheduleRenewal();
      });
    }, leaseMs / RENEWALS_PER_LEASE);
  };
  holdUntil(firstEnd);
  scheduleRenewal();

  return {
    fencingRevision,
    ended: end.signal,
    isHeld,
    stepDown: async () => {
      finish();
      await renewal;
      // Where it cannot be given back it runs out.
      await store.remove(KEY, revision).catch(() => undefined);
    },
  };
}

/**
 * Makes (null) or renews the document; returns its revision. An earlier claim that nobody answered may have been made
 * after all: the document then names this holder, and is claimed from there.
 */
async function claim(candidate: Candidate, expected: number | null): Promise<number | 'taken' | 'unknown'> {
  const { store, holder } = candidate;
  try {
    return await store.put(KEY, { holder }, expected);
  } catch (error) {
    if (isCode(error, 'UNAVAILABLE')) return 'unknown';
    if (!isCode(error, 'CONFLICT')) throw error;
  }
  try {
    const newest = await store.get(KEY);
    const isMine = (newest?.value as { holder?: unknown } | undefined)?.holder === holder;
    return isMine ? await claim(candidate, newest!.revision) : 'taken';
  } catch (error) {
    if (isCode(error, 'UNAVAILABLE')) return 'unknown';
    throw error;
  }
}

function isCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof LockstepError && error.code === code;
}
