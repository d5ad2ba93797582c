import { beforeAll, describe, expect, it } from 'vitest';
import type { HostTensor } from '../../../src/core/host-tensor.ts';
import { createReplica } from '../../../src/engine/create-replica.ts';
import type { LossFunction, ModelContext, ModelDefinition } from '../../../src/engine/model-definition.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import { confusionRows, summarizeEvaluation } from '../../../src/engine/step-layout.ts';
import { EXAMPLE_MODELS, replicaOf, rows } from './example-models.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

const matrix = (values: number[][]): HostTensor => ({
  shape: [values.length, values[0]!.length],
  dtype: 'float32',
  data: Float32Array.from(values.flat()),
});
const column = (values: number[]): HostTensor => ({
  shape: [values.length],
  dtype: 'int32',
  data: Int32Array.from(values),
});

/** A model that hands its input through, so that the test decides what is predicted. */
async function evaluate(options: {
  loss: ModelDefinition['loss'];
  units: number;
  classNames: string[] | null;
  targetShape: number[];
  predictions: HostTensor;
  targets: HostTensor;
  activation?: 'linear' | 'sigmoid';
}) {
  const { loss, units, classNames, targetShape, predictions, targets } = options;
  const identity = ({ tf }: ModelContext) =>
    tf.sequential({
      layers: [
        tf.layers.dense({
          units,
          inputShape: [units],
          activation: options.activation ?? 'linear',
          weights: [tf.eye(units), tf.zeros([units])],
        }),
      ],
    });
  const replica = await createReplica({
    engine,
    definition: { model: identity, loss, optimizer: 'sgd', metrics: ['accuracy'] },
    seed: 1,
    dataset: { inputShapes: [[units]], targetShapes: [targetShape], classNames },
  });
  const out = new Float64Array(replica.evaluationLayout.length);
  const batch = { size: predictions.shape[0]!, inputs: [predictions], targets: [targets] };
  const samples = replica.evaluate(batch, 100, out);
  const { evaluationLayout } = replica;
  replica.dispose();
  return {
    samples,
    confusion: confusionRows(out, evaluationLayout),
    summary: summarizeEvaluation(out, evaluationLayout),
  };
}

const PROBABILITIES = matrix([
  [0.7, 0.2, 0.1],
  [0.1, 0.3, 0.6],
  [0.2, 0.5, 0.3],
  [0.6, 0.3, 0.1],
]);
const CONFUSION = [
  [1, 0, 0],
  [1, 1, 0],
  [0, 0, 1],
];

