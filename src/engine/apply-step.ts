import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { BuiltModel } from './build-model.ts';
import { readWeight, sizeOf, variableOf, writeWeight } from './flat-weights.ts';
import type { StepLayout, Summary } from './replica.ts';
import { stepOffsets, summarizeStep } from './step-layout.ts';
import { createOptimizerKernels } from './wasm/optimizer-kernels.ts';

/** Takes one optimizer step from the reduced vector. */
export type ApplyStep = (reduced: Float32Array) => Summary;

/**
 * Optimizer steps: gradients divided by the sample count, once, and one step of the optimizer with every trainable
 * weight in fixed order, because optimizers keep their slots by position and advance their counters by call.
 * Non-trainable weights move by their mean update, constraints are applied last.
 */
export function createApplyStep(built: BuiltModel, layout: StepLayout): ApplyStep {
  const { name, tf } = built.engine;
  const runKernels =
    name === 'wasm' ? createOptimizerKernels(built, tf.backend() as BackendWasm) : () => false;
  return (reduced) => {
    if (reduced.length !== layout.length)
      throw new Error(`step vector of ${reduced.length} values, not ${layout.length}`);
    const summary = summarizeStep(reduced, layout);
    const { state, loss } = stepOffsets(layout);
    if (!runKernels(reduced, summary.numSamples)) applyGradients(built, reduced, summary.numSamples);
    applyConstraints(built);
    applyStateUpdates(built, reduced.subarray(state, loss), summary.numSamples);
    return summary;
  };
}

/** The step of an optimizer that no kernel knows. */
function applyGradients(built: BuiltModel, sums: Float32Array, numSamples: number): void {
  const { tf } = built.engine;
  tf.tidy(() => {
    let offset = 0;
    const gradients = built.trainableWeights.map((weight) => {
      const size = sizeOf(weight);
      const mean = sums.slice(offset, offset + size);
      for (let i = 0; i < size; i++) mean[i]! /= numSamples;
      offset += size;
      return { name: variableOf(weight).name, tensor: tf.tensor(mean, weight.shape as number[], 'float32') };
    });
    built.optimizer.applyGradients(gradients);
  });
}

/** TF.js assigns around the constraints of layers, so they are applied here. */
function applyConstraints(built: BuiltModel): void {
  built.engine.tf.tidy(() => {
    for (const weight of built.trainableWeights) {
      const { constraint } = weight as unknown as { constraint: { apply(w: unknown): never } | null };
      if (constraint != null) variableOf(weight).assign(constraint.apply(variableOf(weight)));
    }
  });
}

/** A weight whose update is zero keeps its bits. */
function applyStateUpdates(built: BuiltModel, sums: Float32Array, numSamples: number): void {
  let offset = 0;
  for (const weight of built.stateWeights) {
    const updates = sums.subarray(offset, offset + sizeOf(weight));
    offset += updates.length;
    if (updates.every((update) => update === 0)) continue;
    const values = readWeight(weight);
    for (let i = 0; i < values.length; i++) if (updates[i] !== 0) values[i]! += updates[i]! / numSamples;
    writeWeight(built.engine.tf, weight, values);
  }
}
