import type { NamedTensorMap, Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Batch } from '../core/host-tensor.ts';
import type { Range } from '../core/plan/range.ts';
import type { BuiltModel } from './build-model.ts';
import { MICRO_SHARD_STREAM, withLayerSeeds, withSeededRandom } from './determinism.ts';
import { inputsToEngine, targetsToEngine } from './engine-batch.ts';
import { variableOf } from './flat-weights.ts';
import { type Around, createGradientWriter } from './gradient-stream.ts';
import { lossSum, metricSums } from './losses.ts';
import type { StepLayout } from './replica.ts';
import { stepOffsets } from './step-layout.ts';

/** Which micro-shard of which step; together with the job's seed it seeds every random draw inside. */
export interface MicroShardPosition {
  readonly step: number;
  readonly microShard: number;
}

export interface MicroShardRequest {
  readonly batch: Batch;
  readonly position: MicroShardPosition;
  /** Receives the sums, laid out as the step layout says. */
  readonly out: Float32Array;
  readonly onFinal?: ((range: Range) => void) | undefined;
}

/**
 * Evaluates to the function behind `Replica.computeMicroShard`. No weight changes: what a forward pass does to
 * non-trainable weights is measured and undone. An empty micro-shard gives zeros.
 */
export function createMicroShardFunction(
  built: BuiltModel,
  layout: StepLayout,
): (request: MicroShardRequest) => void {
  const offsets = stepOffsets(layout);
  const writeGradients = createGradientWriter(built);
  return ({ batch, position, out, onFinal }) => {
    if (out.length !== layout.length)
      throw new Error(`step vector of ${out.length} values, not ${layout.length}`);
    if (batch.size === 0) {
      out.fill(0);
      onFinal?.({ begin: 0, end: layout.length });
      return;
    }
    built.engine.tf.tidy(() =>
      withStateRestored(built, (before) => {
        const { loss, metrics } = writeGradients({ out, onFinal }, (around) =>
          differentiate(built, batch, { position, around }),
        );
        writeStateUpdates(built, { before, count: batch.size, out: out.subarray(offsets.state) });
        out[offsets.loss] = loss.dataSync()[0]!;
        if (metrics !== null) out.set(metrics.dataSync(), offsets.metrics);
        metrics?.dispose();
      }),
    );
    out[offsets.count] = batch.size;
    onFinal?.({ begin: offsets.state, end: layout.length });
  };
}

/**
 * Runs a forward pass and gives the non-trainable weights their values back, which `run` gets to compare with.
 * Call it inside `tf.tidy`.
 */
export function withStateRestored(built: BuiltModel, run: (before: readonly Tensor[]) => void): void {
  const before = built.stateWeights.map((weight) => variableOf(weight).clone());
  try {
    run(before);
  } finally {
    for (const [index, weight] of built.stateWeights.entries()) variableOf(weight).assign(before[index]!);
  }
}

interface Derivatives {
  readonly loss: Scalar;
  /** Kept: the caller disposes it. */
  readonly metrics: Tensor | null;
  /** By the name of the weight's variable; a weight that the loss does not depend on is missing. */
  readonly gradients: NamedTensorMap;
}

/**
 * One forward and one backward pass in training mode, the forward pass inside of `around`. Moves the non-trainable
 * weights. Call it inside `tf.tidy`.
 */
export function differentiate(
  built: BuiltModel,
  batch: Batch,
  { position, around = (forward) => forward() }: { position: MicroShardPosition; around?: Around },
): Derivatives {
  const { tf } = built.engine;
  const seeds = [built.seed, MICRO_SHARD_STREAM, position.step, position.microShard];
  const inputs = inputsToEngine(built, batch.inputs);
  const targets = targetsToEngine(built, batch.targets);
  let metrics: Tensor | null = null;
  const forward = () => {
    const outputs = [built.network.apply(inputs, { training: true })].flat() as Tensor[];
    metrics = metricSums(built, targets, outputs);
    if (metrics !== null) tf.keep(metrics);
    return lossSum(built, targets, outputs);
  };
  const variables = built.trainableWeights.map(variableOf);
  const { value, grads } = withSeededRandom(seeds, () =>
    withLayerSeeds(built.layers, seeds, () => tf.variableGrads(() => around(forward), variables)),
  );
  return { loss: value, metrics, gradients: grads };
}

function writeStateUpdates(
  built: BuiltModel,
  { before, count, out }: { before: readonly Tensor[]; count: number; out: Float32Array },
): void {
  let offset = 0;
  built.stateWeights.forEach((weight, index) => {
    const oldValues = before[index]!.dataSync();
    const newValues = variableOf(weight).dataSync();
    for (let i = 0; i < newValues.length; i++) out[offset + i] = count * (newValues[i]! - oldValues[i]!);
    offset += newValues.length;
  });
}
