import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobSpec } from '../../../../src/core/job/job-spec.ts';
import type { LedgerEntry } from '../../../../src/core/plan/ledger-entry.ts';
import { parseLedger } from '../../../../src/core/plan/parse-ledger.ts';
import { stepSamples } from '../../../../src/core/plan/sampler.ts';
import { type TrainingPlan, trainingPlan } from '../../../../src/core/plan/training-plan.ts';
import { verifyLedger } from '../../../../src/core/plan/verify-ledger.ts';

/** Ten samples in batches of four: steps of 4, 4 and 2, for three epochs. */
const PLAN = planOf({ numSamples: 10, globalBatchSize: 4, numEpochs: 3, dropRemainder: false });

interface Drawn {
  readonly numSamples: number;
  readonly globalBatchSize: number;
  readonly numEpochs: number;
  readonly dropRemainder: boolean;
}

const drawnPlan = fc
  .record({
    numSamples: fc.integer({ min: 1, max: 60 }),
    globalBatchSize: fc.integer({ min: 1, max: 60 }),
    numEpochs: fc.integer({ min: 1, max: 4 }),
    dropRemainder: fc.boolean(),
  })
  .filter(({ numSamples, globalBatchSize }) => globalBatchSize <= numSamples)
  .map(planOf);

function planOf({ numSamples, globalBatchSize, numEpochs, dropRemainder }: Drawn): TrainingPlan {
  const training = { globalBatchSize, dropRemainder, microShards: 1, seed: 1 };
  return trainingPlan(
    { training: { ...training, length: { unit: 'epochs', count: numEpochs } } } as JobSpec,
    numSamples,
  );
}

/** The ledger of a run that went as planned, up to `numSteps`. */
function ledgerOf(plan: TrainingPlan, numSteps = plan.numSteps): LedgerEntry[] {
  return Array.from({ length: numSteps }, (_, index) => {
    const samples = stepSamples(plan, index + 1);
    return {
      ...samples,
      numSamples: samples.end - samples.begin,
      generation: 1,
      members: ['w1'],
      loss: 0.5,
      digest: '0123456789abcdef',
    };
  });
}

function changed(step: number, change: Partial<LedgerEntry>): LedgerEntry[] {
  return ledgerOf(PLAN).map((entry) => (entry.step === step ? { ...entry, ...change } : entry));
}

