import type { Variable } from '@tensorflow/tfjs-core';
import { LockstepError } from '../core/errors.ts';
import type { HostTensor } from '../core/host-tensor.ts';
import type { BuiltModel } from './build-model.ts';
import { variableOf, writeWeight } from './flat-weights.ts';
import { viewOnHost } from './host-tensors.ts';
import { createSlots, type OptimizerParts, optimizerParts } from './optimizer-parts.ts';
import type { ReplicaState } from './replica.ts';

type NamedTensor = ReplicaState['tensors'][number];

const ITERATIONS = 'optimizer/iterations';

/**
 * All weights, then everything that the optimizer remembers, bit for bit. TF.js' own `getWeights` and `setWeights` lose
 * some of it: Adam's beta powers are recomputed with other rounding, Adamax refuses.
 */
export function saveState(built: BuiltModel): ReplicaState {
  const { tensors } = viewState(built);
  return {
    tensors: tensors.map(({ name, value }) => ({ name, value: { ...value, data: value.data.slice() } })),
  };
}

/**
 * The same without a copy where the engine's memory can be seen: the values are good until anything else runs on the
 * engine.
 */
export function viewState(built: BuiltModel): ReplicaState {
  const { tf } = built.engine;
  const parts = optimizerParts(tf, built.optimizer);
  const tensors: NamedTensor[] = built.weights.map((weight, index) => ({
    name: weightName(index),
    value: float32(weight.shape as number[], viewOnHost(tf, variableOf(weight))),
  }));
  tensors.push({
    name: ITERATIONS,
    value: { shape: [], dtype: 'int32', data: Int32Array.of(parts.iterations) },
  });
  for (const { name, variable } of optimizerVariables(parts)) {
    tensors.push({ name, value: float32(variable.shape, viewOnHost(tf, variable)) });
  }
  return { tensors };
}

/** The inverse of `saveState`. Throws CHECKPOINT_INVALID, before it changes anything, when names or shapes do not fit. */
export function loadState(built: BuiltModel, state: ReplicaState): void {
  const { tf } = built.engine;
  const found = new Map(state.tensors.map(({ name, value }) => [name, value]));
  checkNamesAndShapes(found, expectedShapes(built, found));
  const valuesOf = (name: string) => found.get(name)!.data as Float32Array;

  for (const [index, weight] of built.weights.entries()) writeWeight(tf, weight, valuesOf(weightName(index)));
  const { slots, setIterations } = optimizerParts(tf, built.optimizer);
  for (const name of slots.keys()) {
    createSlots(tf, built.optimizer, {
      name,
      weights: found.has(slotName(name, 0)) ? built.trainableWeights : [],
    });
  }
  for (const { name, variable } of optimizerVariables(optimizerParts(tf, built.optimizer))) {
    tf.tidy(() => variable.assign(tf.tensor(valuesOf(name), variable.shape, 'float32')));
  }
  setIterations(found.get(ITERATIONS)!.data[0]!);
}

/** Slots that were saved must be there for every weight; before the first step there are none. */
function expectedShapes(
  built: BuiltModel,
  found: ReadonlyMap<string, HostTensor>,
): Map<string, readonly number[]> {
  const { variables, slots } = optimizerParts(built.engine.tf, built.optimizer);
  const shapes = new Map<string, readonly number[]>([[ITERATIONS, []]]);
  for (const [index, { shape }] of built.weights.entries()) shapes.set(weightName(index), shape as number[]);
  for (const [name, { shape }] of variables) shapes.set(`optimizer/${name}`, shape);
  for (const name of slots.keys()) {
    if (!found.has(slotName(name, 0))) continue;
    for (const [index, { shape }] of built.trainableWeights.entries()) {
      shapes.set(slotName(name, index), shape as number[]);
    }
  }
  return shapes;
}

/** Every variable of the optimizer, by its name in a saved state. */
function optimizerVariables({ variables, slots }: OptimizerParts): { name: string; variable: Variable }[] {
  return [
    ...[...variables].map(([name, variable]) => ({ name: `optimizer/${name}`, variable })),
    ...[...slots].flatMap(([name, entries]) =>
      entries.map((variable, index) => ({ name: slotName(name, index), variable })),
    ),
  ];
}

function checkNamesAndShapes(
  found: ReadonlyMap<string, HostTensor>,
  expected: ReadonlyMap<string, readonly number[]>,
): void {
  for (const [name, shape] of expected) {
    const value = found.get(name);
    if (value === undefined) throw invalid(`it lacks "${name}"`);
    if (String(value.shape) !== String(shape)) {
      throw invalid(`"${name}" has shape [${value.shape}] and the model expects [${shape}]`);
    }
    if (value.dtype !== (name === ITERATIONS ? 'int32' : 'float32'))
      throw invalid(`"${name}" is ${value.dtype}`);
  }
  for (const name of found.keys())
    if (!expected.has(name)) throw invalid(`it has "${name}", which nothing uses`);
}

function invalid(what: string): LockstepError {
  return new LockstepError(
    'CHECKPOINT_INVALID',
    `The saved state does not fit this model and optimizer: ${what}. Use the program that it was saved with.`,
  );
}

function weightName(index: number): string {
  return `weights/${index}`;
}

function slotName(slot: string, index: number): string {
  return `optimizer/${slot}/${index}`;
}

function float32(shape: readonly number[], data: Float32Array): HostTensor {
  return { shape: [...shape], dtype: 'float32', data };
}
