import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../src/core/plan/ledger-entry.ts';
import { epochOrder, stepSamples } from '../../src/core/plan/sampler.ts';
import { type TrainingPlan, trainingPlan } from '../../src/core/plan/training-plan.ts';
import type { RunResult } from '../../src/observe/run-events.ts';
import type { DatasetFacts, FrozenJob } from '../../src/store/run-folder.ts';
import { copyExample, lockstep, onlyRun, readJson, readLines, temporaryFolder } from './lockstep-process.ts';

const WORLD_SIZES = [1, 2, 3, 4];
const NUM_EPOCHS = 2;
const TIMEOUT_MS = 180_000;

describe.each(['digits', 'convnet', 'attention'])('the job %s', (name) => {
  test(
    'has the same weights with any number of workers, and uses every sample of every epoch once',
    async () => {
      const folder = await temporaryFolder();
      const job = await copyExample(
        name,
        folder,
        name === 'digits' ? { job: ['epochs: 10', `epochs: ${NUM_EPOCHS}`] } : {},
      );
      const runs: FinishedRun[] = [];
      for (const worldSize of WORLD_SIZES) {
        runs.push(await train(job, worldSize, path.join(folder, `runs-${worldSize}`)));
      }

      for (const [index, { result, plan, ledger }] of runs.entries()) {
        expect(result).toMatchObject({
          status: 'succeeded',
          worldSize: WORLD_SIZES[index],
          epochs: NUM_EPOCHS,
        });
        expect(result.test!.accuracy).toBeGreaterThan(0.7);
        expect(ledger.map(({ step }) => step)).toEqual(
          Array.from({ length: plan.numSteps }, (_, i) => i + 1),
        );
        expect(ledger.at(-1)!.members).toHaveLength(WORLD_SIZES[index]!);
        expect(ledger.map(({ step, epoch, begin, end }) => ({ step, epoch, begin, end }))).toEqual(
          ledger.map(({ step }) => stepSamples(plan, step)),
        );
        expect(usesOfSamples(plan, ledger)).toEqual(
          Array.from({ length: NUM_EPOCHS }, () => new Uint32Array(plan.numSamples).fill(1)),
        );
      }
      expect(runs[0]!.result.weightsSha256).toMatch(/^[0-9a-f]{64}$/);
      expect(new Set(runs.map(({ result }) => result.weightsSha256)).size).toBe(1);
      // Not only the end: every step reduced to the same bits.
      expect(new Set(runs.map(({ ledger }) => ledger.map(({ digest }) => digest).join())).size).toBe(1);
    },
    TIMEOUT_MS,
  );
});

interface FinishedRun {
  readonly result: RunResult;
  readonly plan: TrainingPlan;
  readonly ledger: readonly LedgerEntry[];
}

async function train(job: string, numWorkers: number, runs: string): Promise<FinishedRun> {
  const { stdout, stderr, exitCode } = await lockstep(
    'run',
    job,
    '--workers',
    `${numWorkers}`,
    '--json',
    '--runs',
    runs,
  );
  expect(exitCode, stderr).toBe(0);
  const run = await onlyRun(runs);
  const { numTraining } = await readJson<DatasetFacts>(run, 'dataset.json');
  return {
    result: JSON.parse(stdout) as RunResult,
    plan: trainingPlan((await readJson<FrozenJob>(run, 'job.json')).job, numTraining),
    ledger: await readLines<LedgerEntry>(run, 'ledger.jsonl'),
  };
}

/** How often each sample was used, by epoch. */
function usesOfSamples(plan: TrainingPlan, ledger: readonly LedgerEntry[]): Uint32Array[] {
  const uses = Array.from({ length: NUM_EPOCHS }, () => new Uint32Array(plan.numSamples));
  for (const { epoch, begin, end } of ledger) {
    for (const sample of epochOrder(plan, epoch).subarray(begin, end)) uses[epoch - 1]![sample]! += 1;
  }
  return uses;
}
