import type { EvaluationLayout, StepLayout, Summary } from './replica.ts';

/** Where each part of a step vector begins. */
export interface StepOffsets {
  readonly state: number;
  readonly loss: number;
  readonly metrics: number;
  readonly count: number;
}

/** Lays out the step vector of a model with these numbers of trainable and of non-trainable values. */
export function createStepLayout(parts: Omit<StepLayout, 'length'>): StepLayout {
  const length = parts.numGradients + parts.numState + 1 + parts.metricNames.length + 1;
  return Object.freeze({ ...parts, length });
}

export function stepOffsets(layout: StepLayout): StepOffsets {
  const state = layout.numGradients;
  const loss = state + layout.numState;
  return { state, loss, metrics: loss + 1, count: layout.length - 1 };
}

/** Lays out the evaluation vector; `numClasses` is 0 where the target is not a class. */
export function createEvaluationLayout(metricNames: readonly string[], numClasses: number): EvaluationLayout {
  return Object.freeze({ metricNames, numClasses, length: 1 + metricNames.length + numClasses ** 2 + 1 });
}

/** The means of a reduced step vector. Throws when it counts no sample. */
export function summarizeStep(reduced: Float32Array, layout: StepLayout): Summary {
  const { loss, count } = stepOffsets(layout);
  return summarize(reduced.subarray(loss), layout.metricNames, reduced[count]!);
}

/** The means of a reduced evaluation vector. Throws when it counts no sample. */
export function summarizeEvaluation(sums: Float32Array | Float64Array, layout: EvaluationLayout): Summary {
  return summarize(sums, layout.metricNames, sums[layout.length - 1]!);
}

/** Confusion counts of an evaluation vector: one row for each actual class, one column for each predicted one. */
export function confusionRows(sums: Float32Array | Float64Array, layout: EvaluationLayout): number[][] {
  const { numClasses } = layout;
  const start = 1 + layout.metricNames.length;
  return Array.from({ length: numClasses }, (_, row) =>
    Array.from(sums.subarray(start + row * numClasses, start + (row + 1) * numClasses)),
  );
}

/** `sums` begins with the loss sum and the metric sums. */
function summarize(sums: ArrayLike<number>, metricNames: readonly string[], numSamples: number): Summary {
  if (!(numSamples > 0)) throw new Error(`a vector of sums counts ${numSamples} samples`);
  const metrics = Object.fromEntries(metricNames.map((name, index) => [name, sums[1 + index]! / numSamples]));
  return { numSamples, loss: sums[0]! / numSamples, metrics };
}
