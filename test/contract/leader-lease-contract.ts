import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { LeaderLease } from '../../src/store/leader-lease.ts';
import type { LeasePlaceDescription } from './lease-holder.ts';

/** One lease that candidates compete for. */
export interface LeasePlace {
  readonly open: () => Promise<LeaderLease>;
  /** The same for a candidate in a process of its own. */
  readonly description: LeasePlaceDescription;
  readonly remove: () => Promise<void>;
}

const NUM_CANDIDATES = 5;

/** What every lease must do. `makePlace` gives one that nobody holds; a dead holder is waited for `leaseMs`. */
export function leaderLeaseContract(
  name: string,
  leaseMs: number,
  makePlace: () => Promise<LeasePlace>,
): void {
  describe(`${name} as a leader lease`, () => {
    let scratch: string;
    let holder: string;
    let place: LeasePlace;
    let leases: LeaderLease[];

    beforeAll(async () => {
      scratch = await mkdtemp(path.join(tmpdir(), 'lease-holder-'));
      holder = path.join(scratch, 'lease-holder.cjs');
      await build({
        entryPoints: [fileURLToPath(new URL('./lease-holder.ts', import.meta.url))],
        outfile: holder,
        bundle: true,
        platform: 'node',
        format: 'cjs',
      });
    });
    afterAll(() => rm(scratch, { recursive: true }));
    beforeEach(async () => {
      place = await makePlace();
      leases = [];
    });
    afterEach(async () => {
      for (const lease of leases) await lease.close();
      await place.remove();
    });

    const openLease = async () => {
      const lease = await place.open();
      leases.push(lease);
      return lease;
    };
    const startHolder = async () => {
      const child = spawn(process.execPath, [holder, JSON.stringify(place.description)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      onTestFinished(() => {
        child.kill('SIGKILL');
      });
      const [line] = await once(createInterface({ input: child.stdout }), 'line');
      return { child, fencingRevision: Number(line) };
    };

    test('lets the only candidate lead', async () => {
      const leadership = await (await openLease()).acquire();
      expect(leadership.isHeld()).toBe(true);
      expect(leadership.ended.aborted).toBe(false);
      expect(leadership.fencingRevision).toBeGreaterThan(0);
    });

    test('lets another candidate wait for as long as the leader lives, and lead when it steps down', async () => {
      const first = await (await openLease()).acquire();
      const story: string[] = [];
      const waiting = (await openLease()).acquire().then((leadership) => {
        story.push('the second leads');
        return leadership;
      });
      await sleep(2 * leaseMs);
      expect(first.isHeld()).toBe(true);
      story.push('the first steps down');
      await first.stepDown();
      expect(first.isHeld()).toBe(false);
      expect(first.ended.aborted).toBe(true);
      const second = await waiting;
      expect(story).toEqual(['the first steps down', 'the second leads']);
      expect(second.fencingRevision).toBeGreaterThan(first.fencingRevision);
    });

    test('never has two leaders, and each has a greater revision than the one before', async () => {
      let numLeaders = 0;
      const revisions: number[] = [];
      const candidates = await Promise.all(Array.from({ length: NUM_CANDIDATES }, openLease));
      await Promise.all(
        candidates.map(async (candidate) => {
          const leadership = await candidate.acquire();
          expect(++numLeaders).toBe(1);
          revisions.push(leadership.fencingRevision);
          await sleep(10);
          numLeaders--;
          await leadership.stepDown();
        }),
      );
      expect(new Set(revisions).size).toBe(NUM_CANDIDATES);
      expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    });

    test('has another leader when the process of the leader is killed', async () => {
      const { child, fencingRevision } = await startHolder();
      const waiting = (await openLease()).acquire();
      child.kill('SIGKILL');
      expect((await waiting).fencingRevision).toBeGreaterThan(fencingRevision);
    });

    test('lets a candidate give up waiting', async () => {
      await (await openLease()).acquire();
      const stop = new AbortController();
      const waiting = (await openLease()).acquire(stop.signal);
      stop.abort(new Error('no more'));
      await expect(waiting).rejects.toThrow('no more');
    });

    test('lets go of what it holds and of who waits when it is closed', async () => {
      const lease = await openLease();
      const leadership = await lease.acquire();
      const other = await openLease();
      const waiting = expect(other.acquire()).rejects.toMatchObject({ code: 'IO_FAILED' });
      await other.close();
      await waiting;
      await lease.close();
      expect(leadership.isHeld()).toBe(false);
      expect((await (await openLease()).acquire()).isHeld()).toBe(true);
    });
  });
}
