import { briefText, percentText, pluralText } from './quantity-text.ts';
import type { RunResult } from './run-events.ts';
import type { StepTime } from './run-facts.ts';
import { printable } from './terminal-line.ts';

/** Something that was done to a run. */
export interface InjectedFault {
  readonly kind: string;
  /** Null where it hit no worker. */
  readonly workerId: string | null;
  /** Since the run's first step. */
  readonly atSeconds: number;
  /** Milliseconds since 1970, on the clock that the steps are timed with. */
  readonly timeMs: number;
}

export interface ChaosFacts {
  readonly faults: readonly InjectedFault[];
  /** The steps of the disturbed run. */
  readonly steps: readonly StepTime[];
  readonly missing: number;
  readonly repeated: number;
  readonly result: Pick<RunResult, 'status' | 'weightsSha256'>;
  readonly undisturbedSha256: string;
}

/** What faults did to a run: what `lockstep chaos --json` prints. */
export interface ChaosReport {
  readonly faults: readonly Omit<InjectedFault, 'timeMs'>[];
  /** From a fault to the commit of a step that began after it; null where there was none. */
  readonly recoverySeconds: { readonly p50: number | null; readonly p99: number | null };
  /** Productive time by wall time, from the first step to the last; null where there are fewer than two. */
  readonly goodput: number | null;
  /** Samples. */
  readonly missing: number;
  readonly repeated: number;
  readonly weightsSha256: string;
  readonly undisturbedSha256: string;
  readonly status: RunResult['status'];
}

/** A step's time counts as productive up to what this share of the steps take at most. */
const USUAL_SHARE = 0.9;

export function chaosReport(facts: ChaosFacts): ChaosReport {
  const { faults, missing, repeated, result, undisturbedSha256 } = facts;
  const commitsMs = facts.steps.map(({ time }) => Date.parse(time)).sort((a, b) => a - b);
  const recoveries = recoverySeconds(faults, commitsMs);
  return {
    faults: faults.map(({ kind, workerId, atSeconds }) => ({ kind, workerId, atSeconds })),
    recoverySeconds: { p50: quantile(recoveries, 0.5), p99: quantile(recoveries, 0.99) },
    goodput: goodputOf(commitsMs),
    missing,
    repeated,
    weightsSha256: result.weightsSha256,
    undisturbedSha256,
    status: result.status,
  };
}

/** Whether the faults left no trace: the run has succeeded, with the same weights and every sample used once. */
export function isUnharmed(report: ChaosReport): boolean {
  const { status, weightsSha256, undisturbedSha256, missing, repeated } = report;
  const isEqual = weightsSha256 !== '' && weightsSha256 === undisturbedSha256;
  return status === 'succeeded' && isEqual && missing === 0 && repeated === 0;
}

/** The report in lines of no more than 80 columns. */
export function renderChaosReport(report: ChaosReport): string[] {
  const { faults, recoverySeconds, goodput, missing, repeated, weightsSha256, undisturbedSha256 } = report;
  const { p50, p99 } = recoverySeconds;
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['status', report.status],
    ['faults', faults.length === 0 ? 'none' : countsText(faults)],
    ['recovery', p50 === null || p99 === null ? '-' : `p50 ${briefText(p50)}, p99 ${briefText(p99)}`],
    ['goodput', goodput === null ? '-' : percentText(goodput)],
    ['samples', `${missing} missing, ${repeated} repeated`],
    ['sha-256', weightsSha256 || '-'],
    ['undisturbed', undisturbedSha256],
  ];
  return [...rows.map(([label, text]) => `${label.padEnd(13)}${text}`), verdictOf(report)];
}

function verdictOf(report: ChaosReport): string {
  const { status, weightsSha256, undisturbedSha256 } = report;
  if (isUnharmed(report)) return 'equal weights: the faults left no trace';
  if (status !== 'succeeded') return 'the run did not come to its end';
  return weightsSha256 === undisturbedSha256
    ? 'equal weights, but not every sample was used once'
    : 'the weights differ from those of the undisturbed run';
}

/** A fault as it is told when it happens, and after. */
export function faultLine({ kind, workerId, atSeconds }: ChaosReport['faults'][number]): string {
  return `${`${atSeconds.toFixed(1)} s`.padStart(9)}  ${kind.padEnd(12)} ${printable(workerId ?? '')}`.trimEnd();
}

function countsText(faults: ChaosReport['faults']): string {
  const kinds = [...new Set(faults.map(({ kind }) => kind))].sort();
  const counts = kinds.map((kind) => `${faults.filter((fault) => fault.kind === kind).length} ${kind}`);
  return `${pluralText(faults.length, 'fault')}: ${counts.join(', ')}`;
}

/** The step in flight at a fault may still be committed, so the second commit after it is the proof that training goes on. */
function recoverySeconds(faults: readonly InjectedFault[], commitsMs: readonly number[]): number[] {
  return faults.flatMap(({ timeMs }) => {
    const first = commitsMs.findIndex((commitMs) => commitMs > timeMs);
    const proof = first === -1 ? undefined : commitsMs[first + 1];
    return proof === undefined ? [] : [(proof - timeMs) / 1000];
  });
}

function goodputOf(commitsMs: readonly number[]): number | null {
  const times = commitsMs.slice(1).map((commitMs, index) => commitMs - commitsMs[index]!);
  const usual = quantile(times, USUAL_SHARE);
  const wall = times.reduce((sum, time) => sum + time, 0);
  if (usual === null || wall === 0) return null;
  return times.reduce((sum, time) => sum + Math.min(time, usual), 0) / wall;
}

/** The smallest value that `share` of the values do not exceed; null of none. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
