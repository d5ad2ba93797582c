import type { Metrics } from '../observe/metrics.ts';
import { POOL_JOB_STATES } from '../observe/pool-metrics.ts';
import type { JobEntry } from './job-host.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface PoolReading {
  readonly entries: readonly JobEntry[];
  readonly pool: WorkerPool;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** Brings the metrics of a pool up to date. */
export function readPool(metrics: Metrics<'pool'>, { entries, pool, nowMs }: PoolReading): void {
  const numInState = new Map<string, number>();
  let oldestMs = nowMs;
  for (const entry of entries) {
    const state = entry.state();
    numInState.set(state, (numInState.get(state) ?? 0) + 1);
    if (state === 'queued') oldestMs = Math.min(oldestMs, entry.submission.submittedMs);
  }
  for (const state of POOL_JOB_STATES) metrics.poolJobs.set({ state }, numInState.get(state) ?? 0);
  metrics.poolWaitSeconds.set((nowMs - oldestMs) / 1000);
  const workers = pool.workers();
  const numLeaving = workers.filter(({ isDraining }) => isDraining).length;
  metrics.poolAgents.set(pool.agents().length);
  metrics.poolSlots.set({ use: 'free' }, pool.numFree());
  metrics.poolSlots.set({ use: 'busy' }, workers.length - numLeaving);
  metrics.poolSlots.set({ use: 'leaving' }, numLeaving);
}
