import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelDefinition } from '../../../src/engine/model-definition.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import type { Replica } from '../../../src/engine/replica.ts';
import { EXAMPLE_MODELS, replicaOf, stepVector } from './example-models.ts';

const OPTIMIZERS: Record<string, ModelDefinition['optimizer']> = {
  sgd: ({ tf }) => tf.train.sgd(0.1),
  momentum: ({ tf }) => tf.train.momentum(0.05, 0.9),
  nesterov: ({ tf }) => tf.train.momentum(0.05, 0.9, true),
  adagrad: ({ tf }) => tf.train.adagrad(0.1),
  adadelta: ({ tf }) => tf.train.adadelta(0.5, 0.9),
  rmsprop: ({ tf }) => tf.train.rmsprop(0.01, 0.9, 0.5),
  // TF.js subtracts the epsilon of a centred RMSProp, so that a positive one gives NaN for a small gradient.
  centredRmsprop: ({ tf }) => tf.train.rmsprop(0.01, 0.9, 0.5, -1e-3, true),
  adam: ({ tf }) => tf.train.adam(0.02),
  adamax: ({ tf }) => tf.train.adamax(0.02, 0.9, 0.999, 1e-7, 0.05),
};

const example = EXAMPLE_MODELS.convolution;
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

function train(replica: Replica, { from, to }: { from: number; to: number }): void {
  for (let step = from; step < to; step++) {
    replica.apply(stepVector(replica, example.makeBatch(4, step), { step, microShard: 0 }));
  }
}

describe.each(Object.entries(OPTIMIZERS))('saved state with the optimizer "%s"', (_name, optimizer) => {
  it('goes on, loaded into a fresh replica, exactly as if training had never stopped', async () => {
    const straight = await replicaOf(engine, example, { optimizer });
    train(straight, { from: 0, to: 4 });
    const saved = straight.saveState();
    train(straight, { from: 4, to: 9 });

    const resumed = await replicaOf(engine, example, { optimizer });
    resumed.loadState(saved);
    train(resumed, { from: 4, to: 9 });

    const values = resumed.saveState().tensors.flatMap(({ value }) => [...value.data]);
    expect(values.every(Number.isFinite)).toBe(true);
    expect(resumed.weightsSha256()).toBe(straight.weightsSha256());
    expect(resumed.saveState()).toEqual(straight.saveState());
    straight.dispose();
    resumed.dispose();
  });

  it('goes back, loaded into a replica that went on, to before the first step too', async () => {
    const replica = await replicaOf(engine, example, { optimizer });
    const fresh = replica.saveState();
    train(replica, { from: 0, to: 3 });
    const after = replica.saveState();
    expect(after).not.toEqual(fresh);

    replica.loadState(fresh);
    expect(replica.saveState()).toEqual(fresh);
    const numTensors = replica.numTensors();
    train(replica, { from: 0, to: 3 });
    expect(replica.saveState()).toEqual(after);
    replica.loadState(fresh);
    expect(replica.numTensors()).toBe(numTensors);
    replica.dispose();
  });
});

describe('loadState', () => {
  it('refuses the state of another optimizer and changes nothing', async () => {
    const adam = await replicaOf(engine, example, { optimizer: 'adam' });
    const sgd = await replicaOf(engine, example, { optimizer: 'sgd', seed: 8 });
    train(adam, { from: 0, to: 1 });
    const before = sgd.weightsSha256();
    expect(() => sgd.loadState(adam.saveState())).toThrow(/it has "optimizer\/accBeta1", which nothing uses/);
    expect(sgd.weightsSha256()).toBe(before);
    expect(() => adam.loadState(sgd.saveState())).toThrow(/it lacks "optimizer\/accBeta1"/);
    adam.dispose();
    sgd.dispose();
  });

  it('refuses the state of a model with other shapes', async () => {
    const one = await replicaOf(engine, EXAMPLE_MODELS.perceptron, { optimizer: 'sgd' });
    const other = await replicaOf(engine, EXAMPLE_MODELS.twoByTwo, { optimizer: 'sgd' });
    expect(() => one.loadState(other.saveState())).toThrow(
      expect.objectContaining({ code: 'CHECKPOINT_INVALID' }),
    );
    one.dispose();
    other.dispose();
  });

  it('refuses a state in which one slot of many is missing', async () => {
    const replica = await replicaOf(engine, example, { optimizer: 'adam' });
    train(replica, { from: 0, to: 1 });
    const tensors = replica
      .saveState()
      .tensors.filter(({ name }) => name !== 'optimizer/accumulatedSecondMoment/2');
    expect(() => replica.loadState({ tensors })).toThrow(/it lacks "optimizer\/accumulatedSecondMoment\/2"/);
    replica.dispose();
  });
});
