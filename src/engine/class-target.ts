import { LockstepError } from '../core/errors.ts';
import { elementCount, type HostTensor } from '../core/host-tensor.ts';
import type { BuiltModel, DatasetShapes } from './build-model.ts';
import type { SamplePrediction } from './replica.ts';

type ClassPrediction = Omit<SamplePrediction, 'index'>;

/** How to read actual and predicted classes of the first target, where it is a class. */
export interface ClassTarget {
  readonly numClasses: number;
  /** `scores` are the values of the first output for the samples of `target`, row by row. */
  readonly read: (target: HostTensor, scores: Float32Array) => ClassPrediction[];
}

/** Losses that say that the target is one class of several, given as a one-hot row. */
const ONE_HOT_LOSSES: readonly string[] = ['categoricalCrossentropy', 'categoricalHinge'];

/**
 * Finds out whether the first target is a class, from the loss, the class names and the shapes: a one-hot row, the
 * number of the class, or 0 or 1 against a single unit. Null for anything else: regression, several labels, sequences.
 */
export function findClassTarget(built: BuiltModel, dataset: DatasetShapes): ClassTarget | null {
  const { lossName, hasOwnLoss, shape } = built.outputs[0]!;
  const numUnits = shape[0];
  if (shape.length !== 1 || numUnits === null || numUnits === undefined) return null;
  const targetSize = elementCount(dataset.targetShapes[0]!);
  const named = dataset.classNames !== null;
  const builtIn = hasOwnLoss ? '' : lossName;
  const areLogits = hasOwnLoss && hasLinearActivation(built);

  if (numUnits === 1) {
    if (targetSize !== 1 || !(builtIn === 'binaryCrossentropy' || dataset.classNames?.length === 2))
      return null;
    return {
      numClasses: 2,
      read: (target, scores) => readBinary(target, areLogits ? scores.map(sigmoid) : scores),
    };
  }
  const isSparse = targetSize === 1 && (builtIn === 'sparseCategoricalCrossentropy' || named);
  const isOneHot = targetSize === numUnits && (ONE_HOT_LOSSES.includes(builtIn) || named);
  if (!isSparse && !isOneHot) return null;
  return {
    numClasses: numUnits,
    read: (target, scores) =>
      Array.from({ length: scores.length / numUnits }, (_, i) => {
        const row = scores.subarray(i * numUnits, (i + 1) * numUnits);
        const predicted = indexOfMax(row);
        const actual = isSparse
          ? requireClass(target.data[i]!, numUnits)
          : indexOfMax(target.data.subarray(i * numUnits, (i + 1) * numUnits));
        return { actual, predicted, probability: areLogits ? softmaxOfMax(row, predicted) : row[predicted]! };
      }),
  };
}

/** The integer part, as TF.js reads it. */
function requireClass(label: number, numClasses: number): number {
  if (label >= 0 && label < numClasses) return Math.floor(label);
  throw new LockstepError(
    'DATA_INVALID',
    `A target is class ${label}, but the model has ${numClasses} classes.`,
  );
}

function readBinary(target: HostTensor, probabilities: Float32Array): ClassPrediction[] {
  return Array.from(probabilities, (probability, i) => {
    const predicted = probability > 0.5 ? 1 : 0;
    return {
      actual: target.data[i]! > 0.5 ? 1 : 0,
      predicted,
      probability: predicted === 1 ? probability : 1 - probability,
    };
  });
}

/** The first of the greatest, as `tf.argMax` has it. */
function indexOfMax(row: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < row.length; i++) if (row[i]! > row[best]!) best = i;
  return best;
}

function softmaxOfMax(row: Float32Array, max: number): number {
  return 1 / row.reduce((sum, score) => sum + Math.exp(score - row[max]!), 0);
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function hasLinearActivation({ network }: BuiltModel): boolean {
  const layer = network.outputLayers[0] as unknown as { activation?: { getClassName(): string } };
  return layer.activation?.getClassName() === 'linear';
}
