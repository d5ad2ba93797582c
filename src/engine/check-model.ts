import { LockstepError } from '../core/errors.ts';
import type { BuiltModel, DatasetShapes, ModelOutput } from './build-model.ts';
import { isSparse } from './engine-batch.ts';
import { engineSampleShape } from './host-tensors.ts';

type Shape = readonly (number | null)[];

/** Throws MODEL_INVALID where the model does not fit the dataset, or cannot be trained by sums over micro-shards. */
export function checkModel(built: BuiltModel, dataset: DatasetShapes): void {
  checkInputs(built, dataset);
  checkTargets(built, dataset);
  if (built.trainableWeights.length === 0)
    throw invalid('The model has no trainable weight; unfreeze a layer.');
  for (const { name, dtype } of built.weights) {
    if (dtype !== 'float32') throw invalid(`The weight "${name}" is ${dtype}; weights must be float32.`);
  }
  for (const layer of built.layers) {
    if (!layer.stateful) continue;
    throw invalid(
      `The layer "${layer.name}" is stateful: what it computes depends on the batches before. Set stateful: false.`,
    );
  }
}

function checkInputs({ network }: BuiltModel, { inputShapes }: DatasetShapes): void {
  const expected = network.inputs.map((input) => input.shape.slice(1));
  if (expected.length !== inputShapes.length) {
    throw invalid(`The model has ${expected.length} inputs and the dataset has ${inputShapes.length}.`);
  }
  expected.forEach((shape, index) => {
    if (fits(engineSampleShape(inputShapes[index]!), shape)) return;
    throw invalid(
      `Input ${index} ("${network.inputNames[index]}") takes samples of shape ${show(shape)}, ` +
        `the dataset has ${show(inputShapes[index]!)}. Set inputShape to the dataset's shape.`,
    );
  });
}

function checkTargets({ outputs }: BuiltModel, { targetShapes, classNames }: DatasetShapes): void {
  if (outputs.length !== targetShapes.length) {
    throw invalid(
      `The model has ${outputs.length} outputs and the dataset has ${targetShapes.length} targets.`,
    );
  }
  outputs.forEach((output, index) => {
    const target = engineSampleShape(targetShapes[index]!);
    if (output.hasOwnLoss || fitsLoss(target, output)) return;
    const { name, shape, lossName } = output;
    throw invalid(
      `The loss "${lossName}" compares output "${name}" of shape ${show(shape)} with targets of shape ` +
        `${show(targetShapes[index]!)}. ${adviceFor(target, output)}`,
    );
  });
  const units = outputs[0]!.shape.at(-1);
  if (classNames !== null && outputs[0]!.shape.length === 1 && typeof units === 'number' && units > 1) {
    if (units < classNames.length) {
      throw invalid(
        `The dataset has ${classNames.length} classes and the model's output only ${units} units.`,
      );
    }
  }
}

function fitsLoss(target: Shape, output: ModelOutput): boolean {
  if (!isSparse(output)) return fits(target, output.shape);
  const positions = output.shape.slice(0, -1);
  return fits(target, [...positions, 1]) || (positions.length > 0 && fits(target, positions));
}

function adviceFor(target: Shape, output: ModelOutput): string {
  if (isSparse(output))
    return 'It needs one class number for each row of units; use categoricalCrossentropy for one-hot targets.';
  if (target.at(-1) === 1 && output.lossName === 'categoricalCrossentropy') {
    return 'Use sparseCategoricalCrossentropy for targets that are class numbers.';
  }
  return 'The shapes must be equal.';
}

function fits(actual: Shape, expected: Shape): boolean {
  return (
    actual.length === expected.length &&
    expected.every((extent, axis) => extent === null || extent < 0 || extent === actual[axis])
  );
}

function show(shape: Shape): string {
  return `[${shape.map((extent) => extent ?? 'any').join(', ')}]`;
}

function invalid(message: string): LockstepError {
  return new LockstepError('MODEL_INVALID', message);
}
