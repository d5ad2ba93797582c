import type { JobSpec } from '../job/job-spec.ts';
import type { TrainingPlan } from './training-plan.ts';

/**
 * What a generation does together, one after the other. All work is voted on and decided alike;
 * only `train` changes weights. `step` is the number of steps applied when the work is done.
 */
export type Work =
  | { readonly kind: 'train'; readonly step: number }
  | { readonly kind: 'validation'; readonly step: number }
  | { readonly kind: 'test'; readonly step: number }
  | { readonly kind: 'export'; readonly step: number };

export type WorkKind = Work['kind'];

const KINDS: readonly WorkKind[] = ['train', 'validation', 'test', 'export'];

/** Which evaluation data there is; a job without a test split has no test. */
export interface EvaluationSplits {
  readonly validation: boolean;
  readonly test: boolean;
}

/** Position of a piece of work in the job's total order: the `operation` that messages carry. */
export function operationOf(work: Work): number {
  return work.step * KINDS.length + KINDS.indexOf(work.kind);
}

/** The inverse of `operationOf`. */
export function workOf(operation: number): Work {
  return { kind: KINDS[operation % KINDS.length]!, step: Math.floor(operation / KINDS.length) };
}

/**
 * What follows `done` in the job: the whole job is this function applied from `null` until it returns null.
 * A pure function of job and data, like the plan of a step.
 */
export function nextWork(
  job: JobSpec,
  plan: TrainingPlan,
  splits: EvaluationSplits,
  done: Work | null,
): Work | null {
  if (done === null) return { kind: 'train', step: 1 };
  const { step } = done;
  const later: Work[] = [];
  if (splits.validation && validationIsDue(job, plan, step)) later.push({ kind: 'validation', step });
  if (step < plan.numSteps) {
    later.push({ kind: 'train', step: step + 1 });
  } else {
    if (splits.test) later.push({ kind: 'test', step });
    later.push({ kind: 'export', step });
  }
  return later.find((work) => operationOf(work) > operationOf(done)) ?? null;
}

function validationIsDue(job: JobSpec, plan: TrainingPlan, step: number): boolean {
  if (step === plan.numSteps) return true;
  const { everyEpochs } = job.evaluation;
  return everyEpochs > 0 && step % (everyEpochs * plan.stepsPerEpoch) === 0;
}
