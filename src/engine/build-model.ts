import type { Optimizer } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { LockstepError } from '../core/errors.ts';
import { INITIAL_WEIGHTS_STREAM, withSeededRandom } from './determinism.ts';
import type { LossFunction, ModelContext, ModelDefinition } from './model-definition.ts';
import { allLayers, type Layer } from './model-layers.ts';
import type { Engine } from './open-engine.ts';

export type Weight = LayersModel['weights'][number];

/** The shapes that a model must fit; a `LoadedDataset` says them. */
export interface DatasetShapes {
  /** Shape of one sample of each input, without the batch axis. */
  readonly inputShapes: readonly (readonly number[])[];
  readonly targetShapes: readonly (readonly number[])[];
  readonly classNames: readonly string[] | null;
}

export interface ModelOutput {
  readonly name: string;
  /** Shape of one sample; null stands for an extent that varies. */
  readonly shape: readonly (number | null)[];
  /** `meanSquaredError` and the like, or the name of the program's own function. */
  readonly lossName: string;
  readonly hasOwnLoss: boolean;
  readonly lossFunction: LossFunction;
}

export interface Metric {
  readonly name: string;
  readonly compute: LossFunction;
  /** Index of the output that it looks at. */
  readonly output: number;
}

/** A program's model on an engine, with its losses, metrics and optimizer resolved. */
export interface BuiltModel {
  readonly engine: Engine;
  readonly seed: number;
  /** What the program returned; what is exported. */
  readonly model: LayersModel;
  /** The model that computes: `model` itself, or the functional model inside a `tf.sequential`. */
  readonly network: LayersModel;
  readonly optimizer: Optimizer;
  readonly layers: readonly Layer[];
  readonly outputs: readonly ModelOutput[];
  readonly metrics: readonly Metric[];
  /** All weights; a weight is known by its index here. */
  readonly weights: readonly Weight[];
  readonly trainableWeights: readonly Weight[];
  /** Non-trainable weights that a forward pass may change: moving averages, not the weights of frozen layers. */
  readonly stateWeights: readonly Weight[];
}

export interface BuildOptions {
  readonly engine: Engine;
  readonly definition: ModelDefinition;
  readonly seed: number;
  readonly dataset: DatasetShapes;
}

/**
 * Calls the program for its model and optimizer, with every random draw seeded by the job, and resolves its losses and
 * metrics as `LayersModel.compile` does. Throws PROGRAM_INVALID where the program throws or returns something else,
 * MODEL_INVALID where the model cannot be trained.
 */
export async function buildModel({ engine, definition, seed, dataset }: BuildOptions): Promise<BuiltModel> {
  const context: ModelContext = { tf: engine.tf, seed, ...dataset };
  const { model, optimizer } = await withSeededRandom([seed, INITIAL_WEIGHTS_STREAM], async () => {
    const model = await callProgram('model', () => definition.model(context));
    requireLayersModel(engine, model);
    return { model, optimizer: await createOptimizer(definition, context) };
  });
  compile(model, optimizer, definition);
  const network = (model as { model?: LayersModel }).model ?? model;
  const layers = allLayers(model);
  const frozen = new Set(layers.flatMap(ownTrainableWeights));
  const weights = [...new Set(model.weights)];
  const trainable = new Set(model.trainableWeights);
  return Object.freeze({
    engine,
    seed,
    model,
    network,
    optimizer: model.optimizer,
    layers,
    outputs: resolveOutputs(network, definition.loss),
    metrics: resolveMetrics(network),
    weights,
    trainableWeights: weights.filter((weight) => trainable.has(weight)),
    stateWeights: weights.filter((weight) => !trainable.has(weight) && !frozen.has(weight)),
  });
}

async function callProgram<T>(what: string, call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    throw new LockstepError('PROGRAM_INVALID', `The program's "${what}" threw: ${message}`, stack);
  }
}

function requireLayersModel(engine: Engine, model: unknown): asserts model is LayersModel {
  if (model instanceof engine.tf.LayersModel) return;
  throw new LockstepError(
    'PROGRAM_INVALID',
    'The program\'s "model" must return a tf.LayersModel (tf.sequential or tf.model) made with the tf that it is given.',
  );
}

async function createOptimizer(
  definition: ModelDefinition,
  context: ModelContext,
): Promise<Optimizer | string> {
  const choice = definition.optimizer;
  return typeof choice === 'string' ? choice : callProgram('optimizer', () => choice(context));
}

function compile(
  model: LayersModel,
  optimizer: Optimizer | string,
  { loss, metrics }: ModelDefinition,
): void {
  try {
    model.compile({ optimizer, loss, ...(metrics === undefined ? {} : { metrics }) } as Parameters<
      LayersModel['compile']
    >[0]);
  } catch (error) {
    throw new LockstepError(
      'MODEL_INVALID',
      `Loss, metrics or optimizer do not fit the model: ${messageOf(error)}`,
    );
  }
}

function resolveOutputs(model: LayersModel, loss: ModelDefinition['loss']): ModelOutput[] {
  return model.outputNames.map((name, index) => {
    const chosen = typeof loss !== 'object' ? loss : Array.isArray(loss) ? loss[index] : loss[name];
    if (chosen === undefined) {
      throw new LockstepError(
        'MODEL_INVALID',
        `The output "${name}" has no loss; name one for every output.`,
      );
    }
    return {
      name,
      shape: model.outputs[index]!.shape.slice(1),
      lossName: typeof chosen === 'string' ? chosen : chosen.name || 'loss',
      hasOwnLoss: typeof chosen !== 'string',
      lossFunction: model.lossFunctions[index]!,
    };
  });
}

/** `compile` lists the metrics behind the entry `loss`. */
function resolveMetrics(model: LayersModel): Metric[] {
  return model.metricsTensors.map(([compute, output], index) => ({
    name: model.metricsNames[index + 1]!,
    compute,
    output,
  }));
}

/** The weights that a layer made as trainable, whether or not the layer was frozen since. */
function ownTrainableWeights(layer: Layer): Weight[] {
  return (layer as unknown as { _trainableWeights: Weight[] })._trainableWeights ?? [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
