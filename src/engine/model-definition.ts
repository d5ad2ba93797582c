import type { Optimizer, Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Tf } from './tf.ts';

/** What a program may look at while it builds its model and optimizer. */
export interface ModelContext {
  /** The TensorFlow.js of this process; a program must use this copy and no other. */
  readonly tf: Tf;
  /** The job's seed. Initial weights are seeded by Lockstep; a program rarely needs this. */
  readonly seed: number;
  /** Shape of one sample of each input, without the batch axis. */
  readonly inputShapes: readonly (readonly number[])[];
  /** Shape of one sample of each target, without the batch axis. */
  readonly targetShapes: readonly (readonly number[])[];
  readonly classNames: readonly string[] | null;
}

/** A loss or metric of the program's own: a scalar (mean over the batch) or one value for each sample. */
export type LossFunction = (target: Tensor, prediction: Tensor) => Tensor;

type OutputMetrics = string | LossFunction | (string | LossFunction)[];

/** The part of a program that the engine needs. `loss` and `metrics` take what `LayersModel.compile` takes. */
export interface ModelDefinition {
  readonly model: (context: ModelContext) => LayersModel | Promise<LayersModel>;
  readonly loss: string | LossFunction | (string | LossFunction)[] | Record<string, string | LossFunction>;
  readonly optimizer: string | ((context: ModelContext) => Optimizer);
  readonly metrics?: OutputMetrics | Record<string, OutputMetrics> | undefined;
}
