import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { installChainedOps } from '../../../../src/engine/chained-ops.ts';
import { registerGradients } from '../../../../src/engine/gradients.ts';
import { type Engine, random, tf } from './engines.ts';

registerGradients(tf);
installChainedOps(tf);

/** Three steps amplify what differs by rounding: relative to 1 + the largest weight. */
const TOLERANCE = 2e-4;

const NUM_SAMPLES = 12;
const NUM_CLASSES = 4;
const NUM_TOKENS = 9;
const LENGTH = 5;

interface Problem {
  readonly model: () => LayersModel | Attention;
  readonly input: () => Tensor;
}

/** The part of a model that a step needs. */
interface Attention {
  readonly weights: { read(): Tensor }[];
  apply(x: Tensor, how: { training: boolean }): unknown;
  dispose(): unknown;
}

const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });

function mlp(): LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [10], units: 16, activation: 'relu', kernelInitializer: seeded(1) }),
      tf.layers.layerNormalization(),
      tf.layers.dense({ units: 8, activation: 'tanh', kernelInitializer: seeded(2) }),
      tf.layers.dense({ units: NUM_CLASSES, kernelInitializer: seeded(3) }),
    ],
  });
}

// No bias ahead of a normalization: its gradient is 0 but for rounding, which Adam blows up to a full step.
function cnn(): LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [12, 12, 2],
        filters: 6,
        kernelSize: 3,
        useBias: false,
        kernelInitializer: seeded(1),
      }),
      tf.layers.batchNormalization(),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.conv2d({
        filters: 8,
        kernelSize: 3,
        strides: 2,
        padding: 'same',
        kernelInitializer: seeded(2),
      }),
      tf.layers.separableConv2d({
        filters: 8,
        kernelSize: 3,
        padding: 'same',
        depthwiseInitializer: seeded(3),
        pointwiseInitializer: seeded(4),
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: NUM_CLASSES, kernelInitializer: seeded(5) }),
    ],
  });
}

function recurrent(): LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.embedding({
        inputDim: NUM_TOKENS,
        outputDim: 6,
        inputLength: LENGTH,
        embeddingsInitializer: seeded(1),
      }),
      tf.layers.lstm({
        units: 5,
        kernelInitializer: seeded(2),
        recurrentInitializer: seeded(3),
      }),
      tf.layers.dense({ units: NUM_CLASSES, kernelInitializer: seeded(4) }),
    ],
  });
}

/** Scores `[batch, query, key]` and values, each from queries, keys and values `[batch, position, size]`. */
interface Products {
  scores(queries: Tensor, keys: Tensor): Tensor;
  mix(weights: Tensor, values: Tensor): Tensor;
}

const BY_MAT_MUL: Products = {
  scores: (queries, keys) => tf.matMul(queries, keys, false, true),
  mix: (weights, values) => tf.matMul(weights, values),
};

const BY_EINSUM: Products = {
  scores: (queries, keys) => tf.einsum('bqd,bkd->bqk', queries, keys),
  mix: (weights, values) => tf.einsum('bqk,bkd->bqd', weights, values),
};

function attention({ scores, mix }: Products): Attention {
  const size = 6;
  const weight = (shape: number[], seed: number) => tf.variable(tf.mul(random(shape, seed), 0.4));
  const table = weight([NUM_TOKENS, size], 1);
  const [query, key, value] = [2, 3, 4].map((seed) => weight([1, size, size], seed)) as [
    Variable,
    Variable,
    Variable,
  ];
  const head = weight([size, NUM_CLASSES], 5);
  const trainable = [table, query, key, value, head];
  return {
    weights: trainable.map((variable) => ({ read: () => variable })),
    dispose: () => tf.dispose(trainable),
    apply(tokens) {
      const x = tf.gather(table, tf.cast(tokens, 'int32'));
      const [queries, keys, values] = [query, key, value].map((by) =>
        tf.matMul(x, tf.tile(by, [NUM_SAMPLES, 1, 1])),
      );
      const weights = tf.softmax(tf.mul(scores(queries!, keys!), size ** -0.5));
      return tf.matMul(tf.mean(mix(weights, values!), 1), head);
    },
  };
}

const tokens = () =>
  tf.floor(tf.mul(tf.randomUniform([NUM_SAMPLES, LENGTH], 0, 1, 'float32', 8), NUM_TOKENS));

const PROBLEMS: [string, Problem][] = [
  ['a perceptron', { model: mlp, input: () => random([NUM_SAMPLES, 10], 9) }],
  ['a convolutional network', { model: cnn, input: () => random([NUM_SAMPLES, 12, 12, 2], 9) }],
  ['an embedding with an LSTM', { model: recurrent, input: tokens }],
  ['attention by matMul', { model: () => attention(BY_MAT_MUL), input: tokens }],
  ['attention by einsum', { model: () => attention(BY_EINSUM), input: tokens }],
];

/** Losses and final weights of three steps of Adam; every step must leave as many tensors as the one before. */
async function train(engine: Engine, problem: Problem): Promise<number[]> {
  await tf.setBackend(engine);
  const model = problem.model();
  const input = problem.input();
  const target = tf.oneHot(
    Array.from({ length: NUM_SAMPLES }, (_, i) => i % NUM_CLASSES),
    NUM_CLASSES,
  );
  const optimizer = tf.train.adam(0.02);
  const losses: number[] = [];
  const live: unknown[] = [];
  for (let step = 0; step < 3; step++) {
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() =>
        tf.losses.softmaxCrossEntropy(target, model.apply(input, { training: true }) as Tensor),
      );
      optimizer.applyGradients(grads as Record<string, Variable>);
      losses.push(value.dataSync()[0]!);
    });
    live.push([tf.memory().numTensors, (tf.backend() as unknown as { numDataIds(): number }).numDataIds()]);
  }
  expect(live[2]).toEqual(live[1]);
  const weights = model.weights.flatMap((weight) => Array.from(weight.read().dataSync()));
  model.dispose();
  tf.dispose([input, target]);
  optimizer.dispose();
  return [...losses, ...weights];
}

describe('three steps of training on wasm', () => {
  it.each(PROBLEMS)('give %s what they give on cpu, and the same bits when repeated', async (_, problem) => {
    const [expected, actual, again] = [
      await train('cpu', problem),
      await train('wasm', problem),
      await train('wasm', problem),
    ];
    expect(again).toEqual(actual);
    expect(actual).toHaveLength(expected.length);
    const difference = Math.max(...actual.map((value, i) => Math.abs(value - expected[i]!)));
    expect(difference).toBeLessThan(TOLERANCE * (1 + Math.max(...expected.map(Math.abs))));
    expect(expected[2]).toBeLessThan(expected[0]!);
  });
});
