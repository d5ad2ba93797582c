import type { JobEvent } from '../core/coordinator/job-event.ts';
import { classificationReport } from '../core/evaluation/classification-report.ts';
import { worstMistakes } from '../core/evaluation/worst-mistakes.ts';
import type { EvaluationResult, Gallery } from '../observe/run-events.ts';

type Evaluated = Extract<JobEvent, { kind: 'evaluated' }>;

/** What the sums of an evaluation say, with the classification report where the target is a class. */
export function evaluationResult(event: Evaluated, classNames: readonly string[]): EvaluationResult {
  const { split, step, epoch, measurement } = event;
  const { numSamples, loss, metrics, confusion } = measurement;
  const numClasses = Math.sqrt(confusion.length);
  const names =
    classNames.length === numClasses
      ? classNames
      : Array.from({ length: numClasses }, (_, index) => `${index}`);
  const report = numClasses > 0 ? classificationReport(confusion, names) : {};
  return { split, step, epoch, numSamples, loss, metrics, ...report };
}

/** One gallery of what the ranks propose: the samples in order, and for each class the mistake it was surest of. */
export function mergeGalleries(documents: readonly string[]): Gallery | null {
  if (documents.length === 0) return null;
  const galleries = documents.map((document) => JSON.parse(document) as Gallery);
  return {
    samples: galleries.flatMap((gallery) => gallery.samples).sort((a, b) => a.index - b.index),
    worstMistakes: worstMistakes(galleries.flatMap((gallery) => gallery.worstMistakes)),
  };
}
