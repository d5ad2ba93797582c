import type { Tensor } from '@tensorflow/tfjs-core';
import { LockstepError } from '../core/errors.ts';
import type { HostTensor } from '../core/host-tensor.ts';
import type { BuiltModel, ModelOutput } from './build-model.ts';
import { toEngine } from './host-tensors.ts';

/** The inputs of a batch on the engine, each in the type that the model's input has. */
export function inputsToEngine(
  { engine, network }: Pick<BuiltModel, 'engine' | 'network'>,
  inputs: readonly HostTensor[],
): Tensor[] {
  return inputs.map((input, index) => toEngine(engine.tf, input, network.inputs[index]!.dtype));
}

/**
 * The targets of a batch on the engine, as float32, which is what the losses of TF.js expect.
 * Throws DATA_INVALID for a class that the model's output has no unit for: TF.js would learn nothing from it, silently.
 */
export function targetsToEngine({ engine, outputs }: BuiltModel, targets: readonly HostTensor[]): Tensor[] {
  return targets.map((target, index) => {
    const output = outputs[index]!;
    if (isSparse(output)) requireClasses(target, output);
    return toEngine(engine.tf, target, 'float32');
  });
}

/** Whether the target of this output is the number of a class. */
export function isSparse({ hasOwnLoss, lossName }: ModelOutput): boolean {
  return !hasOwnLoss && lossName === 'sparseCategoricalCrossentropy';
}

function requireClasses(target: HostTensor, { name, shape }: ModelOutput): void {
  const numClasses = shape.at(-1) ?? Number.POSITIVE_INFINITY;
  const wrong = target.data.find((label) => !(label >= 0 && label < numClasses));
  if (wrong === undefined) return;
  throw new LockstepError(
    'DATA_INVALID',
    `A target is class ${wrong}, but the output "${name}" has ${numClasses} classes, 0 to ${numClasses - 1}. ` +
      'Correct the data, or give the last layer as many units as there are classes.',
  );
}
