import { worstMistakes } from '../core/evaluation/worst-mistakes.ts';
import type { HostTensor } from '../core/host-tensor.ts';
import { partOf } from '../core/plan/range.ts';
import { gatherBatch, type Split } from '../data/index.ts';
import type { SamplePrediction } from '../engine/replica.ts';
import type { Gallery, GallerySample } from '../observe/run-events.ts';
import { encodePicture, isPictureShape } from '../observe/sample-picture.ts';
import type { JobReplica } from './job-replica.ts';

/** How many of the first samples of the test split are shown, whatever the model says of them. */
const NUM_SHOWN = 10;

/**
 * Sums one micro-shard of an evaluation over `out` (the evaluation layout): slice `microShard` of the split, in
 * batches, added in float64 and rounded once. Returns what the model said of each sample.
 */
export function evaluateShard(
  { job, replica }: JobReplica,
  split: Split,
  microShard: number,
  out: Float32Array,
): SamplePrediction[] {
  const slice = partOf(split.numSamples, microShard, job.training.microShards);
  const sums = new Float64Array(out.length);
  const predictions: SamplePrediction[] = [];
  for (let begin = slice.begin; begin < slice.end; begin += job.evaluation.batchSize) {
    const end = Math.min(begin + job.evaluation.batchSize, slice.end);
    const indices = Int32Array.from({ length: end - begin }, (_, offset) => begin + offset);
    predictions.push(...replica.evaluate(gatherBatch(split, indices), begin, sums));
  }
  out.set(sums);
  return predictions;
}

/** Pictures of the first samples and of each class' worst mistake, where the model's input is an image. */
export function createGallery(split: Split, predictions: readonly SamplePrediction[]): Gallery | null {
  const pictures = split.inputs.find(({ shape }) => isPictureShape(shape.slice(1)));
  if (!pictures || predictions.length === 0) return null;
  const show = (prediction: SamplePrediction): GallerySample => ({
    ...prediction,
    png: encodePicture(sampleAt(pictures, prediction.index)),
  });
  return {
    samples: predictions.filter(({ index }) => index < NUM_SHOWN).map(show),
    worstMistakes: worstMistakes(predictions).map(show),
  };
}

function sampleAt(column: HostTensor, index: number): HostTensor {
  const shape = column.shape.slice(1);
  const length = column.data.length / column.shape[0];
  return { shape, dtype: column.dtype, data: column.data.subarray(index * length, (index + 1) * length) };
}
