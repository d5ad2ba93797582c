import type { JobEvent } from '../core/coordinator/job-event.ts';
import type { ErrorCode } from '../core/errors.ts';
import type { ClassificationReport } from '../core/evaluation/classification-report.ts';

/** The parts of a step that are timed, in the order in which they happen. */
export const STEP_PHASES = ['data', 'forward_backward', 'all_reduce', 'vote', 'apply'] as const;

export type StepPhase = (typeof STEP_PHASES)[number];

/** Mean seconds (of a step) or total seconds (of a run) by phase; a phase that was not measured is missing. */
export type PhaseSeconds = Readonly<Partial<Record<StepPhase, number>>>;

/** One line of `metrics.jsonl`: what a committed step measured. */
export interface StepRecord {
  /** When the step was committed, ISO 8601 in UTC. */
  readonly time: string;
  /** 1-based. */
  readonly step: number;
  /** 1-based. */
  readonly epoch: number;
  readonly generation: number;
  readonly worldSize: number;
  /** Mean over the samples of the global batch. */
  readonly loss: number;
  /** Means over the samples of the global batch, by name. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly numSamples: number;
  readonly samplesPerSecond: number;
  /** Mean over the ranks. */
  readonly phases: PhaseSeconds;
  /** Share of the exchange that was done before computing ended, mean over the ranks. */
  readonly hiddenShare: number;
}

/** What a model is worth on samples that it was not trained on. The classes are there where the target is a class. */
export interface EvaluationResult extends Partial<ClassificationReport> {
  readonly split: 'validation' | 'test';
  /** Number of optimizer steps in the weights that were evaluated. */
  readonly step: number;
  readonly epoch: number;
  readonly numSamples: number;
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** A sample of the test set with what the model took it for. */
export interface GallerySample {
  /** Position of the sample in its split. */
  readonly index: number;
  readonly actual: number;
  readonly predicted: number;
  /** Probability of the predicted class. */
  readonly probability: number;
  /** The picture as a PNG file in base64. */
  readonly png: string;
}

export interface Gallery {
  readonly samples: readonly GallerySample[];
  /** For each class that has one, the mistake that the model was surest of. */
  readonly worstMistakes: readonly GallerySample[];
}

/** Something that happened to a run: what the machine says, with evaluations worked out, and warnings. */
export type RunEventBody =
  | Exclude<JobEvent, { readonly kind: 'evaluated' }>
  | { readonly kind: 'evaluated'; readonly evaluation: EvaluationResult }
  | { readonly kind: 'warning'; readonly message: string };

/** One line of `events.jsonl`. `time` is ISO 8601 in UTC. */
export type RunEvent = RunEventBody & { readonly time: string };

export interface RunError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Stack of the user's program, where that is the cause. */
  readonly details?: string | undefined;
}

/** How a run ended: the content of `result.json` and what `--json` prints. */
export interface RunResult {
  readonly status: 'succeeded' | 'failed' | 'interrupted';
  readonly jobId: string;
  readonly jobName: string;
  /** Ranks in the last generation; 0 when none was formed. */
  readonly worldSize: number;
  readonly engine: string;
  /** Optimizer steps that were applied. */
  readonly steps: number;
  readonly epochs: number;
  readonly globalBatchSize: number;
  readonly microShards: number;
  /** Loss of the last step; null before the first. */
  readonly finalLoss: number | null;
  /** Metrics of the last step. */
  readonly finalMetrics: Readonly<Record<string, number>>;
  readonly validation: EvaluationResult | null;
  readonly test: EvaluationResult | null;
  /** SHA-256 (hex) over all weights; empty when there are none. */
  readonly weightsSha256: string;
  /** Samples trained by second of training time. */
  readonly samplesPerSecond: number;
  readonly wallSeconds: number;
  /** Total seconds by phase. */
  readonly phases: PhaseSeconds;
  /** Share of the exchange that was done before computing ended, mean over the steps. */
  readonly hiddenShare: number;
  readonly numGenerations: number;
  readonly numAborts: number;
  readonly error?: RunError | undefined;
}
