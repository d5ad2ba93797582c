import type { Batch, HostTensor } from '../../../src/core/host-tensor.ts';
import { createReplica } from '../../../src/engine/create-replica.ts';
import type { ModelDefinition } from '../../../src/engine/model-definition.ts';
import type { Engine } from '../../../src/engine/open-engine.ts';
import type { Replica } from '../../../src/engine/replica.ts';

/** A program with the shapes of its data and a way to make some. */
export interface ExampleModel {
  readonly definition: ModelDefinition;
  readonly inputShapes: number[][];
  readonly targetShapes: number[][];
  readonly classNames: string[] | null;
  readonly makeBatch: (size: number, seed: number) => Batch;
}

/** A small generator of its own, so that tests do not lean on the code under test. */
export function numbers(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

export function floats(shape: number[], next: () => number): HostTensor {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, dtype: 'float32', data: Float32Array.from({ length: size }, next) };
}

export function integers(shape: number[], limit: number, next: () => number): HostTensor {
  const size = shape.reduce((product, extent) => product * extent, 1);
  const draw = () => Math.floor((next() + 0.5) * limit);
  return { shape, dtype: 'int32', data: Int32Array.from({ length: size }, draw) };
}

export function oneHot(classes: HostTensor, numClasses: number): HostTensor {
  const data = new Float32Array(classes.data.length * numClasses);
  for (const [i, label] of classes.data.entries()) data[i * numClasses + label] = 1;
  return { shape: [...classes.shape, numClasses], dtype: 'float32', data };
}

const perceptron: ExampleModel = {
  definition: {
    model: ({ tf }) =>
      tf.sequential({
        layers: [
          tf.layers.dense({
            units: 8,
            activation: 'tanh',
            inputShape: [5],
            kernelRegularizer: tf.regularizers.l2({ l2: 0.01 }),
          }),
          tf.layers.dense({ units: 3, activation: 'softmax' }),
        ],
      }),
    loss: 'categoricalCrossentropy',
    optimizer: ({ tf }) => tf.train.adam(0.01),
    metrics: ['accuracy'],
  },
  inputShapes: [[5]],
  targetShapes: [[3]],
  classNames: ['a', 'b', 'c'],
  makeBatch: (size, seed) => {
    const next = numbers(seed);
    return {
      size,
      inputs: [floats([size, 5], next)],
      targets: [oneHot(integers([size], 3, next), 3)],
    };
  },
};

const convolution: ExampleModel = {
  definition: {
    model: ({ tf }) =>
      tf.sequential({
        layers: [
          tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [8, 8, 1] }),
          tf.layers.batchNormalization(),
          tf.layers.maxPooling2d({ poolSize: 2 }),
          tf.layers.flatten(),
          tf.layers.dropout({ rate: 0.3 }),
          tf.layers.dense({ units: 4, activation: 'softmax' }),
        ],
      }),
    loss: 'sparseCategoricalCrossentropy',
    optimizer: 'sgd',
    metrics: ['accuracy'],
  },
  inputShapes: [[8, 8, 1]],
  targetShapes: [[]],
  classNames: ['a', 'b', 'c', 'd'],
  makeBatch: (size, seed) => {
    const next = numbers(seed);
    return { size, inputs: [floats([size, 8, 8, 1], next)], targets: [integers([size], 4, next)] };
  },
};

const twoByTwo: ExampleModel = {
  definition: {
    model: ({ tf }) => {
      const left = tf.input({ shape: [3] });
      const right = tf.input({ shape: [2] });
      const shared = tf.layers.dense({ units: 4, activation: 'relu' });
      const joined = tf.layers
        .concatenate()
        .apply([
          shared.apply(left),
          shared.apply(tf.layers.dense({ units: 3 }).apply(right)),
        ] as never) as typeof left;
      const number = tf.layers.dense({ units: 2, name: 'number' }).apply(joined) as typeof left;
      const flag = tf.layers
        .dense({ units: 1, activation: 'sigmoid', name: 'flag' })
        .apply(joined) as typeof left;
      return tf.model({ inputs: [left, right], outputs: [number, flag] });
    },
    loss: { flag: 'binaryCrossentropy', number: 'meanSquaredError' },
    optimizer: ({ tf }) => tf.train.momentum(0.05, 0.9),
    metrics: ['mae'],
  },
  inputShapes: [[3], [2]],
  targetShapes: [[2], []],
  classNames: null,
  makeBatch: (size, seed) => {
    const next = numbers(seed);
    return {
      size,
      inputs: [floats([size, 3], next), floats([size, 2], next)],
      targets: [floats([size, 2], next), integers([size], 2, next)],
    };
  },
};

const sequence: ExampleModel = {
  definition: {
    model: ({ tf }) =>
      tf.sequential({
        layers: [
          tf.layers.embedding({ inputDim: 12, outputDim: 4, inputLength: 6 }),
          tf.layers.bidirectional({
            layer: tf.layers.gru({ units: 3, returnSequences: true }) as never,
            mergeMode: 'concat',
          }),
          tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 12, activation: 'softmax' }) }),
        ],
      }),
    loss: 'sparseCategoricalCrossentropy',
    optimizer: 'rmsprop',
    metrics: ['accuracy'],
  },
  inputShapes: [[6]],
  targetShapes: [[6]],
  classNames: null,
  makeBatch: (size, seed) => {
    const next = numbers(seed);
    return { size, inputs: [integers([size, 6], 12, next)], targets: [integers([size, 6], 12, next)] };
  },
};

/** One model of each kind that matters: layers with state, with randomness, shared, nested, of several outputs. */
export const EXAMPLE_MODELS = { perceptron, convolution, twoByTwo, sequence } as const;

/** A replica of an example, with another optimizer if one is given. */
export function replicaOf(
  engine: Engine,
  example: ExampleModel,
  { seed = 7, ...changes }: Partial<ModelDefinition> & { seed?: number } = {},
): Promise<Replica> {
  const { inputShapes, targetShapes, classNames } = example;
  const definition = { ...example.definition, ...changes };
  return createReplica({ engine, definition, seed, dataset: { inputShapes, targetShapes, classNames } });
}

/** The reduced vector of one batch taken as a single micro-shard. */
export function stepVector(replica: Replica, batch: Batch, at = { step: 1, microShard: 0 }): Float32Array {
  const out = new Float32Array(replica.stepLayout.length);
  replica.computeMicroShard(batch, at, out);
  return out;
}

/** Rows `[begin, end)` of a batch. */
export function rows(batch: Batch, begin: number, end: number): Batch {
  const cut = ({ shape, dtype, data }: HostTensor): HostTensor => {
    const rowSize = data.length / shape[0]!;
    return {
      shape: [end - begin, ...shape.slice(1)],
      dtype,
      data: data.slice(begin * rowSize, end * rowSize),
    };
  };
  return { size: end - begin, inputs: batch.inputs.map(cut), targets: batch.targets.map(cut) };
}
