import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAULT_KINDS, planFaults } from '../../../../src/cli/chaos/fault-plan.ts';

const options = fc
  .record({
    seed: fc.nat(),
    kinds: fc.subarray([...FAULT_KINDS], { minLength: 1 }),
    everyMs: fc.integer({ min: 1, max: 10_000 }),
    forMs: fc.integer({ min: 0, max: 100_000 }),
  })
  .filter(({ everyMs, forMs }) => forMs / everyMs < 1_000);

test('plans the same faults for the same seed, and others for another', () => {
  const plan = (seed: number) => planFaults({ seed, kinds: FAULT_KINDS, everyMs: 1_000, forMs: 20_000 });
  expect(plan(7)).toEqual(plan(7));
  expect(plan(8)).not.toEqual(plan(7));
});

test('plans one fault of the given kinds in each period, in order, none after the end', () => {
  fc.assert(
    fc.property(options, (given) => {
      const faults = planFaults(given);
      expect(faults).toHaveLength(Math.floor(given.forMs / given.everyMs));
      faults.forEach(({ kind, atMs }, period) => {
        expect(given.kinds).toContain(kind);
        expect(Math.floor(atMs / given.everyMs)).toBe(period);
        expect(atMs).toBeLessThan(given.forMs);
      });
    }),
  );
});

test('stops a worker for longer than its lease and less than twice as long', () => {
  const faults = planFaults({ seed: 1, kinds: ['stop'], everyMs: 10, forMs: 10_000 });
  for (const { lastsMs } of faults) {
    expect(lastsMs).toBeGreaterThanOrEqual(4_000);
    expect(lastsMs).toBeLessThanOrEqual(6_000);
  }
});

test('plans every kind about as often', () => {
  const faults = planFaults({ seed: 3, kinds: FAULT_KINDS, everyMs: 1, forMs: 4_000 });
  for (const kind of FAULT_KINDS) {
    expect(faults.filter((fault) => fault.kind === kind).length).toBeGreaterThan(900);
  }
});
