import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as OnVote from '../../src/core/coordinator/on-vote.ts';
import type * as MicroShards from '../../src/core/plan/micro-shards.ts';
import type * as Decide from '../../src/core/step/decide.ts';
import { simulateJob } from './simulated-job.ts';

/** Bugs that the simulation must find, one at a time. */
const planted = vi.hoisted(() => ({
  bug: null as 'decides_early' | 'counts_stale_votes' | 'plan_knows_world_size' | null,
  worldSize: 1,
}));

vi.mock('../../src/core/step/decide.ts', async (importOriginal) => {
  const { decide } = await importOriginal<typeof Decide>();
  const early: typeof decide = (members, votes) =>
    decide(
      members.filter((workerId) => votes.has(workerId)),
      votes,
    );
  return {
    decide: ((members, votes) =>
      (planted.bug === 'decides_early' ? early : decide)(members, votes)) satisfies typeof decide,
  };
});

vi.mock('../../src/core/coordinator/on-vote.ts', async (importOriginal) => {
  const { onVote } = await importOriginal<typeof OnVote>();
  return {
    onVote: ((state, event, now) =>
      onVote(
        state,
        planted.bug === 'counts_stale_votes' ? { ...event, generation: state.generation } : event,
        now,
      )) satisfies typeof onVote,
  };
});

vi.mock('../../src/core/plan/micro-shards.ts', async (importOriginal) => {
  const { microShardsOfRank, samplesOfMicroShard } = await importOriginal<typeof MicroShards>();
  return {
    microShardsOfRank: ((rank, worldSize, microShards) => {
      planted.worldSize = worldSize;
      return microShardsOfRank(rank, worldSize, microShards);
    }) satisfies typeof microShardsOfRank,
    samplesOfMicroShard: ((samples, microShard, microShards) =>
      planted.bug === 'plan_knows_world_size'
        ? samplesOfMicroShard(samples, (microShard + planted.worldSize) % microShards, microShards)
        : samplesOfMicroShard(samples, microShard, microShards)) satisfies typeof samplesOfMicroShard,
  };
});

const MAX_SCHEDULES = 300;

/** What the first schedule with a violation violates. */
async function firstViolation(): Promise<string> {
  for (let seed = 1; seed <= MAX_SCHEDULES; seed++) {
    const { violations } = await simulateJob(seed);
    if (violations.length > 0) return violations[0]!;
  }
  return 'none';
}

describe('the simulation finds', () => {
  beforeEach(async () => {
    planted.bug = null;
    // The weights of the undisturbed run are computed once, without the bug.
    for (let seed = 1; seed <= 20; seed++) expect((await simulateJob(seed)).violations).toEqual([]);
  });

  it('a commit before every member has voted', async () => {
    planted.bug = 'decides_early';
    expect(await firstViolation()).toMatch(
      /^P5: operation \d+ in generation \d+ was committed without a yes of/,
    );
  });

  it('a vote of an earlier generation that counts', async () => {
    planted.bug = 'counts_stale_votes';
    expect(await firstViolation()).toMatch(
      /^P5: operation \d+ in generation \d+ was committed without a yes of/,
    );
  });

  it('a sample plan that depends on the number of workers', async () => {
    planted.bug = 'plan_knows_world_size';
    expect(await firstViolation()).toMatch(/^(P1: \w+ has other weights after step|P4)/);
  });
});
