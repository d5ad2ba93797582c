import type { Tensor } from '@tensorflow/tfjs-core';
import type { Batch, HostTensor } from '../core/host-tensor.ts';
import type { BuiltModel } from './build-model.ts';
import type { ClassTarget } from './class-target.ts';
import { inputsToEngine, targetsToEngine } from './engine-batch.ts';
import { toHost } from './host-tensors.ts';
import { lossSum, metricSums } from './losses.ts';
import type { EvaluationLayout, SamplePrediction } from './replica.ts';

export type RunnableModel = Pick<BuiltModel, 'engine' | 'network'>;

export interface EvaluationOptions {
  readonly layout: EvaluationLayout;
  readonly classTarget: ClassTarget | null;
  readonly batch: Batch;
  /** Position of the batch's first sample in its split. */
  readonly firstIndex: number;
  /** Sums are added to it. */
  readonly out: Float64Array;
}

/** Adds the sums over one batch, in inference mode, and says for each sample which class was predicted. */
export function evaluateBatch(built: BuiltModel, options: EvaluationOptions): SamplePrediction[] {
  const { layout, classTarget, batch, firstIndex, out } = options;
  if (out.length !== layout.length)
    throw new Error(`evaluation vector of ${out.length} values, not ${layout.length}`);
  if (batch.size === 0) return [];
  const { tf } = built.engine;
  return tf.tidy(() => {
    const targets = targetsToEngine(built, batch.targets);
    const outputs = runModel(built, batch.inputs);
    addAll(out, 0, lossSum(built, targets, outputs).dataSync());
    addAll(out, 1, metricSums(built, targets, outputs)?.dataSync() ?? []);
    out[layout.length - 1]! += batch.size;
    if (classTarget === null) return [];
    const predictions = classTarget.read(batch.targets[0]!, outputs[0]!.dataSync() as Float32Array);
    if (layout.numClasses > 0) countConfusion(layout, predictions, out);
    return predictions.map((prediction, index) => ({ index: firstIndex + index, ...prediction }));
  });
}

/** One host tensor for each output of the model, in inference mode. */
export function predict(built: RunnableModel, inputs: readonly HostTensor[]): HostTensor[] {
  let outputs: HostTensor[] = [];
  built.engine.tf.tidy(() => {
    outputs = runModel(built, inputs).map(toHost);
  });
  return outputs;
}

/** The model's outputs for a batch of inputs, in inference mode. Call it inside `tf.tidy`. */
function runModel(built: RunnableModel, inputs: readonly HostTensor[]): Tensor[] {
  return [built.network.apply(inputsToEngine(built, inputs), { training: false })].flat() as Tensor[];
}

function countConfusion(
  { metricNames, numClasses }: EvaluationLayout,
  predictions: readonly Omit<SamplePrediction, 'index'>[],
  out: Float64Array,
): void {
  const start = 1 + metricNames.length;
  for (const { actual, predicted } of predictions) out[start + actual * numClasses + predicted]! += 1;
}

function addAll(out: Float64Array, offset: number, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) out[offset + i]! += values[i]!;
}
