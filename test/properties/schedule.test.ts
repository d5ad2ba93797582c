import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Allocation, type ScheduledJob, schedule } from '../../src/core/schedule/schedule.ts';

const job = fc.record({
  priority: fc.integer({ min: 0, max: 2 }),
  submittedMs: fc.integer({ min: 0, max: 5 }),
  min: fc.integer({ min: 1, max: 6 }),
  more: fc.integer({ min: 0, max: 6 }),
  holds: fc.integer({ min: 0, max: 12 }),
  tenant: fc.constantFrom('red', 'blue'),
});

/** Jobs that hold no more slots than there are; those that hold any hold at least their minimum. */
const question = fc
  .record({ numSlots: fc.integer({ min: 0, max: 16 }), jobs: fc.array(job, { maxLength: 8 }) })
  .map(({ numSlots, jobs }) => {
    let left = numSlots;
    return {
      numSlots,
      jobs: jobs.map(({ more, holds, ...rest }, index): ScheduledJob => {
        const max = rest.min + more;
        const wanted = Math.min(holds, max, left);
        const assigned = wanted >= rest.min ? wanted : 0;
        left -= assigned;
        return { ...rest, id: `job-${index}`, max, assigned, leaving: 0 };
      }),
    };
  });

const sumOf = (allocations: Iterable<Allocation>): number =>
  [...allocations].reduce((sum, { numSlots }) => sum + numSlots, 0);

/** What is asked next, once everybody has what was decided. */
function settled(jobs: readonly ScheduledJob[], decided: ReadonlyMap<string, Allocation>): ScheduledJob[] {
  return jobs.map((each) => ({ ...each, assigned: decided.get(each.id)!.numSlots }));
}

describe('the schedule', () => {
  it('never gives more slots than there are, nor a job more than its maximum or less than its minimum', () => {
    fc.assert(
      fc.property(question, ({ jobs, numSlots }) => {
        const decided = schedule({ jobs, numSlots });
        expect(sumOf(decided.values())).toBeLessThanOrEqual(numSlots);
        for (const { id, min, max } of jobs) {
          const share = decided.get(id)!.numSlots;
          expect(share === 0 || (share >= min && share <= max)).toBe(true);
        }
      }),
    );
  });

  it('never takes a running job below its minimum', () => {
    fc.assert(
      fc.property(question, ({ jobs, numSlots }) => {
        const decided = schedule({ jobs, numSlots });
        for (const { id, min, assigned } of jobs) {
          if (assigned > 0) expect(decided.get(id)!.numSlots).toBeGreaterThanOrEqual(min);
        }
      }),
    );
  });

  it('stays as it is when nothing changes', () => {
    fc.assert(
      fc.property(question, ({ jobs, numSlots }) => {
        const decided = schedule({ jobs, numSlots });
        const again = schedule({ jobs: settled(jobs, decided), numSlots });
        for (const { id } of jobs) expect(again.get(id)!.numSlots).toBe(decided.get(id)!.numSlots);
      }),
    );
  });

  it('leaves no slot idle that a job which runs could use', () => {
    fc.assert(
      fc.property(question, ({ jobs, numSlots }) => {
        const decided = schedule({ jobs, numSlots });
        const couldGrow = jobs.some(({ id, max }) => {
          const share = decided.get(id)!.numSlots;
          return share > 0 && share < max;
        });
        if (couldGrow) expect(sumOf(decided.values())).toBe(numSlots);
      }),
    );
  });

  it('lets every job in whose minimum the pool has, once those before it have ended', () => {
    fc.assert(
      fc.property(question, ({ jobs, numSlots }) => {
        let left: readonly ScheduledJob[] = jobs;
        const possible = jobs.filter(({ min }) => min <= numSlots).map(({ id }) => id);
        const ran = new Set<string>();
        for (let round = 0; round <= jobs.length && left.length > 0; round++) {
          const decided = schedule({ jobs: left, numSlots });
          const running = left.filter(({ id }) => decided.get(id)!.numSlots > 0);
          for (const { id } of running) ran.add(id);
          const oldest = running.at(-1);
          left = settled(left, decided).filter(({ id }) => id !== oldest?.id);
        }
        expect([...ran].sort()).toEqual(possible.sort());
      }),
    );
  });

  it('lets nobody in before the first that waits, so that small jobs do not starve a large one', () => {
    fc.assert(
      fc.property(question, ({ jobs, numSlots }) => {
        const decided = schedule({ jobs, numSlots });
        const waiting = jobs.filter(({ assigned, min }) => assigned === 0 && min <= numSlots);
        const [first] = [...waiting].sort(
          (a, b) => b.priority - a.priority || a.submittedMs - b.submittedMs || (a.id < b.id ? -1 : 1),
        );
        if (!first || decided.get(first.id)!.numSlots > 0) return;
        for (const { id } of waiting) expect(decided.get(id)!.numSlots).toBe(0);
      }),
    );
  });

  it('keeps tenants within their limits', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 10 }), ({ jobs, numSlots }, limit) => {
        const idle = jobs.map((each) => ({ ...each, assigned: 0 }));
        const decided = schedule({ jobs: idle, numSlots, tenantLimits: new Map([['red', limit]]) });
        const reds = jobs.filter(({ tenant }) => tenant === 'red').map(({ id }) => decided.get(id)!);
        expect(sumOf(reds)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('says why a job waits exactly when it lacks workers', () => {
    fc.assert(
      fc.property(question, ({ jobs, numSlots }) => {
        const decided = schedule({ jobs, numSlots });
        for (const { id, min, assigned } of jobs)
          expect(decided.get(id)!.waiting === null).toBe(assigned >= min);
      }),
    );
  });
});