describe('verifying a ledger', () => {
  it('finds nothing wrong where a run went as planned, wherever it stopped', () => {
    fc.assert(
      fc.property(drawnPlan, fc.nat(), (plan, drawn) => {
        const numSteps = drawn % (plan.numSteps + 1);
        const verdict = verifyLedger(plan, ledgerOf(plan, numSteps), numSteps);
        expect(verdict).toMatchObject({ numSteps, missing: 0, repeated: 0, problems: [] });
        const numUsed = verdict.epochs.reduce((sum, epoch) => sum + epoch.numUsed, 0);
        expect(numUsed).toBe(ledgerOf(plan, numSteps).reduce((sum, entry) => sum + entry.numSamples, 0));
      }),
    );
  });

  it('counts the samples of any lines that were left out as missing', () => {
    fc.assert(
      fc.property(drawnPlan, fc.infiniteStream(fc.boolean()), (plan, keep) => {
        const whole = ledgerOf(plan);
        const kept = whole.filter(() => keep.next().value);
        const total = (entries: LedgerEntry[]) => entries.reduce((sum, entry) => sum + entry.numSamples, 0);
        const verdict = verifyLedger(plan, kept, plan.numSteps);
        expect(verdict.missing).toBe(total(whole) - total(kept));
        expect(verdict.repeated).toBe(0);
      }),
    );
  });

  it('counts the samples of any line that stands twice as repeated, and says where', () => {
    fc.assert(
      fc.property(drawnPlan, fc.nat(), (plan, drawn) => {
        const step = 1 + (drawn % plan.numSteps);
        const entries = ledgerOf(plan).toSpliced(step, 0, ledgerOf(plan)[step - 1]!);
        const verdict = verifyLedger(plan, entries);
        expect(verdict).toMatchObject({ missing: 0, repeated: entries[step]!.numSamples });
        expect(verdict.problems[0]).toBe(`step ${step} stands where step ${step + 1} was due`);
      }),
    );
  });

  it('tells each epoch by itself', () => {
    const entries = ledgerOf(PLAN).filter(({ step }) => step !== 5);
    expect(verifyLedger(PLAN, entries)).toEqual({
      epochs: [
        { epoch: 1, numUsed: 10, numMissing: 0, numRepeated: 0 },
        { epoch: 2, numUsed: 6, numMissing: 4, numRepeated: 0 },
        { epoch: 3, numUsed: 10, numMissing: 0, numRepeated: 0 },
      ],
      numSteps: 8,
      missing: 4,
      repeated: 0,
      problems: ['step 6 stands where step 5 was due'],
    });
  });

  it('knows from the result that the end of the ledger is gone', () => {
    expect(verifyLedger(PLAN, ledgerOf(PLAN, 4), 9)).toMatchObject({ missing: 16, problems: [] });
    expect(verifyLedger(PLAN, ledgerOf(PLAN, 4))).toMatchObject({ missing: 0 });
    expect(verifyLedger(PLAN, [], 9)).toMatchObject({ missing: 30 });
  });

  it.each<[Partial<LedgerEntry>, string]>([
    [{ begin: 0, end: 4 }, 'step 5 used samples 0 to 4 of epoch 2; the plan says 4 to 8 of epoch 2'],
    [{ epoch: 1 }, 'step 5 used samples 4 to 8 of epoch 1; the plan says 4 to 8 of epoch 2'],
    [{ numSamples: 3 }, 'step 5 counted 3 samples, not 4'],
    [{ members: [] }, 'step 5 names no members'],
    [{ digest: '' }, 'step 5 has no digest'],
  ])('names a step that departs from the plan: %j', (change, problem) => {
    expect(verifyLedger(PLAN, changed(5, change)).problems).toEqual([problem]);
  });

  it('stays within the dataset whatever a line claims', () => {
    const verdict = verifyLedger(PLAN, changed(5, { begin: 4, end: 2 ** 52, epoch: 2 }));
    expect(verdict.epochs[1]).toEqual({ epoch: 2, numUsed: 10, numMissing: 0, numRepeated: 2 });
    expect(verdict.problems).toHaveLength(1);
    expect(verifyLedger(PLAN, changed(9, { step: 2 ** 52 })).epochs).toHaveLength(3);
  });

  it('tells at most twenty problems', () => {
    const plan = planOf({ numSamples: 50, globalBatchSize: 1, numEpochs: 1, dropRemainder: false });
    const entries = ledgerOf(plan).map((entry) => ({ ...entry, digest: '' }));
    expect(verifyLedger(plan, entries).problems).toHaveLength(20);
  });
});

describe('parsing a ledger', () => {
  it('gives back well-formed lines', () => {
    const entries = ledgerOf(PLAN);
    expect(parseLedger(JSON.parse(JSON.stringify(entries)), 'ledger.jsonl')).toEqual(entries);
  });

  it.each([
    [null, 'the line'],
    [[], 'the line'],
    [{}, 'step'],
    [{ ...ledgerOf(PLAN)[0], step: -1 }, 'step'],
    [{ ...ledgerOf(PLAN)[0], end: 1.5 }, 'end'],
    [{ ...ledgerOf(PLAN)[0], members: [1] }, 'members.0'],
    [{ ...ledgerOf(PLAN)[0], digest: undefined }, 'digest'],
  ])('names the line and the field of %j', (line, field) => {
    expect(() => parseLedger([ledgerOf(PLAN)[0], line], 'runs/a/ledger.jsonl')).toThrow(
      expect.objectContaining({
        code: 'RUN_INVALID',
        message: expect.stringContaining(`runs/a/ledger.jsonl:2: ${field} is wrong`),
      }),
    );
  });
});