describe('evaluate', () => {
  it('counts one-hot targets by actual and predicted class and names the samples by their position', async () => {
    const { samples, confusion, summary } = await evaluate({
      loss: 'categoricalCrossentropy',
      units: 3,
      classNames: null,
      targetShape: [3],
      predictions: PROBABILITIES,
      targets: matrix([
        [1, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
        [0, 1, 0],
      ]),
    });
    expect(confusion).toEqual(CONFUSION);
    expect(samples.map(({ index, actual, predicted }) => [index, actual, predicted])).toEqual([
      [100, 0, 0],
      [101, 2, 2],
      [102, 1, 1],
      [103, 1, 0],
    ]);
    expect(samples[1]!.probability).toBeCloseTo(0.6, 6);
    expect(summary).toMatchObject({ numSamples: 4, metrics: { acc: 0.75 } });
    expect(summary.loss).toBeCloseTo(-(Math.log(0.7) + Math.log(0.6) + Math.log(0.5) + Math.log(0.3)) / 4, 5);
  });

  it('counts targets that are class numbers', async () => {
    const { confusion, summary } = await evaluate({
      loss: 'sparseCategoricalCrossentropy',
      units: 3,
      classNames: ['a', 'b', 'c'],
      targetShape: [],
      predictions: PROBABILITIES,
      targets: column([0, 2, 1, 1]),
    });
    expect(confusion).toEqual(CONFUSION);
    expect(summary.metrics.acc).toBe(0.75);
  });

  it('counts a single sigmoid unit as two classes, with the probability of the predicted one', async () => {
    const { samples, confusion, summary } = await evaluate({
      loss: 'binaryCrossentropy',
      units: 1,
      classNames: null,
      targetShape: [],
      predictions: matrix([[0.9], [0.2], [0.6], [0.5]]),
      targets: column([1, 1, 0, 0]),
    });
    expect(confusion).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(samples.map(({ predicted }) => predicted)).toEqual([1, 0, 1, 0]);
    expect(samples[1]!.probability).toBeCloseTo(0.8, 6);
    expect(summary.metrics.acc).toBe(0.5);
  });

  it("turns the logits of a loss of the program's own into probabilities", async () => {
    const softmaxLoss: LossFunction = (target, logits) =>
      engine.tf.losses.softmaxCrossEntropy(target, logits);
    const { samples } = await evaluate({
      loss: softmaxLoss,
      units: 2,
      classNames: ['no', 'yes'],
      targetShape: [2],
      predictions: matrix([[3, 1]]),
      targets: matrix([[1, 0]]),
    });
    expect(samples[0]).toMatchObject({ actual: 0, predicted: 0 });
    expect(samples[0]!.probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);

    const sigmoidLoss: LossFunction = (target, logits) =>
      engine.tf.losses.sigmoidCrossEntropy(target, logits);
    const binary = await evaluate({
      loss: sigmoidLoss,
      units: 1,
      classNames: ['no', 'yes'],
      targetShape: [],
      predictions: matrix([[0.3], [-2]]),
      targets: column([1, 1]),
    });
    expect(binary.samples.map(({ predicted }) => predicted)).toEqual([1, 0]);
    expect(binary.samples[1]!.probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);
  });

  it('finds no class in a regression, in several labels at once or in a sequence', async () => {
    const regression = await evaluate({
      loss: 'meanSquaredError',
      units: 2,
      classNames: null,
      targetShape: [2],
      predictions: matrix([[1, 2]]),
      targets: matrix([[0, 0]]),
    });
    const labels = await evaluate({
      loss: 'binaryCrossentropy',
      units: 2,
      classNames: null,
      targetShape: [2],
      predictions: matrix([[0.1, 0.9]]),
      targets: matrix([[1, 1]]),
    });
    const sequence = await replicaOf(engine, EXAMPLE_MODELS.sequence);
    for (const { samples, confusion } of [regression, labels]) {
      expect(samples).toEqual([]);
      expect(confusion).toEqual([]);
    }
    expect(sequence.evaluationLayout.numClasses).toBe(0);
    sequence.dispose();
  });

  it('gives the same sums for a split whole or in batches, with exact counts', async () => {
    const replica = await replicaOf(engine, EXAMPLE_MODELS.convolution);
    const batch = EXAMPLE_MODELS.convolution.makeBatch(11, 1);
    const whole = new Float64Array(replica.evaluationLayout.length);
    const parts = new Float64Array(replica.evaluationLayout.length);
    const samples = replica.evaluate(batch, 0, whole);
    const inParts = [0, 3, 3, 8].flatMap((begin, i, begins) =>
      replica.evaluate(rows(batch, begin, begins[i + 1] ?? 11), begin, parts),
    );
    expect(inParts.map(({ index, actual, predicted }) => [index, actual, predicted])).toEqual(
      samples.map(({ index, actual, predicted }) => [index, actual, predicted]),
    );
    expect(parts[0]).toBeCloseTo(whole[0]!, 4);
    expect(parts.subarray(1)).toEqual(whole.subarray(1));
    replica.dispose();
  });

  it('refuses a class that the output has no unit for, in training too', async () => {
    const wrong = {
      loss: 'sparseCategoricalCrossentropy',
      units: 3,
      classNames: null,
      targetShape: [],
      predictions: PROBABILITIES,
      targets: column([0, 3, 1, 1]),
    };
    await expect(evaluate(wrong)).rejects.toThrow(
      expect.objectContaining({ code: 'DATA_INVALID', message: expect.stringContaining('class 3') }),
    );
    const replica = await replicaOf(engine, EXAMPLE_MODELS.convolution);
    const batch = EXAMPLE_MODELS.convolution.makeBatch(2, 1);
    const out = new Float32Array(replica.stepLayout.length);
    const targets = [column([0, -1])];
    expect(() => replica.computeMicroShard({ ...batch, targets }, { step: 1, microShard: 0 }, out)).toThrow(
      /class -1/,
    );
    replica.dispose();
  });
});
