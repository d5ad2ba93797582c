import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobSpec } from '../../src/core/job/job-spec.ts';
import { microShardsOfRank, samplesOfMicroShard } from '../../src/core/plan/micro-shards.ts';
import { epochOrder, stepSamples } from '../../src/core/plan/sampler.ts';
import { type TrainingPlan, trainingPlan } from '../../src/core/plan/training-plan.ts';

interface Drawn {
  readonly plan: TrainingPlan;
  readonly dropRemainder: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    numSamples: fc.integer({ min: 1, max: 300 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    microShards: fc.integer({ min: 1, max: 16 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    dropRemainder: fc.boolean(),
    numEpochs: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ numSamples, share, microShards, seed, dropRemainder, numEpochs }) => {
    const globalBatchSize = Math.max(1, Math.round(share * numSamples));
    const training = { globalBatchSize, microShards, seed, dropRemainder };
    const job = { training: { ...training, length: { unit: 'epochs', count: numEpochs } } } as JobSpec;
    return { plan: trainingPlan(job, numSamples), dropRemainder };
  });

function numbers({ begin, end }: { begin: number; end: number }): number[] {
  return Array.from({ length: end - begin }, (_, index) => begin + index);
}

/** The samples of a step in the order in which the micro-shards take them. */
function samplesOfStep(plan: TrainingPlan, step: number, microShards: readonly number[]): number[] {
  const samples = stepSamples(plan, step);
  const order = epochOrder(plan, samples.epoch);
  return microShards.flatMap((microShard) =>
    numbers(samplesOfMicroShard(samples, microShard, plan.microShards)).map((position) => order[position]!),
  );
}

describe('the plan', () => {
  it('P1: uses every sample of an epoch exactly once, less only what dropRemainder drops', () => {
    fc.assert(
      fc.property(drawn, ({ plan, dropRemainder }) => {
        const all = numbers({ begin: 0, end: plan.microShards });
        const used = new Map<number, number[]>();
        for (let step = 1; step <= plan.numSteps; step++) {
          const { epoch } = stepSamples(plan, step);
          used.set(epoch, [...(used.get(epoch) ?? []), ...samplesOfStep(plan, step, all)]);
        }
        expect([...used.keys()]).toEqual(numbers({ begin: 1, end: plan.numSteps / plan.stepsPerEpoch + 1 }));
        for (const samples of used.values()) {
          const due = dropRemainder ? plan.stepsPerEpoch * plan.globalBatchSize : plan.numSamples;
          expect(samples).toHaveLength(due);
          expect(new Set(samples).size).toBe(due);
          expect(samples.every((sample) => sample >= 0 && sample < plan.numSamples)).toBe(true);
        }
      }),
    );
  });

  it('P2: gives the same samples in the same order to every number of ranks', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), ({ plan }, pick) => {
        const step = (pick % plan.numSteps) + 1;
        const alone = samplesOfStep(plan, step, numbers({ begin: 0, end: plan.microShards }));
        for (let worldSize = 1; worldSize <= plan.microShards; worldSize++) {
          const byRank = Array.from({ length: worldSize }, (_, rank) =>
            numbers(microShardsOfRank(rank, worldSize, plan.microShards)),
          );
          expect(byRank.every((microShards) => microShards.length > 0)).toBe(true);
          expect(byRank.flatMap((microShards) => samplesOfStep(plan, step, microShards))).toEqual(alone);
        }
      }),
    );
  });

  it('cuts a batch into micro-shards whose sizes differ by at most one', () => {
    fc.assert(
      fc.property(drawn, ({ plan }) => {
        const samples = stepSamples(plan, plan.numSteps);
        const sizes = numbers({ begin: 0, end: plan.microShards }).map((microShard) => {
          const { begin, end } = samplesOfMicroShard(samples, microShard, plan.microShards);
          return end - begin;
        });
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses more ranks than micro-shards', () => {
    expect(() => microShardsOfRank(0, 3, 2)).toThrow('world size 3 exceeds 2 micro-shards');
  });
});
