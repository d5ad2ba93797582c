import type { RankMeasurement } from '../core/coordinator/outcome.ts';
import type { LedgerEntry } from '../core/plan/ledger-entry.ts';
import type { PhaseSeconds, StepPhase, StepRecord } from '../observe/run-events.ts';

/** What adds up over a run. */
export interface RunTotals {
  readonly numSteps: number;
  readonly numSamples: number;
  readonly phases: PhaseSeconds;
  readonly bytesSent: number;
  /** Sum over the steps of the share of the exchange that was hidden. */
  readonly hiddenShares: number;
  /** Seconds between the first generation and the newest step, without pauses between generations. */
  readonly trainingSeconds: number;
}

export const NO_TOTALS: RunTotals = {
  numSteps: 0,
  numSamples: 0,
  phases: {},
  bytesSent: 0,
  hiddenShares: 0,
  trainingSeconds: 0,
};

/** Mean seconds by phase over the ranks of a step. */
export function meanPhases(ranks: readonly RankMeasurement[]): PhaseSeconds {
  const sums: Partial<Record<StepPhase, number>> = {};
  for (const { measurement } of ranks) {
    for (const [phase, seconds] of Object.entries(measurement.phases) as [StepPhase, number][]) {
      sums[phase] = (sums[phase] ?? 0) + seconds / ranks.length;
    }
  }
  return sums;
}

export function addStep(
  totals: RunTotals,
  record: StepRecord,
  bytesSent: number,
  seconds: number,
): RunTotals {
  const phases: Partial<Record<StepPhase, number>> = { ...totals.phases };
  for (const [phase, value] of Object.entries(record.phases) as [StepPhase, number][]) {
    phases[phase] = (phases[phase] ?? 0) + value;
  }
  return {
    numSteps: totals.numSteps + 1,
    numSamples: totals.numSamples + record.numSamples,
    phases,
    bytesSent: totals.bytesSent + bytesSent,
    hiddenShares: totals.hiddenShares + record.hiddenShare,
    trainingSeconds: totals.trainingSeconds + seconds,
  };
}

/** Adds a step that an earlier coordinator process recorded; the bytes that it sent are not known any more. */
export function addPastStep(totals: RunTotals, record: StepRecord): RunTotals {
  const { numSamples, samplesPerSecond } = record;
  return addStep(totals, record, 0, samplesPerSecond > 0 ? numSamples / samplesPerSecond : 0);
}

/** The record of a committed step. `seconds` is the time since the step before. */
export function stepRecord(
  entry: LedgerEntry,
  ranks: readonly RankMeasurement[],
  { time, seconds }: { time: string; seconds: number },
): StepRecord {
  const { step, epoch, generation, members, loss, numSamples } = entry;
  return {
    time,
    step,
    epoch,
    generation,
    worldSize: members.length,
    loss,
    metrics: ranks[0]!.measurement.metrics,
    numSamples,
    samplesPerSecond: seconds > 0 ? numSamples / seconds : 0,
    phases: meanPhases(ranks),
    hiddenShare: ranks.reduce((sum, { measurement }) => sum + measurement.hiddenShare, 0) / ranks.length,
  };
}
