import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../../src/clock.ts';
import { startCoordinator } from '../../../src/coordinator/coordinator.ts';
import { DEFAULT_LIMITS } from '../../../src/core/coordinator/coordinator-state.ts';
import type { JobEvent } from '../../../src/core/coordinator/job-event.ts';
import type { StateStore } from '../../../src/store/state-store.ts';
import { createJob, NEW, READINESS } from '../../scenarios/job-story.ts';

const HOUR_MS = 3_600_000;
const LEASE_MS = 3_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A coordinator of two workers, a and b, in a time that passes only when told to. */
async function startJob() {
  let nowMs = 0;
  let timers: { atMs: number; run: () => void }[] = [];
  const clock: Clock = {
    nowMs: () => nowMs,
    after: (ms, run) => {
      const timer = { atMs: nowMs + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const events: JobEvent[] = [];
  const driver = await startCoordinator({
    frozen: {
      jobId: 'job-1',
      job: createJob({ leaseMs: LEASE_MS, workers: { min: 1, max: 2 } }),
      jobSha256: '',
      jobDirectory: '',
      version: '1.0.0',
      createdAt: '',
    },
    numWanted: 2,
    limits: DEFAULT_LIMITS,
    clock,
    start: NEW,
    store: { get: async () => null, put: async () => 1 } as Pick<StateStore, 'get' | 'put'> as StateStore,
    recorder: {
      recordEvent: (event) => events.push(event),
      recordStep: () => undefined,
      rewind: () => undefined,
    },
    send: () => undefined,
    writeManifest: async () => undefined,
    onRefused: () => undefined,
    onOver: () => undefined,
    crash: (error) => {
      throw error;
    },
  });
  for (const workerId of ['a', 'b']) {
    const identity = {
      workerId,
      collectiveAddress: `${workerId}:1`,
      metricsAddress: '',
      host: 'host',
      pid: 1,
    };
    driver.submit({ kind: 'worker_connected', identity });
    driver.submit({ kind: 'worker_ready', workerId, readiness: READINESS });
  }
  return {
    /** Lets time pass while these workers are heard. */
    pass: async (ms: number, beating: readonly string[]): Promise<void> => {
      for (const endMs = nowMs + ms; nowMs < endMs; ) {
        nowMs += 100;
        for (const workerId of beating) driver.submit({ kind: 'heartbeat', workerId, step: 0 });
        const due = timers.filter(({ atMs }) => atMs <= nowMs);
        timers = timers.filter(({ atMs }) => atMs > nowMs);
        for (const { run } of due) run();
        await new Promise(setImmediate);
      }
    },
    lost: () => events.flatMap((event) => (event.kind === 'worker_lost' ? [event.workerId] : [])),
    state: driver.state,
  };
}

describe('leases', () => {
  it.each([
    ['back', -HOUR_MS],
    ['forward', HOUR_MS],
  ])('hold, and end when they are due, while the clock on the wall is set %s', async (_, changeMs) => {
    let wallMs = Date.parse('2026-11-24T12:00:00Z');
    vi.spyOn(Date, 'now').mockImplementation(() => wallMs);
    const job = await startJob();
    await job.pass(1_000, ['a', 'b']);
    expect(job.state()).toMatchObject({ state: 'running', members: ['a', 'b'] });
    wallMs += changeMs;
    await job.pass(2 * LEASE_MS, ['a', 'b']);
    expect(job.lost()).toEqual([]);
    wallMs += changeMs;
    await job.pass(LEASE_MS - 100, ['a']);
    expect(job.lost()).toEqual([]);
    await job.pass(300, ['a']);
    expect(job.lost()).toEqual(['b']);
    expect(job.state()).toMatchObject({ generation: 2, members: ['a'] });
  });
});
