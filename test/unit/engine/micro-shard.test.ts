import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReplica } from '../../../src/engine/create-replica.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import type { Replica } from '../../../src/engine/replica.ts';
import { EXAMPLE_MODELS, floats, numbers, replicaOf, rows, stepVector } from './example-models.ts';

/** Models whose samples do not touch each other, so that the sum over a batch is the sum over its parts. */
const SEPARABLE = {
  perceptron: EXAMPLE_MODELS.perceptron,
  twoByTwo: EXAMPLE_MODELS.twoByTwo,
  sequence: EXAMPLE_MODELS.sequence,
};
const BATCH_SIZE = 9;

describe.each(['cpu', 'wasm'] as const)('micro-shards on the engine "%s"', (engineName) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(engineName);
  });

  it.each(Object.entries(SEPARABLE))(
    'sum to the gradients, losses, metrics and count of the whole batch, however it is cut ("%s")',
    async (_name, example) => {
      const replica = await replicaOf(engine, example);
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 0, max: BATCH_SIZE }), { maxLength: 4 }),
          fc.nat(1000),
          (cuts, seed) => {
            const batch = example.makeBatch(BATCH_SIZE, seed);
            const whole = stepVector(replica, batch);
            const edges = [0, ...cuts.toSorted((a, b) => a - b), BATCH_SIZE];
            const sum = new Float32Array(whole.length);
            for (let i = 0; i + 1 < edges.length; i++) {
              const part = stepVector(replica, rows(batch, edges[i]!, edges[i + 1]!), {
                step: 1,
                microShard: i,
              });
              for (let j = 0; j < sum.length; j++) sum[j]! += part[j]!;
            }
            for (let j = 0; j < sum.length; j++) {
              expect(Math.abs(sum[j]! - whole[j]!)).toBeLessThan(2e-4 * (1 + Math.abs(whole[j]!)));
            }
            expect(sum.at(-1)).toBe(BATCH_SIZE);
          },
        ),
        { numRuns: 15 },
      );
      replica.dispose();
    },
  );

  it.each(Object.entries(EXAMPLE_MODELS))(
    'give the same bits when computed again ("%s")',
    async (_name, example) => {
      const replica = await replicaOf(engine, example);
      const batch = example.makeBatch(6, 4);
      const first = stepVector(replica, batch, { step: 3, microShard: 2 });
      stepVector(replica, example.makeBatch(5, 5), { step: 3, microShard: 1 });
      expect(stepVector(replica, batch, { step: 3, microShard: 2 })).toEqual(first);
      replica.dispose();
    },
  );
});

describe('randomness in a micro-shard', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine('cpu');
  });

  /** The gradient of the layer behind the dropout is the mask itself, because every input is 1. */
  async function dropoutReplica(layerSeed: number | undefined, seed = 1): Promise<Replica> {
    return createReplica({
      engine,
      definition: {
        model: ({ tf }) => {
          const dropout = () =>
            tf.layers.dropout({ rate: 0.5, ...(layerSeed === undefined ? {} : { seed: layerSeed }) });
          const nested = tf.sequential({
            layers: [tf.layers.dropout({ rate: 0.1, seed: 3, inputShape: [64] })],
          });
          return tf.sequential({ layers: [nested, dropout(), tf.layers.dense({ units: 1 })] });
        },
        loss: (_target, prediction) => prediction.mean(),
        optimizer: 'sgd',
      },
      seed,
      dataset: { inputShapes: [[64]], targetShapes: [[]], classNames: null },
    });
  }
  const ones = {
    size: 1,
    inputs: [{ shape: [1, 64], dtype: 'float32' as const, data: new Float32Array(64).fill(1) }],
    targets: [{ shape: [1], dtype: 'float32' as const, data: new Float32Array(1) }],
  };

  it.each([
    ['of its own', 5],
    ['from the job', undefined],
  ])(
    'gives a dropout with a seed %s another mask at every step and micro-shard, in any order of calls',
    async (_name, layerSeed) => {
      const replica = await dropoutReplica(layerSeed);
      const positions = [
        { step: 1, microShard: 0 },
        { step: 1, microShard: 1 },
        { step: 2, microShard: 0 },
      ];
      const forwards = positions.map((at) => stepVector(replica, ones, at).join());
      const backwards = positions.toReversed().map((at) => stepVector(replica, ones, at).join());
      expect(new Set(forwards).size).toBe(3);
      expect(backwards.toReversed()).toEqual(forwards);
      replica.dispose();
    },
  );

  it('differs between two jobs with different seeds though the layer has a fixed seed', async () => {
    const masks: string[] = [];
    for (const seed of [1, 1, 2]) {
      const replica = await dropoutReplica(5, seed);
      masks.push(stepVector(replica, ones).join());
      replica.dispose();
    }
    expect(masks[0]).toBe(masks[1]);
    expect(masks[0]).not.toBe(masks[2]);
  });

  it('leaves the random numbers of the rest of the process alone', async () => {
    const random = Math.random;
    const replica = await dropoutReplica(5);
    stepVector(replica, ones);
    expect(Math.random).toBe(random);
    replica.dispose();
  });
});

