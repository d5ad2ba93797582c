import type { ScheduledJob, ScheduleQuestion } from './schedule.ts';

export interface WaitQuestion {
  readonly job: ScheduledJob;
  /** All jobs, first come first. */
  readonly ordered: readonly ScheduledJob[];
  /** Slots that each job is to have; those that are not let in are missing. */
  readonly shares: ReadonlyMap<string, number>;
  readonly question: ScheduleQuestion;
}

/** Why a job does not have the workers that it needs, in words for whoever submitted it; null where it does. */
export function waitReason({ job, ordered, shares, question }: WaitQuestion): string | null {
  const { numSlots, tenantLimits } = question;
  if (job.assigned >= job.min) return null;
  const needs = `needs ${workers(job.min)}`;
  const limit = tenantLimits?.get(job.tenant) ?? Number.POSITIVE_INFINITY;
  if (job.min > limit) return `${needs}, the limit of ${job.tenant} is ${limit}`;
  if (job.min > numSlots) return `${needs}, the pool has ${numSlots}`;
  const free = numSlots - ordered.reduce((sum, { assigned }) => sum + assigned, 0);
  const parts = [needs, `${Math.max(0, free)} free`];
  const isLetIn = (shares.get(job.id) ?? 0) >= job.min;
  const before = ordered.find((other) => !shares.has(other.id));
  if (!isLetIn && before && before !== job) return `${parts.join(', ')}; ${before.id} is before it`;
  for (const other of ordered) {
    if (other === job) continue;
    const share = shares.get(other.id) ?? 0;
    const lent = Math.max(0, other.assigned - share);
    if (isLetIn && lent > 0) parts.push(`${lent} lent to ${other.id} until its next step boundary`);
    else if (!isLetIn && other.assigned > 0) parts.push(`${other.assigned} at ${other.id}`);
  }
  if (isLetIn && parts.length === 2) parts.push('starting');
  return parts.join(', ');
}

function workers(count: number): string {
  return count === 1 ? '1 worker' : `${count} workers`;
}
