import { beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/core/host-tensor.ts';
import { createReplica } from '../../../src/engine/create-replica.ts';
import type { ModelContext } from '../../../src/engine/model-definition.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';

/** A network of 3 inputs, 2 hidden sigmoid units and 2 sigmoid outputs, in plain numbers. */
const W1 = [
  [0.1, -0.2],
  [0.4, 0.3],
  [-0.5, 0.2],
];
const B1 = [0.05, -0.1];
const W2 = [
  [0.7, -0.3],
  [-0.6, 0.8],
];
const B2 = [0.2, 0.1];
const X = [1, 0.5, -1.5];
const TARGET = [1, 0];
const LEARNING_RATE = 0.5;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/*
 * Forward, by hand:
 *   z1 = x W1 + b1 = [0.1 + 0.2 + 0.75 + 0.05, -0.2 + 0.15 - 0.3 - 0.1] = [1.1, -0.45]
 *   h  = sigmoid(z1)                                                    = [0.7502601, 0.3893608]
 *   z2 = h W2 + b2 = [0.5251821 - 0.2336165 + 0.2, -0.2250780 + 0.3114886 + 0.1] = [0.4915656, 0.1864106]
 *   y  = sigmoid(z2)                                                    = [0.6204753, 0.5464682]
 */
const Z1 = [1.1, -0.45];
const H = Z1.map(sigmoid);
const Z2 = [0, 1].map((k) => H[0]! * W2[0]![k]! + H[1]! * W2[1]![k]! + B2[k]!);
const Y = Z2.map(sigmoid);

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

const row = (values: number[]) => ({
  shape: [1, values.length],
  dtype: 'float32' as const,
  data: Float32Array.from(values),
});
const batch: Batch = { size: 1, inputs: [row(X)], targets: [row(TARGET)] };

async function step(loss: string, activation: 'sigmoid' | 'softmax') {
  const model = ({ tf }: ModelContext) =>
    tf.sequential({
      layers: [
        tf.layers.dense({
          units: 2,
          activation: 'sigmoid',
          inputShape: [3],
          weights: [tf.tensor2d(W1), tf.tensor1d(B1)],
        }),
        tf.layers.dense({ units: 2, activation, weights: [tf.tensor2d(W2), tf.tensor1d(B2)] }),
      ],
    });
  const replica = await createReplica({
    engine,
    definition: { model, loss, optimizer: ({ tf }) => tf.train.sgd(LEARNING_RATE) },
    seed: 1,
    dataset: { inputShapes: [[3]], targetShapes: [[2]], classNames: null },
  });
  const [prediction] = replica.predict(batch.inputs);
  const vector = new Float32Array(replica.stepLayout.length);
  replica.computeMicroShard(batch, { step: 1, microShard: 0 }, vector);
  const summary = replica.apply(vector);
  const weights = replica
    .saveState()
    .tensors.slice(0, 4)
    .flatMap(({ value }) => [...value.data]);
  replica.dispose();
  return {
    prediction: [...prediction!.data],
    gradients: [...vector.subarray(0, 14)],
    loss: summary.loss,
    weights,
  };
}

/** The gradients of all fourteen weights from dLoss/dz2, by the chain rule. */
function backPropagate(delta2: number[]): number[] {
  const delta1 = H.map((h, j) => (W2[j]![0]! * delta2[0]! + W2[j]![1]! * delta2[1]!) * h * (1 - h));
  return [
    ...X.flatMap((x) => delta1.map((d) => x * d)),
    ...delta1,
    ...H.flatMap((h) => delta2.map((d) => h * d)),
    ...delta2,
  ];
}

function expectClose(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 5);
}

function expectStep(result: Awaited<ReturnType<typeof step>>, gradients: number[]): void {
  expectClose(result.gradients, gradients);
  const before = [...W1.flat(), ...B1, ...W2.flat(), ...B2];
  expectClose(
    result.weights,
    before.map((weight, i) => weight - LEARNING_RATE * gradients[i]!),
  );
}

describe('one step of back-propagation through a 3-2-2 network', () => {
  it('agrees with the arithmetic on paper for the mean squared error', async () => {
    const result = await step('meanSquaredError', 'sigmoid');
    expectClose(result.prediction, [0.6204753, 0.5464682]);
    expectClose(result.prediction, Y);

    // ((0.6204753 - 1)^2 + (0.5464682 - 0)^2) / 2 = (0.1440390 + 0.2986275) / 2
    expect(result.loss).toBeCloseTo(0.2213332, 5);

    // dLoss/dy = (y - t), because the mean over two outputs cancels the factor 2; dy/dz = y (1 - y):
    // -0.3795247 * 0.2354857 = -0.0893726 and 0.5464682 * 0.2478407 = 0.1354371
    const delta2 = Y.map((y, k) => (y - TARGET[k]!) * y * (1 - y));
    expectClose(delta2, [-0.0893726, 0.1354371]);
    expectStep(result, backPropagate(delta2));
  });

  it('agrees with the arithmetic on paper for the binary cross-entropy', async () => {
    const result = await step('binaryCrossentropy', 'sigmoid');
    // (-ln(0.6204753) - ln(1 - 0.5464682)) / 2 = (0.4772694 + 0.7906907) / 2
    expect(result.loss).toBeCloseTo((-Math.log(Y[0]!) - Math.log(1 - Y[1]!)) / 2, 5);
    expect(result.loss).toBeCloseTo(0.6339896, 4);

    // The derivative of the sigmoid cancels: dLoss/dz = (y - t) / 2
    expectStep(result, backPropagate(Y.map((y, k) => (y - TARGET[k]!) / 2)));
  });

  it('agrees with the arithmetic on paper for the categorical cross-entropy of a softmax', async () => {
    const result = await step('categoricalCrossentropy', 'softmax');
    const exponentials = Z2.map(Math.exp);
    const probabilities = exponentials.map((e) => e / (exponentials[0]! + exponentials[1]!));
    // With two units it is the sigmoid of the difference: sigmoid(0.4915656 - 0.1864106) = sigmoid(0.3051550) = 0.5757
    expectClose(result.prediction, probabilities);
    expect(result.prediction[0]).toBeCloseTo(0.5757, 4);
    // -ln(0.5757)
    expect(result.loss).toBeCloseTo(-Math.log(probabilities[0]!), 5);

    // dLoss/dz = p - t
    expectStep(result, backPropagate(probabilities.map((p, k) => p - TARGET[k]!)));
  });
});
