import type { LedgerEntry } from './ledger-entry.ts';
import { stepSamples } from './sampler.ts';
import type { TrainingPlan } from './training-plan.ts';

/** What the ledger says about one epoch's samples. */
export interface EpochAccount {
  readonly epoch: number;
  readonly numUsed: number;
  readonly numMissing: number;
  readonly numRepeated: number;
}

export interface LedgerVerdict {
  /** Epochs that the run has come to. */
  readonly epochs: readonly EpochAccount[];
  /** Steps in the ledger. */
  readonly numSteps: number;
  readonly missing: number;
  readonly repeated: number;
  /** One sentence for each thing that is wrong. */
  readonly problems: readonly string[];
}

/** Most problems that are told one by one. */
const MAX_PROBLEMS = 20;

/**
 * Accounts for every sample (P1): each entry must be the step that the plan says, the steps must follow each other, and
 * each position of an epoch's order must be used once. The order is a permutation of the samples, so positions stand for
 * them. What a run has not reached is not missing; `numApplied` is how far it came, where that is known.
 */
export function verifyLedger(
  plan: TrainingPlan,
  entries: readonly LedgerEntry[],
  numApplied = 0,
): LedgerVerdict {
  const problems = entries.flatMap((entry, index) =>
    entryProblem(plan, entry, entries[index - 1]?.step ?? 0),
  );
  const newest = entries.reduce((step, entry) => Math.max(step, entry.step), numApplied);
  const epochs = accountEpochs(plan, entries, Math.min(newest, plan.numSteps));
  const total = (name: 'numMissing' | 'numRepeated') => epochs.reduce((sum, epoch) => sum + epoch[name], 0);
  return {
    epochs,
    numSteps: entries.length,
    missing: total('numMissing'),
    repeated: total('numRepeated'),
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}

/** How an entry departs from the plan or from the entry before it, as no or one sentence. */
function entryProblem(plan: TrainingPlan, entry: LedgerEntry, stepBefore: number): string[] {
  const { step, epoch, begin, end, numSamples, members, digest } = entry;
  if (step !== stepBefore + 1) return [`step ${step} stands where step ${stepBefore + 1} was due`];
  if (step > plan.numSteps) return [`step ${step} is beyond the ${plan.numSteps} steps of the job`];
  const planned = stepSamples(plan, step);
  if (planned.epoch !== epoch || planned.begin !== begin || planned.end !== end) {
    return [
      `step ${step} used samples ${begin} to ${end} of epoch ${epoch}; ` +
        `the plan says ${planned.begin} to ${planned.end} of epoch ${planned.epoch}`,
    ];
  }
  if (numSamples !== end - begin) return [`step ${step} counted ${numSamples} samples, not ${end - begin}`];
  if (members.length === 0) return [`step ${step} names no members`];
  return /^[0-9a-f]{16}$/.test(digest) ? [] : [`step ${step} has no digest`];
}

/** Every epoch up to the one of step `newest`. */
function accountEpochs(plan: TrainingPlan, entries: readonly LedgerEntry[], newest: number): EpochAccount[] {
  if (newest === 0) return [];
  const byEpoch = new Map<number, LedgerEntry[]>();
  for (const entry of entries) {
    const ofEpoch = byEpoch.get(entry.epoch);
    if (ofEpoch) ofEpoch.push(entry);
    else byEpoch.set(entry.epoch, [entry]);
  }
  const last = stepSamples(plan, newest);
  return Array.from({ length: last.epoch }, (_, index) => {
    const epoch = index + 1;
    const numDue = epoch === last.epoch ? last.end : stepSamples(plan, epoch * plan.stepsPerEpoch).end;
    return accountEpoch(plan, byEpoch.get(epoch) ?? [], { epoch, numDue });
  });
}

function accountEpoch(
  plan: TrainingPlan,
  entries: readonly LedgerEntry[],
  { epoch, numDue }: { epoch: number; numDue: number },
): EpochAccount {
  const uses = new Uint32Array(plan.numSamples);
  for (const { begin, end } of entries) {
    for (let position = begin; position < Math.min(end, plan.numSamples); position++) uses[position]! += 1;
  }
  const numUsed = uses.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const numRepeated = uses.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  const numMissing = uses.subarray(0, numDue).reduce((sum, count) => sum + (count === 0 ? 1 : 0), 0);
  return { epoch, numUsed, numMissing, numRepeated };
}
