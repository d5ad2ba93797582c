/**
 * Optimizers of TensorFlow.js in one pass over each weight, where TensorFlow.js makes a dozen: the same float32
 * operations in the same order, so the same bits, and what they remember stays in the optimizer's own slots.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo, Variable } from '@tensorflow/tfjs-core';
import { createKernels } from '../../kernels/create-kernels.ts';
import type { Kernels, SgdStep } from '../../kernels/kernels.ts';
import type { BuiltModel } from '../build-model.ts';
import { sizeOf, variableOf } from '../flat-weights.ts';
import { createSlots, type OptimizerParts, optimizerParts } from '../optimizer-parts.ts';
import { type OptimizerSettings, settingsOf } from '../optimizer-settings.ts';
import { heapMemory } from './heap-kernels.ts';
import { heapValues } from './kernel-call.ts';

/** Moves every trainable weight by its mean gradient `sums / count`; does nothing and returns false if no kernel can. */
export type OptimizerKernels = (sums: Float32Array, count: number) => boolean;

/** Steps of the model's optimizer in the memory of `backend`, which must be the one that computes. */
export function createOptimizerKernels(built: BuiltModel, backend: BackendWasm): OptimizerKernels {
  const kernels = createKernels(heapMemory(backend));
  const valuesOf = (x: TensorInfo) => heapValues(backend, x);
  return (sums, count) => {
    const settings = settingsOf(built.engine.tf, built.optimizer);
    if (settings === null) return false;
    const parts = partsWithSlots(built);
    const move = moveBy(kernels, settings, parts);
    let offset = 0;
    for (const [index, weight] of built.trainableWeights.entries()) {
      const size = sizeOf(weight);
      const moved = backend.makeOutput(weight.shape as number[], 'float32');
      const gradient = backend.makeOutput([size], 'float32');
      valuesOf(moved).set(valuesOf(variableOf(weight)));
      valuesOf(gradient).set(sums.subarray(offset, offset + size));
      const slots = [...parts.slots.values()].map((slot) => valuesOf(slot[index]!));
      move({ weights: valuesOf(moved), sums: valuesOf(gradient), count }, slots);
      backend.disposeData(gradient.dataId);
      assign(built, variableOf(weight), moved);
      offset += size;
    }
    parts.setIterations(parts.iterations + 1);
    if (settings.kind === 'adam') advancePowers(built, settings, parts);
    return true;
  };
}

type AdamSettings = OptimizerSettings & { kind: 'adam' };

/** One optimizer step of one weight, whose slots are in the order of the optimizer's fields. */
type Move = (step: Pick<SgdStep, 'weights' | 'sums' | 'count'>, slots: readonly Float32Array[]) => void;

function moveBy(kernels: Kernels, settings: OptimizerSettings, { variables }: OptimizerParts): Move {
  if (settings.kind === 'sgd') return (step) => kernels.sgd({ ...settings, ...step });
  if (settings.kind === 'momentum') {
    return (step, [velocity]) => kernels.momentum({ ...settings, ...step, velocity: velocity! });
  }
  const [beta1Power, beta2Power] = ['accBeta1', 'accBeta2'].map(
    (name) => variables.get(name)!.dataSync()[0]!,
  );
  const powers = { beta1Power: beta1Power!, beta2Power: beta2Power! };
  return (step, [firstMoment, secondMoment]) =>
    kernels.adam({
      ...settings,
      ...step,
      ...powers,
      firstMoment: firstMoment!,
      secondMoment: secondMoment!,
    });
}

function advancePowers({ engine: { tf } }: BuiltModel, settings: AdamSettings, parts: OptimizerParts): void {
  const [power1, power2] = [parts.variables.get('accBeta1')!, parts.variables.get('accBeta2')!];
  tf.tidy(() => {
    power1.assign(tf.mul(power1, settings.beta1));
    power2.assign(tf.mul(power2, settings.beta2));
  });
}

/** The optimizer's parts; slots are made when the first step needs them. */
function partsWithSlots({ engine: { tf }, optimizer, trainableWeights }: BuiltModel): OptimizerParts {
  for (const [name, slot] of optimizerParts(tf, optimizer).slots) {
    if (slot.length === 0) createSlots(tf, optimizer, { name, weights: trainableWeights });
  }
  return optimizerParts(tf, optimizer);
}

/** New data rather than new values in the old: other tensors may share the old, and kernels know packed copies by it. */
function assign({ engine: { tf } }: BuiltModel, variable: Variable, value: TensorInfo): void {
  tf.tidy(() => variable.assign(tf.engine().makeTensorFromTensorInfo(value)));
}
