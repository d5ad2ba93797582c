import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from './fault-plan.ts';
import { type SimulatedJob, simulateJob } from './simulated-job.ts';

/** `npm test` asks for more than `npm run check`. */
const numSchedules = Number(process.env.LOCKSTEP_SCHEDULES ?? 500);
/** One schedule alone, with its story. */
const onlySeed = process.env.SEED === undefined ? null : Number(process.env.SEED);
const MINUTES_MS = 10 * 60_000;
/** Failing schedules that are told before the search ends. */
const MAX_TOLD = 3;
const MAX_STORY_LINES = 60;

describe('a job that is simulated', () => {
  it.skipIf(onlySeed !== null)('ends with the weights of the plan when nothing disturbs it', async () => {
    const sizes = new Set<number>();
    for (let seed = 1; seed <= 40; seed++) {
      const job = await simulateJob(seed, { faults: [] });
      expect(job.violations, `seed ${seed}`).toEqual([]);
      sizes.add(job.ledger.at(-1)!.members.length);
    }
    expect([...sizes].sort()).toEqual([1, 2, 3, 4]);
  });

  it.skipIf(onlySeed !== null)('is the same each time for the same seed', async () => {
    for (const seed of [11, 12, 13, 14, 15]) {
      expect((await simulateJob(seed)).story).toEqual((await simulateJob(seed)).story);
    }
  });

  it.skipIf(onlySeed !== null)('meets every fault and every reason to give up work', async () => {
    const met = new Set<string>();
    for (let seed = 1; seed <= 200; seed++) {
      const { hits, events } = await simulateJob(seed);
      for (const kind of hits) met.add(kind);
      for (const event of events) {
        met.add(event.kind);
        if (event.kind === 'work_aborted') met.add(event.reason);
        if (event.kind === 'generation_formed') met.add(event.cause);
      }
    }
    const reasons = ['member_lost', 'vote_no', 'digest_mismatch'];
    const causes = ['start', 'joined', 'drained', 'retry', 'coordinator_restarted'];
    const events = ['worker_fed', 'straggler_found', 'checkpoint_failed'];
    expect([...met]).toEqual(expect.arrayContaining([...FAULT_KINDS, ...reasons, ...causes, ...events]));
  });

  it(`keeps P1, P3 to P7, P11 and P12 in ${onlySeed === null ? `${numSchedules} schedules` : `schedule ${onlySeed}`}`, {
    timeout: MINUTES_MS,
  }, async () => {
    const failures: string[] = [];
    const first = onlySeed ?? 1;
    const last = onlySeed ?? numSchedules;
    for (let seed = first; seed <= last && failures.length < MAX_TOLD; seed++) {
      const job = await simulateJob(seed);
      if (onlySeed !== null) console.log(job.story.join('\n'));
      if (job.violations.length > 0) failures.push(tell(seed, job));
    }
    expect(failures.join('\n\n')).toBe('');
  });
});

function tell(seed: number, { violations, story }: SimulatedJob): string {
  return [
    `seed ${seed}:`,
    ...violations.map((violation) => `  ${violation}`),
    `the end of its story (all of it: SEED=${seed} npx vitest run test/simulation/simulation.test.ts):`,
    ...story.slice(-MAX_STORY_LINES).map((line) => `  ${line}`),
  ].join('\n');
}
