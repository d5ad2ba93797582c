import type { LedgerEntry } from './ledger-entry.ts';
import { epochOrder, stepSamples } from './sampler.ts';
import type { TrainingPlan } from './training-plan.ts';

/** What the ledger says about one epoch's samples. */
export interface EpochAccount {
  readonly epoch: number;
  readonly numUsed: number;
  readonly numMissing: number;
  readonly numRepeated: number;
}

export interface LedgerVerdict {
  /** Epochs that the ledger has steps of. */
  readonly epochs: readonly EpochAccount[];
  readonly numSteps: number;
  readonly missing: number;
  readonly repeated: number;
  /** One sentence for each thing that is wrong. */
  readonly problems: readonly string[];
}

/** Most problems that are told one by one. */
const MAX_PROBLEMS = 20;

/**
 * Accounts for every sample, one by one (P1): each entry must be the step that the plan says, and each sample of an
 * epoch must be used once. The newest epoch may be unfinished when the run was; what it has not reached is not missing.
 */
export function verifyLedger(plan: TrainingPlan, entries: readonly LedgerEntry[]): LedgerVerdict {
  const problems: string[] = [];
  const uses = new Map<number, Uint32Array>();
  entries.forEach((entry, index) => {
    const problem = entryProblem(plan, entry, index + 1);
    if (problem) problems.push(problem);
    const counts = uses.get(entry.epoch) ?? new Uint32Array(plan.numSamples);
    uses.set(entry.epoch, counts);
    const order = epochOrder(plan, entry.epoch);
    for (let position = entry.begin; position < entry.end; position++) counts[order[position]] += 1;
  });
  const epochs = [...uses].map(([epoch, counts]) =>
    account(plan, epoch, { counts, numSteps: entries.length }),
  );
  return {
    epochs,
    numSteps: entries.length,
    missing: epochs.reduce((sum, { numMissing }) => sum + numMissing, 0),
    repeated: epochs.reduce((sum, { numRepeated }) => sum + numRepeated, 0),
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}

/** How an entry departs from the plan, or null. */
function entryProblem(plan: TrainingPlan, entry: LedgerEntry, due: number): string | null {
  const { step, epoch, begin, end, numSamples, members, digest } = entry;
  if (step !== due) return `line ${due} is step ${step}; step ${due} was due`;
  const planned = stepSamples(plan, step);
  if (planned.epoch !== epoch || planned.begin !== begin || planned.end !== end) {
    return (
      `step ${step} used samples ${begin} to ${end} of epoch ${epoch}; ` +
      `the plan says ${planned.begin} to ${planned.end} of epoch ${planned.epoch}`
    );
  }
  if (numSamples !== end - begin) return `step ${step} counted ${numSamples} samples, not ${end - begin}`;
  if (members.length === 0) return `step ${step} names no members`;
  return /^[0-9a-f]{16}$/.test(digest) ? null : `step ${step} has no digest`;
}

/** Samples that the epoch must have used by now: all, unless it is the one that the run has come to. */
function account(
  plan: TrainingPlan,
  epoch: number,
  { counts, numSteps }: { counts: Uint32Array; numSteps: number },
): EpochAccount {
  const stepsOfEpoch = Math.min(plan.stepsPerEpoch, numSteps - (epoch - 1) * plan.stepsPerEpoch);
  const numDue =
    stepsOfEpoch > 0 ? stepSamples(plan, (epoch - 1) * plan.stepsPerEpoch + stepsOfEpoch).end : 0;
  const numUsed = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const numRepeated = counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  return { epoch, numUsed, numMissing: Math.max(0, numDue - numUsed), numRepeated };
}
