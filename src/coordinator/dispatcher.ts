import { type Clock, every } from '../clock.ts';
import type { Allocation, ScheduledJob } from '../core/schedule/schedule.ts';
import { schedule } from '../core/schedule/schedule.ts';
import type { JobEntry } from './job-host.ts';
import type { PoolWorker, WorkerEnd, WorkerPool } from './worker-pool.ts';

export interface DispatcherOptions {
  readonly pool: WorkerPool;
  /** The jobs that are not over. */
  readonly jobs: () => readonly JobEntry[];
  readonly clock: Clock;
  /** How long to leave everything as it is, because agents are yet to say what runs. */
  readonly settleMs: number;
}

/** Brings what runs in the pool to what the schedule says. */
export interface Dispatcher {
  /** Something changed: jobs, slots or workers. */
  wake(): void;
  onWorkerEnded(end: WorkerEnd): void;
  close(): void;
}

/** Also what changes by the clock alone comes to effect: the end of a delay. */
const PERIOD_MS = 500;
const GATHER_MS = 10;
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 5_000;
/** Workers of a job that may end in a row before they had loaded it; after more the job fails. */
const MAX_FAILURES = 5;

/** What keeps a job from getting workers at once: those before ended before they were of use. */
interface Trouble {
  readonly numFailures: number;
  readonly untilMs: number;
}

export function createDispatcher({ pool, jobs, clock, settleMs }: DispatcherOptions): Dispatcher {
  const startMs = clock.nowMs() + settleMs;
  const troubles = new Map<string, Trouble>();
  const wanted = new Map<string, number>();
  let isAwake = false;

  const dispatch = (): void => {
    isAwake = false;
    if (clock.nowMs() < startMs) return;
    const entries = new Map(jobs().map((entry) => [entry.submission.jobId, entry]));
    forgetOthers([troubles, wanted], entries);
    const byJob = groupByJob(pool.workers());
    const scheduled = [...entries.values()].map((entry) => scheduledJob(entry, byJob)).filter(isPresent);
    const allocations = schedule({ jobs: scheduled, numSlots: pool.numSlots() });
    for (const [jobId, allocation] of allocations) {
      const entry = entries.get(jobId)!;
      shrink(allocation, staying(byJob, jobId));
      grow(entry, allocation, staying(byJob, jobId).length);
      entry.setWaiting(allocation.waiting);
    }
  };
  const shrink = ({ numSlots }: Allocation, workers: readonly PoolWorker[]): void => {
    for (const { workerId } of workers.slice(numSlots)) pool.drain(workerId);
  };
  const grow = (entry: JobEntry, { numSlots }: Allocation, numStaying: number): void => {
    const { jobId, min } = entry.submission;
    const lacking = numSlots - numStaying;
    const isGangStart = numStaying === 0 && pool.numFree() < min;
    const isInTrouble = (troubles.get(jobId)?.untilMs ?? 0) > clock.nowMs();
    const hosted = entry.hosted();
    if (lacking > 0 && !isGangStart && !hosted) entry.open();
    const isHeld = isGangStart || isInTrouble || !hosted;
    const numStarts = isHeld ? 0 : Math.max(0, Math.min(lacking, pool.numFree()));
    for (let index = 0; index < numStarts; index++) pool.start(jobId);
    // Those that are here count, not those that may come: nobody waits for a slot that has yet to become free.
    const numWanted = Math.max(min, Math.min(numStaying, numSlots) + numStarts);
    if (!hosted || wanted.get(jobId) === numWanted) return;
    wanted.set(jobId, numWanted);
    hosted.submit({ kind: 'wanted_changed', numWanted });
  };

  const wake = (): void => {
    if (isAwake) return;
    isAwake = true;
    // Many submissions may come at once; they are dealt with together.
    clock.after(GATHER_MS, dispatch);
  };
  const stopPeriod = every(clock, PERIOD_MS, wake);
  return {
    wake,
    onWorkerEnded: ({ worker: { jobId }, isClean, hadLoaded, cause }) => {
      if (hadLoaded || isClean) {
        troubles.delete(jobId);
        return;
      }
      const numFailures = (troubles.get(jobId)?.numFailures ?? 0) + 1;
      const delayMs = Math.min(FIRST_DELAY_MS * 2 ** numFailures, MAX_DELAY_MS);
      troubles.set(jobId, { numFailures, untilMs: clock.nowMs() + delayMs });
      const isAlone = !pool.workers().some((other) => other.jobId === jobId);
      if (numFailures <= MAX_FAILURES || !isAlone) return;
      const message = `${numFailures} workers in a row ended before they had loaded the job, the last with ${cause}`;
      const failure = { code: 'WORKERS_LOST', message, details: '' } as const;
      const entry = jobs().find(({ submission }) => submission.jobId === jobId);
      entry?.hosted()?.submit({ kind: 'launcher_failed', failure });
    },
    close: stopPeriod,
  };
}

/** A job as the schedule sees it; one that is stopping keeps what it has until it has ended. */
function scheduledJob(
  entry: JobEntry,
  byJob: ReadonlyMap<string, readonly PoolWorker[]>,
): ScheduledJob | null {
  const { jobId, priority, submittedMs, min, max, tenant } = entry.submission;
  const workers = byJob.get(jobId) ?? [];
  const assigned = workers.length;
  const leaving = workers.filter(({ isDraining }) => isDraining).length;
  const bounds = entry.state() === 'stopping' ? { min: assigned, max: assigned } : { min, max };
  if (bounds.max === 0) return null;
  return { id: jobId, priority, submittedMs, ...bounds, assigned, leaving, tenant };
}

function groupByJob(workers: readonly PoolWorker[]): Map<string, PoolWorker[]> {
  const byJob = new Map<string, PoolWorker[]>();
  for (const worker of workers) byJob.set(worker.jobId, [...(byJob.get(worker.jobId) ?? []), worker]);
  return byJob;
}

function staying(byJob: ReadonlyMap<string, readonly PoolWorker[]>, jobId: string): readonly PoolWorker[] {
  return (byJob.get(jobId) ?? []).filter(({ isDraining }) => !isDraining);
}

function forgetOthers(maps: readonly Map<string, unknown>[], known: ReadonlyMap<string, unknown>): void {
  for (const map of maps) for (const key of map.keys()) if (!known.has(key)) map.delete(key);
}

function isPresent<T>(value: T | null): value is T {
  return value !== null;
}
