import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { LockstepError } from '../core/errors.ts';
import type { BuiltModel } from './build-model.ts';
import type { Tf } from './tf.ts';

/**
 * The sum over a batch of a loss or metric: `value` is either a scalar (a mean over the batch) or has one value or
 * more for each sample, whose mean is the sample's. Throws MODEL_INVALID for any other shape.
 */
export function sumOverSamples(tf: Tf, name: string, value: Tensor, batchSize: number): Scalar {
  const numbers = value.dtype === 'float32' ? value : tf.cast(value, 'float32');
  if (numbers.rank === 0) return tf.mul(numbers, batchSize);
  if (numbers.shape[0] !== batchSize) {
    throw new LockstepError(
      'MODEL_INVALID',
      `"${name}" returned a tensor of shape [${numbers.shape}] for a batch of ${batchSize} samples; ` +
        'return a scalar (the mean over the batch) or one value for each sample.',
    );
  }
  const sum = tf.sum(numbers) as Scalar;
  const valuesPerSample = numbers.size / batchSize;
  return valuesPerSample === 1 ? sum : tf.div(sum, valuesPerSample);
}

/** Sum over the batch of every output's loss, plus the regularisation losses once for each sample. */
export function lossSum(built: BuiltModel, targets: readonly Tensor[], outputs: readonly Tensor[]): Scalar {
  const { tf } = built.engine;
  const batchSize = outputs[0]!.shape[0]!;
  const sums = built.outputs.map(({ lossName, lossFunction }, index) =>
    sumOverSamples(tf, lossName, lossFunction(targets[index]!, outputs[index]!), batchSize),
  );
  for (const penalty of built.network.calculateLosses()) sums.push(tf.mul(penalty, batchSize));
  return sums.reduce((total, sum) => tf.add(total, sum));
}

/** Sum over the batch of every metric, shape `[numMetrics]`; null where there is no metric. */
export function metricSums(
  built: BuiltModel,
  targets: readonly Tensor[],
  outputs: readonly Tensor[],
): Tensor | null {
  const { tf } = built.engine;
  const batchSize = outputs[0]!.shape[0]!;
  const sums = built.metrics.map(({ name, compute, output }) =>
    sumOverSamples(tf, name, compute(targets[output]!, outputs[output]!), batchSize),
  );
  return sums.length === 0 ? null : tf.stack(sums);
}
