import type { Optimizer } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Batch, HostTensor } from '../../../src/core/host-tensor.ts';
import { createReplica } from '../../../src/engine/create-replica.ts';
import { toEngine } from '../../../src/engine/host-tensors.ts';
import type { ModelContext, ModelDefinition } from '../../../src/engine/model-definition.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import {
  EXAMPLE_MODELS,
  type ExampleModel,
  floats,
  integers,
  numbers,
  oneHot,
  stepVector,
} from './example-models.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

const NUM_STEPS = 3;

/** Trains a replica, and beside it the same model by `trainOnBatch` of TF.js from the same weights. */
async function trainBothWays(example: ExampleModel, definition: ModelDefinition) {
  const { inputShapes, targetShapes, classNames } = example;
  let model: LayersModel | undefined;
  const remember = async (context: ModelContext) => {
    model = (await definition.model(context)) as LayersModel;
    return model;
  };
  const dataset = { inputShapes, targetShapes, classNames };
  const replica = await createReplica({ engine, definition, seed: 3, dataset });
  const other = await createReplica({
    engine,
    definition: { ...definition, model: remember },
    seed: 3,
    dataset,
  });
  const ours: number[][] = [];
  const theirs: number[][] = [];
  for (let step = 0; step < NUM_STEPS; step++) {
    const batch = example.makeBatch(6, step);
    const { loss, metrics } = replica.apply(stepVector(replica, batch, { step, microShard: 0 }));
    ours.push([loss, ...Object.values(metrics)]);
    theirs.push([await trainOnBatch(model!, batch)].flat());
  }
  const weights = (tensors: readonly { name: string; value: HostTensor }[]) =>
    tensors.filter(({ name }) => name.startsWith('weights/')).flatMap(({ value }) => [...value.data]);
  const result = {
    ours,
    theirs,
    ourWeights: weights(replica.saveState().tensors),
    theirWeights: model!.weights.flatMap((weight) => [...weight.read().dataSync()]),
  };
  replica.dispose();
  other.dispose();
  return result;
}

async function trainOnBatch(model: LayersModel, batch: Batch): Promise<number[]> {
  const tensors = (list: readonly HostTensor[]) => list.map((host) => toEngine(engine.tf, host, 'float32'));
  const targets = tensors(batch.targets).map((target, i) =>
    target.rank < model.outputs[i]!.shape.length ? target.expandDims(-1) : target,
  );
  return [await model.trainOnBatch(tensors(batch.inputs), targets)].flat() as number[];
}

function expectEqual({
  ours,
  theirs,
  ourWeights,
  theirWeights,
}: Awaited<ReturnType<typeof trainBothWays>>): void {
  expect(ours.map((row) => row.length)).toEqual(theirs.map((row) => row.length));
  expectClose(ours.flat(), theirs.flat());
  expectClose(ourWeights, theirWeights);
}

function expectClose(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(actual[i]! - value)).toBeLessThan(2e-5 * (1 + Math.abs(value)));
  }
}

const LOSSES = [
  'meanSquaredError',
  'meanAbsoluteError',
  'meanAbsolutePercentageError',
  'meanSquaredLogarithmicError',
  'squaredHinge',
  'hinge',
  'categoricalHinge',
  'logcosh',
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'binaryCrossentropy',
  'kullbackLeiblerDivergence',
  'poisson',
  'cosineProximity',
];

describe('a step of a replica, next to trainOnBatch of TF.js from the same weights,', () => {
  it.each(LOSSES)('is the same for the loss %s', async (loss) => {
    const isSparse = loss === 'sparseCategoricalCrossentropy';
    const example: ExampleModel = {
      ...EXAMPLE_MODELS.perceptron,
      targetShapes: isSparse ? [[]] : [[3]],
      makeBatch: (size, seed) => {
        const next = numbers(seed);
        const classes = integers([size], 3, next);
        return {
          size,
          inputs: [floats([size, 5], next)],
          targets: [isSparse ? classes : oneHot(classes, 3)],
        };
      },
    };
    const definition = {
      ...EXAMPLE_MODELS.perceptron.definition,
      loss,
      optimizer: 'sgd',
      metrics: ['accuracy', 'mae'],
    };
    // The mean absolute error wants targets of the output's shape.
    if (isSparse) definition.metrics = ['accuracy'];
    expectEqual(await trainBothWays(example, definition));
  });

  it.each<[string, ModelDefinition['optimizer']]>([
    ...['sgd', 'adagrad', 'adadelta', 'rmsprop', 'adam', 'adamax'].map((name): [string, string] => [
      name,
      name,
    ]),
    ['momentum', ({ tf }): Optimizer => tf.train.momentum(0.05, 0.9, true)],
    // TF.js subtracts the epsilon of a centred RMSProp, so that a positive one gives NaN for a small gradient.
    ['centred rmsprop', ({ tf }): Optimizer => tf.train.rmsprop(0.01, 0.9, 0.3, -1e-3, true)],
  ])('is the same for the optimizer %s', async (_name, optimizer) => {
    const example = EXAMPLE_MODELS.perceptron;
    expectEqual(await trainBothWays(example, { ...example.definition, optimizer }));
  });

  it('is the same for several inputs and outputs, and names the metrics as TF.js does', async () => {
    const example = EXAMPLE_MODELS.twoByTwo;
    expectEqual(await trainBothWays(example, { ...example.definition, metrics: ['mae', 'accuracy'] }));
    const { inputShapes, targetShapes, classNames } = example;
    const replica = await createReplica({
      engine,
      definition: { ...example.definition, metrics: ['mae', 'accuracy'] },
      seed: 1,
      dataset: { inputShapes, targetShapes, classNames },
    });
    expect(replica.stepLayout.metricNames).toEqual([
      'number_loss',
      'flag_loss',
      'number_mae',
      'number_acc',
      'flag_mae',
      'flag_acc',
    ]);
    replica.dispose();
    const metrics = { flag: ['accuracy'] };
    expectEqual(await trainBothWays(example, { ...example.definition, metrics }));
  });

  it('is the same for sequences and for batch normalisation', async () => {
    const { sequence, convolution } = EXAMPLE_MODELS;
    expectEqual(await trainBothWays(sequence, { ...sequence.definition, optimizer: 'sgd' }));
    const model = ({ tf }: ModelContext) =>
      tf.sequential({
        layers: [
          tf.layers.conv2d({ filters: 3, kernelSize: 3, inputShape: [8, 8, 1] }),
          tf.layers.batchNormalization(),
          tf.layers.flatten(),
          tf.layers.dense({ units: 4, activation: 'softmax' }),
        ],
      });
    expectEqual(await trainBothWays(convolution, { ...convolution.definition, model }));
  });
});
