import type { AbortReason } from '../core/coordinator/job-event.ts';

/** A `pool` is what a coordinator of many jobs has beside the metrics of each. */
export type MetricsProcess = 'coordinator' | 'pool' | 'worker';

/** One metric. A label has a closed set of values, or `'open'` for ranks and for the static facts of an info metric. */
export interface MetricDefinition {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: Readonly<Record<string, readonly string[] | 'open'>>;
  readonly process: MetricsProcess;
  /** Upper bounds, in the metric's unit; histograms only. */
  readonly buckets?: readonly number[];
}

/** Why a piece of work was given up. */
export const ABORT_REASONS = [
  'member_lost',
  'vote_no',
  'digest_mismatch',
  'timeout',
  'shutdown',
] as const satisfies (AbortReason | 'shutdown')[];
/** Why a message from another process was not acted on. */
export const REFUSAL_REASONS = [
  'stale',
  'not_a_member',
  'unknown_worker',
  'wrong_job',
  'wrong_version',
  'malformed',
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const STEP_BUCKETS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
] as const;
export const SLOW_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] as const;
