import { waitReasons } from './wait-reason.ts';

/** A job that wants workers: one that runs, or one that waits. */
export interface ScheduledJob {
  readonly id: string;
  /** Greater goes first. */
  readonly priority: number;
  readonly submittedMs: number;
  /** Fewest workers that it trains with, and most. */
  readonly min: number;
  readonly max: number;
  /** Slots that it holds now. */
  readonly assigned: number;
  /** Of those, the ones whose workers are about to leave. */
  readonly leaving: number;
  /** Whom the job counts for; limits are by tenant. */
  readonly tenant: string;
}

export interface ScheduleQuestion {
  readonly jobs: readonly ScheduledJob[];
  readonly numSlots: number;
  /** Most slots of a tenant; one that is not named has no limit. */
  readonly tenantLimits?: ReadonlyMap<string, number>;
}

export interface Allocation {
  /** Slots that the job is to have; 0 for one that waits. */
  readonly numSlots: number;
  /** Why it does not train yet; null where nothing keeps it. */
  readonly waiting: string | null;
}

/**
 * Shares slots among jobs. A job that runs keeps its minimum, whatever comes. One that waits is let in, in the order of
 * priority and age, when the minimums leave room for its own: those above theirs give way. The first that does not fit
 * holds back all behind it, so that none starves; only one that could never fit, in this pool or within its tenant's limit,
 * is passed over. What is left goes to the highest priority that can use it, one by one to whoever has least.
 *
 * The answer depends on jobs and slots, not on who holds how many above its minimum, so it does not flap.
 */
export function schedule(question: ScheduleQuestion): ReadonlyMap<string, Allocation> {
  const { jobs, numSlots } = question;
  const ordered = [...jobs].sort(inOrder);
  const shares = new Map<string, number>();
  const budget = createBudget(question);
  for (const job of ordered.filter(isRunning)) {
    // Where slots were lost there may be fewer than all minimums; a job keeps what it can get.
    shares.set(job.id, budget.take(job, Math.min(job.min, budget.roomFor(job))));
  }
  let isHeldBack = false;
  for (const job of ordered.filter((each) => !isRunning(each))) {
    const fits = budget.roomFor(job) >= job.min;
    if (fits && !isHeldBack) shares.set(job.id, budget.take(job, job.min));
    else isHeldBack ||= job.min <= numSlots && budget.tenantRoomFor(job) >= job.min;
  }
  grow(
    ordered.filter(({ id }) => shares.has(id)),
    shares,
    budget,
  );
  const waiting = waitReasons({ ...question, ordered, shares });
  return new Map(
    ordered.map((job) => [job.id, { numSlots: shares.get(job.id) ?? 0, waiting: waiting(job) }]),
  );
}

function inOrder(a: ScheduledJob, b: ScheduledJob): number {
  return b.priority - a.priority || a.submittedMs - b.submittedMs || (a.id < b.id ? -1 : 1);
}

/** True for a job whose workers are there, or coming. */
function isRunning({ assigned, leaving }: ScheduledJob): boolean {
  return assigned > leaving;
}

interface Budget {
  /** Slots that the job may still take. */
  roomFor(job: ScheduledJob): number;
  /** The same if the pool had slots without end. */
  tenantRoomFor(job: ScheduledJob): number;
  take(job: ScheduledJob, count: number): number;
}

function createBudget({ numSlots, tenantLimits }: ScheduleQuestion): Budget {
  let free = numSlots;
  const used = new Map<string, number>();
  const tenantRoomFor = ({ tenant }: ScheduledJob): number =>
    (tenantLimits?.get(tenant) ?? Number.POSITIVE_INFINITY) - (used.get(tenant) ?? 0);
  return {
    roomFor: (job) => Math.max(0, Math.min(free, tenantRoomFor(job))),
    tenantRoomFor,
    take: (job, count) => {
      free -= count;
      used.set(job.tenant, (used.get(job.tenant) ?? 0) + count);
      return count;
    },
  };
}

/** Gives what is left, a slot at a time, to the first job of those with the highest priority that has least. */
function grow(admitted: readonly ScheduledJob[], shares: Map<string, number>, budget: Budget): void {
  for (;;) {
    const hungry = admitted.filter((job) => shares.get(job.id)! < job.max && budget.roomFor(job) > 0);
    const highest = hungry[0]?.priority;
    const [next] = hungry
      .filter(({ priority }) => priority === highest)
      .sort((a, b) => shares.get(a.id)! - shares.get(b.id)!);
    if (!next) return;
    shares.set(next.id, shares.get(next.id)! + budget.take(next, 1));
  }
}
