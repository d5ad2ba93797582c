import { describe, expect, it } from 'vitest';
import { type ScheduledJob, schedule } from '../../../../src/core/schedule/schedule.ts';

function job(id: string, rest: Partial<ScheduledJob>): ScheduledJob {
  return {
    id,
    priority: 0,
    submittedMs: 0,
    min: 1,
    max: 4,
    assigned: 0,
    leaving: 0,
    tenant: 'all',
    ...rest,
  };
}

function waiting(jobs: readonly ScheduledJob[], numSlots: number, id: string): string | null | undefined {
  return schedule({ jobs, numSlots }).get(id)?.waiting;
}

describe('the schedule', () => {
  it('shrinks a job to its minimum for one that waits, and says where the workers are', () => {
    const jobs = [job('a', { assigned: 4, max: 8 }), job('b', { min: 3, submittedMs: 1 })];
    const decided = schedule({ jobs, numSlots: 4 });
    expect(decided.get('a')).toEqual({ numSlots: 1, waiting: null });
    expect(decided.get('b')).toEqual({
      numSlots: 3,
      waiting: 'needs 3 workers, 0 free, 3 lent to a until its next step boundary',
    });
  });

  it('shares evenly among jobs of one priority, and gives all to a higher one', () => {
    const even = schedule({ jobs: [job('a', {}), job('b', { submittedMs: 1 })], numSlots: 5 });
    expect([even.get('a')?.numSlots, even.get('b')?.numSlots]).toEqual([3, 2]);
    const uneven = schedule({ jobs: [job('a', {}), job('b', { priority: 1 })], numSlots: 5 });
    expect([uneven.get('a')?.numSlots, uneven.get('b')?.numSlots]).toEqual([1, 4]);
  });

  it('names what keeps a job from starting', () => {
    expect(waiting([job('a', { min: 5, max: 5 })], 4, 'a')).toBe('needs 5 workers, the pool has 4');
    const full = [
      job('a', { min: 3, assigned: 3 }),
      job('b', { min: 2, submittedMs: 1 }),
      job('c', { submittedMs: 2 }),
    ];
    expect(waiting(full, 4, 'b')).toBe('needs 2 workers, 1 free, 3 at a');
    expect(waiting(full, 4, 'c')).toBe('needs 1 worker, 1 free; b is before it');
    expect(waiting([job('a', {})], 4, 'a')).toBe('needs 1 worker, 4 free, starting');
  });
});