describe('weights in a micro-shard', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine('cpu');
  });

  const normalised = (frozen: boolean) =>
    createReplica({
      engine,
      definition: {
        model: ({ tf }) => {
          const frozenLayer = tf.layers.dense({ units: 4, inputShape: [3] });
          frozenLayer.trainable = !frozen;
          return tf.sequential({
            layers: [
              frozenLayer,
              tf.layers.batchNormalization({ momentum: 0.9 }),
              tf.layers.dense({ units: 1 }),
            ],
          });
        },
        loss: 'meanSquaredError',
        optimizer: 'sgd',
      },
      seed: 1,
      dataset: { inputShapes: [[3]], targetShapes: [[1]], classNames: null },
    });
  const batch = { size: 8, inputs: [floats([8, 3], numbers(1))], targets: [floats([8, 1], numbers(2))] };

  it('count the moving averages of batch normalisation as state, not the weights of frozen layers', async () => {
    const free = await normalised(false);
    const frozen = await normalised(true);
    expect(free.stepLayout).toMatchObject({ numState: 8, numGradients: 4 * 3 + 4 + 8 + 5 });
    expect(frozen.stepLayout).toMatchObject({ numState: 8, numGradients: 8 + 5 });
    free.dispose();
    frozen.dispose();
  });

  it('move the moving averages by the mean of the updates and leave frozen weights as they are', async () => {
    const replica = await normalised(true);
    const weights = () => replica.saveState().tensors.filter(({ name }) => name.startsWith('weights/'));
    const before = weights();
    replica.apply(stepVector(replica, batch));
    const after = weights();
    // Weights in order: gamma, beta, kernel, bias of the last layer, then the frozen kernel and bias, mean, variance.
    expect(after[4]).toEqual(before[4]);
    expect(after[5]).toEqual(before[5]);
    const kernel = before[4]!.value.data;
    const means = [0, 1, 2, 3].map((unit) => {
      const outputs = Array.from({ length: 8 }, (_, i) =>
        [0, 1, 2].reduce((sum, k) => sum + batch.inputs[0]!.data[i * 3 + k]! * kernel[k * 4 + unit]!, 0),
      );
      return outputs.reduce((sum, value) => sum + value, 0) / 8;
    });
    for (const [unit, mean] of means.entries()) {
      expect(after[6]!.value.data[unit]).toBeCloseTo(0.1 * mean, 5);
    }
    replica.dispose();
  });

  it('apply the constraints of layers after the optimizer step', async () => {
    const replica = await createReplica({
      engine,
      definition: {
        model: ({ tf }) =>
          tf.sequential({
            layers: [
              tf.layers.dense({ units: 1, inputShape: [3], useBias: false, kernelConstraint: 'nonNeg' }),
            ],
          }),
        loss: 'meanSquaredError',
        optimizer: ({ tf }) => tf.train.sgd(5),
      },
      seed: 1,
      dataset: { inputShapes: [[3]], targetShapes: [[1]], classNames: null },
    });
    replica.apply(stepVector(replica, batch));
    const kernel = replica.saveState().tensors[0]!.value.data;
    expect(kernel.every((value) => value >= 0)).toBe(true);
    replica.dispose();
  });
});

describe('losses and metrics', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine('cpu');
  });
  const target = floats([4, 2], numbers(3));
  const batch = { size: 4, inputs: [floats([4, 3], numbers(4))], targets: [target] };

  const replicaWith = (loss: never) =>
    createReplica({
      engine,
      definition: {
        model: ({ tf }) => tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] }),
        loss,
        optimizer: 'sgd',
      },
      seed: 1,
      dataset: { inputShapes: [[3]], targetShapes: [[2]], classNames: null },
    });

  it('agree whether a program names the loss, returns a scalar, or one value or more for each sample', async () => {
    const { tf } = engine;
    const squares = (t: never, p: never) => tf.squaredDifference(t, p);
    const losses = [
      'meanSquaredError',
      (t: never, p: never) => squares(t, p).mean(),
      (t: never, p: never) => squares(t, p).mean(-1),
      squares,
    ];
    const vectors = [];
    for (const loss of losses) {
      const replica = await replicaWith(loss as never);
      vectors.push(stepVector(replica, batch));
      replica.dispose();
    }
    for (const vector of vectors) {
      for (const [i, value] of vector.entries()) expect(value).toBeCloseTo(vectors[0]![i]!, 5);
    }
  });

  it('name the function that returns a tensor of another length than the batch', async () => {
    function crooked(t: never) {
      return engine.tf.concat([t, t]);
    }
    const replica = await replicaWith(crooked as never);
    expect(() => stepVector(replica, batch)).toThrow(
      /"crooked" returned a tensor of shape \[8,2\] for a batch of 4/,
    );
    replica.dispose();
  });

  it('weigh a regularisation loss once for each sample', async () => {
    const replica = await replicaOf(engine, EXAMPLE_MODELS.perceptron);
    const kernel = replica.saveState().tensors[0]!.value.data as Float32Array;
    const penalty = 0.01 * kernel.reduce((sum, value) => sum + value * value, 0);
    const example = EXAMPLE_MODELS.perceptron.makeBatch(5, 1);
    const { stepLayout } = replica;
    const loss = stepVector(replica, example)[stepLayout.numGradients]!;
    const evaluation = new Float64Array(replica.evaluationLayout.length);
    replica.evaluate(example, 0, evaluation);
    expect(loss).toBeCloseTo(evaluation[0]!, 4);
    const probabilities = replica.predict(example.inputs)[0]!.data;
    const crossEntropy = [...example.targets[0]!.data].reduce(
      (sum, hot, i) => sum - (hot === 1 ? Math.log(probabilities[i]!) : 0),
      0,
    );
    expect(loss).toBeCloseTo(crossEntropy + 5 * penalty, 4);
    replica.dispose();
  });
});
