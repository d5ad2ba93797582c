import type { ScheduledJob, ScheduleQuestion } from './schedule.ts';

export interface WaitQuestion extends ScheduleQuestion {
  /** All jobs, first come first. */
  readonly ordered: readonly ScheduledJob[];
  /** Slots that each job is to have; those that are not let in are missing. */
  readonly shares: ReadonlyMap<string, number>;
}

/** Says of each job why it does not have the workers that it needs, for whoever submitted it; null where it does. */
export function waitReasons({
  ordered,
  shares,
  numSlots,
  tenantLimits,
}: WaitQuestion): (job: ScheduledJob) => string | null {
  const holders = ordered.filter(({ assigned }) => assigned > 0);
  const numFree = Math.max(0, numSlots - holders.reduce((sum, { assigned }) => sum + assigned, 0));
  const isPossible = ({ min, tenant }: ScheduledJob): boolean =>
    min <= Math.min(numSlots, tenantLimits?.get(tenant) ?? numSlots);
  const first = ordered.find((job) => !shares.has(job.id) && isPossible(job));

  return (job) => {
    const { id, min, assigned, tenant } = job;
    if (assigned >= min) return null;
    const needs = min === 1 ? 'needs 1 worker' : `needs ${min} workers`;
    const limit = tenantLimits?.get(tenant);
    if (limit !== undefined && min > limit) return `${needs}, the limit of ${tenant} is ${limit}`;
    if (min > numSlots) return `${needs}, the pool has ${numSlots}`;
    const parts = [needs, `${numFree} free`];
    const isLetIn = (shares.get(id) ?? 0) >= min;
    if (!isLetIn && first && first !== job) return `${parts.join(', ')}; ${first.id} is before it`;
    for (const holder of holders.filter((other) => other !== job)) {
      const lent = holder.assigned - (shares.get(holder.id) ?? 0);
      if (!isLetIn) parts.push(`${holder.assigned} at ${holder.id}`);
      else if (lent > 0) parts.push(`${lent} lent to ${holder.id} until its next step boundary`);
    }
    return isLetIn && parts.length === 2 ? `${parts.join(', ')}, starting` : parts.join(', ');
  };
}
